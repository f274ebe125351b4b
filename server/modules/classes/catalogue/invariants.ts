import { sql } from 'drizzle-orm'
import { sumsApart } from '../../../kernel/invariants.ts'
import type { Invariant } from '../../../kernel/invariants.ts'
import { classEnrolments, classQuotas } from '../table.ts'

export const classInvariants: readonly Invariant[] = [
  {
    key: 'classes.seats',
    says: '每个名额组记着的已占名额就是已报上名的人数',
    broken: sumsApart(
      sql`select concat_ws(' ', unit_id, id), taken from ${classQuotas}`,
      sql`select concat_ws(' ', unit_id, quota_id), count(*) from ${classEnrolments}
        where quota_id is not null and state = 'enrolled' group by 1`,
    ),
  },
]
