/** The words of what a branch does together, and of the hours that come of it. */

/** 三会一课、主题党日与组织生活会。 */
export const activityKinds = {
  memberMeeting: '支部党员大会',
  committeeMeeting: '支部委员会会议',
  groupMeeting: '党小组会',
  lecture: '党课',
  themeDay: '主题党日',
  lifeMeeting: '组织生活会',
} as const

/** What a branch owes by a frequency: its meetings, and the yearly appraisal, which has a round instead of a record. */
export const frequencyKinds = { ...activityKinds, appraisal: '民主评议党员' } as const

/** Everything that has a record: what branches owe, what a training class teaches, and where a study group sits. */
export const recordKinds = {
  ...activityKinds,
  classSession: '培训班课程',
  studyGroupSession: '中心组学习',
} as const

/** Attended by whoever stands on a list that was handed in; no part of the organisational life of a branch. */
export const listedKinds = ['classSession', 'studyGroupSession'] as const

/** How far the record of an activity is. */
export const recordStages = {
  plan: '计划',
  call: '通知',
  roll: '点名',
  minutes: '记录',
  closed: '关闭',
} as const

/** What has become of an activity. */
export const meetingStates = {
  planned: '已计划',
  called: '已通知',
  begun: '待关闭',
  closed: '已关闭',
  cancelled: '已取消',
} as const

/** What has become of a month or a quarter in which something is owed. */
export const periodStates = {
  kept: '已开',
  madeUp: '补开',
  planned: '已计划',
  open: '待安排',
  makeUp: '可补开',
  missing: '未开',
  ahead: '未到',
  none: '不要求',
} as const

/** Why somebody is on the roll, or is on it without being due. */
export const standings = { due: '应到', exempt: '免到会', guest: '列席' } as const

export const marks = { present: '到会', excused: '请假', absent: '缺席' } as const

/** How a guest was known to be who they are. */
export const guestProofs = {
  inPerson: '当面认识',
  invitation: '查验邀请函',
  ticket: '查验参会证',
  video: '视频见面',
} as const
export type GuestProof = keyof typeof guestProofs

/** How a mark came about. */
export const markWays = {
  rollCall: '点名',
  file: '名单导入',
  code: '扫码',
  proxy: '代签',
  remote: '远程',
  makeUp: '补课',
  leave: '本人请假',
} as const

export const ledgers = { member: '党员学时', secretary: '书记委员学时' } as const

/** Where hours come from; what each is worth is a rule. */
export const hourSources = {
  meeting: '组织生活',
  lecture: '党课',
  study: '集体学习',
  practice: '主题实践',
  class: '培训班',
  studyGroup: '中心组学习',
  teaching: '授课',
  online: '网络学习',
  homeDelivery: '送学上门',
  external: '外部学习',
  writing: '发表文章',
  carried: '转入结转',
} as const

/** 学习内容分类（理论、党章党规、法治道德、业务技能、形势任务、地方特色）。 */
export const contentCategories = {
  theory: '理想信念与理论',
  discipline: '党章党规党纪',
  law: '道德与法治',
  skill: '业务与技能',
  situation: '形势与任务',
  local: '地方红色资源',
} as const

export const studyMethods = {
  lecture: '讲授',
  reading: '领学研读',
  discussion: '交流研讨',
  field: '现场教学',
  viewing: '收听收看',
  service: '志愿服务',
  online: '线上学习',
} as const
