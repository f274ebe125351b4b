/** The words of question banks, quizzes and contests. */
export const questionKinds = { single: '单选', multiple: '多选', judge: '判断' } as const

export const quizKinds = {
  test: '测验',
  essential: '应知应会',
  contest: '竞赛答题',
  speech: '主题演讲',
} as const

/** The first time, and again after a while, to see what stayed. */
export const quizPhases = { first: '初测', retest: '复测' } as const

export const noteMarks = { good: '好', pass: '合格', redo: '需重写' } as const
