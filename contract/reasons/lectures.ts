export const lectureReasons = {
  'lectures.branchOnly': '党课轮值表由党支部安排，请先选定一个党支部',
  'lectures.notMember': '这名党员不在本支部的正式党员里，不能轮值讲课',
  'lectures.monthPast': '{月份} 已经过去，不能再安排轮值',
  'lectures.nobody': '本支部没有可以轮值的正式党员',
  'lectures.full': '今年往后每个季度的党课都已安排，不用再排',
  'lectures.leaderUnknown': '没有找到这名领导干部',
} as const
