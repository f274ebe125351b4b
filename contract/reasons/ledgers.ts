export const ledgerReasons = {
  'ledgers.dayFull':
    '{姓名}在 {日期} 的学时合计将达 {学时} 学时，超过一天 {上限} 学时的上限，请核对这一天的记录',
  'ledgers.overlap':
    '{姓名}在 {时间} 的“{标题}”与“{另一}”（{另一时间}）时间重叠，同一时间只能记一次学时。请核对到会情况，或更正其中一次的起止时间',
  'ledgers.future': '不能记入以后的学时：{日期} 还没有到',
  'ledgers.longSpan': '一次补记的时间最长 31 天，请分段补记',
  'ledgers.noMinutes': '折算后没有学时：请填写实际用时；发表文章须是市级以上刊物',
  'ledgers.unknown': '没有找到这笔学时',
  'ledgers.reversed': '这笔学时已经冲销过，或者本身就是冲销记录，不能再冲销',
} as const
