/** The words of books and media in stock, and of role models. The browser imports it. */

export const titleKinds = {
  book: '图书',
  localTextbook: '本土教材',
  notebook: '学习笔记本',
  disc: '光碟、影像',
} as const

/** Why a stock grew or shrank; nothing else ever changes it. */
export const movementKinds = {
  arrived: '到货入库',
  sent: '发出',
  received: '签收入库',
  handed: '发给党员',
  takenBack: '撤回发放',
  returned: '党员交回',
  lost: '遗失损毁',
  reversed: '冲销',
} as const

export const issueStates = {
  sent: '待签收',
  received: '已签收',
  withdrawn: '已撤回',
} as const

export const orderStates = {
  open: '待到货',
  arrived: '已到齐',
  ended: '不再到货',
} as const

export const modelKinds = {
  member: '先进个人',
  organization: '先进集体',
} as const

/** What a role model served for. */
export const modelUses = {
  lesson: '党课宣讲',
  meeting: '组织生活学习',
  class: '培训班教学',
  publicity: '媒体宣传',
  visit: '现场观摩',
} as const
