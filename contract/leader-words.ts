/** In which ways a leading cadre studies by their plan. No zod here. */
export const leaderWays = {
  group: '集体研讨',
  self: '自学',
  research: '专题调研',
  lesson: '讲党课',
  class: '脱产培训',
  online: '网络学习',
} as const

export const leaderPlanStates = {
  none: '没有制定',
  draft: '没有报送',
  submitted: '已报送',
} as const
