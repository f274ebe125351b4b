export const holidayReasons = {
  'holidays.rootOnly': '放假安排全国一样，只有最上级党组织可以写。请联系县委组织部。',
  'holidays.order': '“{名称}”的最后一天早于第一天（{开始} 至 {结束}）。请改正日期。',
  'holidays.outside': '{日期}不属于{年份}年的放假安排。请核对年份，或到那一年去写。',
  'holidays.overlap': '“{名称}”与“{另一个}”有重叠的日子。请核对起止日期。',
  'holidays.weekday': '{日期}不是周六或周日，本来就上班，不用写成调休。请核对日期。',
  'holidays.both': '{日期}既写了放假（{名称}），又写了调休上班。请去掉一个。',
  'holidays.empty': '还没有写一个假期。请至少写明一个假期的起止日期。',
} as const
