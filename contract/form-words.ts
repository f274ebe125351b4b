export const questionKinds = {
  single: '单选题',
  multiple: '多选题',
  scale: '打分题',
  text: '填写题',
  number: '数字题',
  date: '日期题',
  matrix: '矩阵题',
  ranking: '排序题',
} as const

/** What an answer may at most be; the wire and the page say it alike. */
export const answerLimits = { text: 2000, options: 60, questions: 100 } as const
