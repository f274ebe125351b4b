import { sql } from 'drizzle-orm'
import { sumsApart } from '../../../kernel/invariants.ts'
import type { Invariant } from '../../../kernel/invariants.ts'
import { duesEntries, duesTotals } from '../table.ts'

const key = sql`concat_ws(' ', unit_id, organization_id, period, kind, fund)`

export const duesInvariants: readonly Invariant[] = [
  {
    key: 'dues.totals',
    says: '每个党组织每月每类党费的合计就是各条明细之和（分）',
    broken: sumsApart(
      sql`select ${key}, fen from ${duesTotals}`,
      sql`select ${key}, sum(fen) from ${duesEntries} group by 1`,
    ),
  },
  {
    key: 'dues.reversals',
    says: '每笔党费冲销恰好抵消它所冲销的那一笔',
    broken: sql`select back.id, back.fen, coalesce(-first.fen, 0)
      from ${duesEntries} back left join ${duesEntries} first
        on first.unit_id = back.unit_id and first.id = back.reverses_id
      where back.reverses_id is not null
        and (back.fen, back.kind, back.month, back.member_id)
          is distinct from (-first.fen, first.kind, first.month, first.member_id)`,
  },
]
