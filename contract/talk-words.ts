/** The words of talks and of what leads to one. The browser imports it. */

/** Why somebody is on the list of those to talk with. */
export const talkSigns = {
  farBehind: '学时落后较多',
  absences: '多次无故缺席',
  attendanceFall: '到会率下滑',
  studyFall: '学习时间下滑',
} as const

export const talkStates = {
  planned: '待谈话',
  following: '跟进中',
  closed: '已办结',
  cancelled: '已撤销',
} as const
