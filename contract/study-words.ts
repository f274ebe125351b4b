/** The words of 党委（党组）理论学习中心组. No zod here. */

export const studyRoles = {
  leader: '组长',
  member: '成员',
  secretary: '学习秘书',
  extended: '扩大',
} as const

export const studyForms = {
  discussion: '集体研讨',
  selfStudy: '自学',
  research: '专题调研',
} as const

/** What has become of a sitting and of its report. */
export const studyStates = {
  planned: '待开展',
  owed: '待上报',
  overdue: '逾期未报',
  reported: '已上报',
  cancelled: '已取消',
} as const

/** Whether a quarter's discussion took place. */
export const quarterStates = {
  kept: '已研讨',
  open: '待研讨',
  missing: '未研讨',
  ahead: '未到',
} as const

export const studyPlanStates = { none: '未制定', draft: '草稿', adopted: '已审定' } as const

/** Whether the list of members, the plan and last year's account lie with those above. */
export const filingStates = {
  none: '未到期',
  late: '逾期未备',
  filed: '已报备',
  received: '已收备',
} as const

/** What the file of a year holds besides minutes and roll. */
export const studyPapers = {
  outline: '发言提纲',
  notes: '自学计划与笔记',
  essay: '心得文章',
  research: '调研报告',
  photo: '现场照片',
  material: '学习材料',
} as const

/** In the order in which they lie in the file. */
export const studyPaperKinds = [
  'outline',
  'notes',
  'essay',
  'research',
  'material',
  'photo',
] as const satisfies readonly (keyof typeof studyPapers)[]

export const observationStates = {
  assigned: '待旁听',
  observed: '已旁听',
  withdrawn: '已撤回',
} as const

export const observationGrades = {
  excellent: '优秀',
  good: '良好',
  fair: '一般',
  poor: '较差',
} as const
