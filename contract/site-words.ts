/** The words of distance-education sites and lecture halls. The browser imports it. */

/** Types of rooms that are sites. */
export const siteTypes = {
  distanceSite: '远程教育站点',
  lectureSite: '讲习所',
} as const

export const equipmentKinds = {
  computer: '电脑',
  display: '液晶电视',
  projector: '投影仪',
  receiver: '接收终端',
  sound: '音响',
  other: '其他',
} as const

/** What a site cannot play anything without. */
export const playingKinds = [
  'computer',
  'display',
  'projector',
  'receiver',
] as const satisfies readonly (keyof typeof equipmentKinds)[]

export const equipmentStates = {
  inUse: '在用',
  faulty: '故障',
  idle: '闲置',
  scrapped: '已报废',
} as const

export const siteChoices = {
  owing: '欠报记录',
  idle: '闲置',
  broken: '不能使用',
  unmanned: '没有管理员',
} as const

export const staffRoles = {
  organizer: '教育组织员',
  instructor: '辅导员、讲师',
  siteManager: '站点管理员',
} as const
