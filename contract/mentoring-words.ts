/** The words of learning from one another and by doing; no zod here, so that the browser may import it. */

export const taskStates = {
  open: '待完成',
  reported: '待认可',
  accepted: '已认可',
  returned: '请补充',
} as const
