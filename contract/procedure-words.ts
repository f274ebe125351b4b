/** The words of procedures; the browser imports them. */

export const caseStates = {
  open: '办理中',
  done: '已办结',
  ended: '未通过',
  withdrawn: '已撤回',
} as const

/** What a department that was asked says. */
export const opinionAnswers = { agree: '没有不同意见', object: '有不同意见' } as const
