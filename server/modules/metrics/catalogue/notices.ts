import { column, declare } from './declare.ts'
import { receipts } from './sources/notices.ts'

const columns = [
  column('name', '通知'),
  column('from', '发出人'),
  column('day', '发出日期', 'day'),
  column('isRead', '已读', 'flag'),
]
const common = {
  group: 'notices',
  clause: '本平台通知收发记录',
  columns,
  source: receipts,
} as const

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
