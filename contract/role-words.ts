/** The words of what single members answer for in their branch. The browser imports it. */

export const roleKinds = {
  inPost: '在职党员定岗定责',
  noPost: '无职党员设岗定责',
} as const

export const roleStates = {
  assigned: '待本人确认',
  claimed: '待支部确认',
  held: '履行中',
  assessed: '已评议',
  declined: '未同意',
  ended: '已终止',
} as const

export const roleGrades = { excellent: '好', good: '较好', fair: '一般', poor: '差' } as const
