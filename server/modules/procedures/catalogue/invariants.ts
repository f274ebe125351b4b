import { sql } from 'drizzle-orm'
import type { Invariant } from '../../../kernel/invariants.ts'
import { procedureCases, procedureLog } from '../table.ts'

const last = sql`select distinct on (unit_id, case_id) unit_id, case_id, next_step
  from ${procedureLog} order by unit_id, case_id, sequence desc`

export const procedureInvariants: readonly Invariant[] = [
  {
    key: 'procedures.steps',
    says: '每件在办的事停在上一次决定指向的那一步',
    broken: sql`select c.id, c.step, last.next_step from ${procedureCases} c
      join (${last}) as last on last.unit_id = c.unit_id and last.case_id = c.id
      where c.state = 'open' and c.step <> last.next_step`,
  },
  {
    key: 'procedures.ends',
    says: '办结的事有办结时间，在办的事没有',
    broken: sql`select id, state, coalesce(finished_at::text, '-') from ${procedureCases}
      where (state = 'open') <> (finished_at is null)`,
  },
  {
    key: 'procedures.log',
    says: '每件事的办理记录从头到尾不缺一条',
    broken: sql`select case_id, count(*), max(sequence) from ${procedureLog}
      group by unit_id, case_id having count(*) <> max(sequence) - min(sequence) + 1`,
  },
]
