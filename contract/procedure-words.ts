/** The words of procedures; the browser imports them. */

export const caseStates = {
  open: '办理中',
  done: '已办结',
  ended: '未通过',
  withdrawn: '已撤回',
} as const
