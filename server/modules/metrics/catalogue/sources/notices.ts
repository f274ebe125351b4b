import { sql } from 'drizzle-orm'
import { under } from '../declare.ts'
import type { Source } from '../declare.ts'
import { shanghaiDay } from './activities.ts'

/** One line for each copy of a notice that reached somebody. */
export const receipts: Source = {
  key: 'receipts',
  rows: (scope) => sql`
    select r.id::text as id, n.title as name, n.from_name as "from", r.sent_at as sort,
      ${shanghaiDay(sql`r.sent_at`)} as day, r.read_at is not null as "isRead"
    from receipts r join notices n on n.unit_id = r.unit_id and n.id = r.notice_id
    where ${under(scope, 'n.path')}
      and (r.sent_at at time zone 'Asia/Shanghai')::date between ${scope.from} and ${scope.to}`,
}
