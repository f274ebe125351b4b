/** The Chinese word of every value about lessons that travel; no zod here, so that the browser may import it. */

import type { cohorts } from './words.ts'

/** Who goes and teaches. */
export const lecturerRoles = {
  partySchool: '党校教师',
  leader: '包村（联系）领导',
  department: '乡镇部门负责人',
  expert: '专家能手',
  model: '先进模范',
  speaker: '宣讲员',
} as const

export const requestStates = {
  open: '待匹配',
  matched: '已排定',
  held: '已送到',
  withdrawn: '已撤回',
} as const

export const tripStates = { planned: '已排定', held: '已讲', cancelled: '已取消' } as const

/** For whom a session of a series is held. */
export const tourLevels = { county: '县级', township: '乡镇级', village: '村（支部）级' } as const

/** 培训方式：面对面授课为主、送课上门为辅，寓教于学、于行、于乐。 */
export const deliveryModes = {
  lecture: '面对面讲授',
  touring: '送课上门',
  field: '现场教学',
  practice: '实践锻炼',
  game: '竞赛文艺',
  online: '网络学习',
  homeDelivery: '送学上门',
} as const

type Mode = keyof typeof deliveryModes
type Cohort = keyof typeof cohorts

/** Whom a mode suits well, and whom it hardly reaches; whoever is not named can take part as anybody. */
export const modeSuits: Readonly<
  Record<Mode, { readonly suits: readonly Cohort[]; readonly hardly: readonly Cohort[] }>
> = {
  lecture: {
    suits: ['secretary', 'committeeMember', 'newMember'],
    hardly: ['excused', 'floating'],
  },
  touring: { suits: ['rural', 'farmer', 'old', 'retired'], hardly: ['floating'] },
  field: { suits: ['youth', 'newMember', 'secretary'], hardly: ['excused'] },
  practice: { suits: ['youth', 'probationary', 'student'], hardly: ['excused', 'old'] },
  game: { suits: ['youth', 'student'], hardly: ['excused'] },
  online: { suits: ['floating', 'workAway', 'youth'], hardly: ['old', 'excused'] },
  homeDelivery: { suits: ['excused', 'old'], hardly: [] },
}
