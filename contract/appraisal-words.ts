/** The words of the yearly appraisal, of the talks before it, and of what is mended after it. No zod here. */

/** 四个合格, in the order of the form. */
export const appraisalHeadings = {
  politics: '政治合格',
  discipline: '执行纪律合格',
  virtue: '品德合格',
  service: '发挥作用合格',
} as const
export type AppraisalHeading = keyof typeof appraisalHeadings

export const headingMarks = { good: '合格', lacking: '有差距' } as const

/** From the best down, as they stand on the slip. */
export const appraisalGrades = {
  excellent: '优秀',
  qualified: '合格',
  basic: '基本合格',
  failed: '不合格',
} as const
export type AppraisalGrade = keyof typeof appraisalGrades

/** Who takes part how. */
export const appraisalRoles = {
  graded: '参加评议',
  ungraded: '参加评议，不定等次',
  excused: '本次不参加',
} as const

/** How far a round is. */
export const appraisalStages = {
  rating: '自评互评',
  voting: '民主测评',
  concluding: '支部定等',
  closed: '已办结',
  none: '未开展',
} as const

export const heartTalkKinds = {
  officers: '班子成员之间',
  officerMember: '班子成员和党员',
  members: '党员之间',
} as const

export const shortcomingSources = {
  self: '对照检查',
  mutual: '相互批评',
  masses: '群众意见',
  committee: '班子查摆',
  superior: '上级点明',
} as const

export const shortcomingStates = { open: '整改中', reported: '待验收', settled: '已销号' } as const
