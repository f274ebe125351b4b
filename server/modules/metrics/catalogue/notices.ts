import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { column, declare, under } from './declare.ts'
import type { Scope } from './declare.ts'

const clause = '本平台通知收发记录'

function receiptRows(scope: Scope): SQL {
  return sql`
    select r.id::text as id, n.title as name, n.from_name as "from", r.sent_at as sort,
           to_char(r.sent_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day,
           r.read_at is not null as "isRead"
    from receipts r join notices n on n.unit_id = r.unit_id and n.id = r.notice_id
    where ${under(scope, 'n.path')}
      and (r.sent_at at time zone 'Asia/Shanghai')::date between ${scope.from} and ${scope.to}`
}

const columns = [
  column('name', '通知'),
  column('from', '发出人'),
  column('day', '发出日期', 'day'),
  column('isRead', '已读', 'flag'),
]
const common = { group: 'notices', clause, columns, rows: receiptRows } as const

export const noticeMetrics = [
  declare({
    ...common,
    id: 'notices.sent',
    name: '通知送达人次',
    definition: '统计时段内本组织及下级发出的站内通知，按收件人计',
    unit: 'personTimes',
    aggregate: { of: 'count' },
  }),
  declare({
    ...common,
    id: 'notices.readShare',
    name: '通知已读率',
    definition: '已打开的站内通知占送达的比例',
    unit: 'share',
    aggregate: { of: 'share', key: 'isRead' },
  }),
]
