import { sql } from 'drizzle-orm'
import { sumsApart } from '../../../kernel/invariants.ts'
import type { Invariant } from '../../../kernel/invariants.ts'
import { titleMovements, titleStocks } from '../table.ts'

const key = sql`concat_ws(' ', unit_id, title_id, organization_id, holder_id)`

export const stockInvariants: readonly Invariant[] = [
  {
    key: 'materials.stocks',
    says: '每处每人手里的册数就是各次进出之和',
    broken: sumsApart(
      sql`select ${key}, copies from ${titleStocks}`,
      sql`select ${key}, sum(delta) from ${titleMovements} group by 1`,
    ),
  },
]
