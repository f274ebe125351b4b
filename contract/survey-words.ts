export const surveyKinds = {
  needs: '需求调研',
  opinion: '征求意见',
  satisfaction: '满意度',
  lesson: '课程评估',
  class: '培训班评估',
  workResult: '学用反馈',
  selfCheck: '对照自查',
} as const

export const surveyStates = { draft: '草稿', open: '进行中', ended: '已结束' } as const

/** By what the answers are told apart. */
export const breakdowns = { age: '年龄段', sector: '领域', post: '职务' } as const

export const ageBands = { youth: '35 岁及以下', middle: '36 至 59 岁', old: '60 岁及以上' } as const

export const postBands = { secretary: '书记', committee: '支部委员', member: '党员' } as const

/** What stands for everybody: groups too small to be told apart. */
export const restOfGroups = '其余合并'

export const needStates = { proposed: '待审', approved: '已同意', refused: '不列入' } as const

export const checkGrades = { good: '合格', improve: '基本合格', poor: '不合格' } as const

/** Fewer answers than this of an anonymous survey are not shown. */
export const anonymityLeast = 5
