export const proposalReasons = {
  'proposals.unknown': '没有找到这个补训方案',
  'proposals.past': '{日期} 已经过去，请选今天以后的日子',
  'proposals.year': '学时按年度计算，{日期} 不在今年，请选今年的日子',
  'proposals.running': '方案还没有算完',
  'proposals.discarded': '这个方案已经放弃',
  'proposals.nothing': '没有可以采纳的：选中的都已经办过',
  'proposals.seatGone': '{名称}的名额已经被占用',
} as const
