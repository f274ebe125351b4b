/** The words of the ballot: what is decided by one, how it is cast, what can be marked. No zod here. */

export const ballotKinds = {
  motion: '议题表决',
  admission: '接收和转正表决',
  election: '选举',
  appraisal: '民主评议测评',
  disposal: '组织处置表决',
} as const

export const ballotWays = { electronic: '手机无记名投票', paper: '纸质选票' } as const

export const ballotStates = { open: '投票中', closed: '已计票', void: '无效' } as const

/** Everything that can be marked on a line of a slip. */
export const ballotMarks = {
  inFavour: '赞成',
  against: '反对',
  abstained: '弃权',
  excellent: '优秀',
  qualified: '合格',
  basic: '基本合格',
  failed: '不合格',
} as const
export type BallotMark = keyof typeof ballotMarks

/** What may be marked where, in the order of the slip. */
export const ballotScales = {
  approval: ['inFavour', 'against', 'abstained'],
  grades: ['excellent', 'qualified', 'basic', 'failed'],
} as const satisfies Readonly<Record<string, readonly BallotMark[]>>

export const ballotVerdicts = {
  passed: '通过',
  failed: '未通过',
  elected: '当选',
  tied: '票数相等',
  unelected: '未当选',
  counted: '已统计',
} as const

/** Fewer slips than these would show whose they are: no ballot on the phone with fewer, and no count of fewer. */
export const slipsLeast = 3

/** The line of somebody who was written in beside the candidates. */
export const othersPrefix = 'other:'
