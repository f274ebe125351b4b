/** The words of duties: whose they are, how often they come round, and how they stand. The browser imports it. */

/** 三级责任：工委—党组（党委）—支部。 */
export const dutyLevels = {
  work: '工委',
  committee: '党委（党组）',
  branch: '党支部',
} as const

export const dutyRhythms = {
  year: '每年',
  half: '每半年',
  quarter: '每季度',
  month: '每月',
} as const

/** In the order in which they want attention. */
export const dutyStates = {
  overdue: '已逾期',
  returned: '退回重报',
  due: '待完成',
  ahead: '未到期',
  late: '逾期完成',
  done: '已完成',
} as const

/** How the holder of a post stands to the list of duties that goes with it. */
export const dutySignings = {
  vacant: '岗位空缺',
  unsigned: '待签收',
  handover: '待交接',
  changed: '清单有变，待重签',
  signed: '已签收',
} as const
