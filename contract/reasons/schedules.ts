export const scheduleReasons = {
  'schedules.span': '排期要从本月或以后的月份开始，最多排 12 个月。请重新选择月份。',
  'schedules.tooMany':
    '这里共有 {项数} 项要排，一次最多排 {上限} 项。请只选一个月，或切换到下一级党组织再排。',
  'schedules.gone': '有一项已经安排过了，或不再需要安排（{名称}）。请刷新排期后再采用。',
  'schedules.clash':
    '{支部}的{活动}排在 {时间} 不行：{原因}。请改个时间再采用，其余各项也还没有计划。',
} as const
