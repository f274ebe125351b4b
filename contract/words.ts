/** The Chinese word of every value that people read; no zod here, so that the browser may import it. */

export const organizationKinds = {
  committee: '党委',
  workCommittee: '党工委',
  agencyCommittee: '机关工委',
  leadingGroup: '党组',
  generalBranch: '党总支',
  branch: '党支部',
  jointBranch: '联合党支部',
  group: '党小组',
  temporaryCommittee: '临时党委',
  temporaryGeneralBranch: '临时党总支',
  temporaryBranch: '临时党支部',
  temporaryJointBranch: '临时联合党支部',
} as const

/** The category codes of the national system; where it agrees on none, each place uses its own. */
export const categoryCodes: Readonly<Record<keyof typeof organizationKinds, string | null>> = {
  committee: '611',
  leadingGroup: '612',
  generalBranch: '621',
  branch: '631',
  jointBranch: '632',
  temporaryCommittee: '911',
  temporaryGeneralBranch: '921',
  temporaryBranch: '931',
  temporaryJointBranch: '932',
  workCommittee: null,
  agencyCommittee: null,
  group: null,
}

/** What the rules ask of an organization's set-up; each word is the name of what is missing. */
export const setupChecks = {
  tooFew: '正式党员不足',
  tooMany: '党员超员',
  needsCommittee: '应设支委会',
  committeeTooLarge: '委员超员',
  noSecretary: '没有书记',
  termOverdue: '届满未换届',
  termEnding: '即将届满',
  termUnknown: '任期未登记',
  jointTooMany: '联合单位过多',
  jointUnits: '联合单位未登记',
  temporaryLimits: '临时组织权限',
  outsideBranch: '党员未编入支部',
} as const

export const severities = {
  late: '已逾期',
  wrong: '不合规定',
  soon: '临近',
  note: '提示',
} as const

export const changeWords = {
  founded: '设立',
  renamed: '更名',
  moved: '划转',
  changed: '更正',
  mergedInto: '并入',
  merged: '接收合并',
  split: '分设',
  splitFrom: '分设成立',
  dissolved: '撤销',
  elected: '换届',
  extended: '延期换届',
} as const

export const sectors = {
  village: '农村',
  community: '街道社区',
  agency: '机关',
  institution: '事业单位',
  stateEnterprise: '国有企业',
  privateEnterprise: '非公有制企业',
  socialOrganization: '社会组织',
  school: '学校',
  other: '其他',
} as const

export const stages = { full: '正式党员', probationary: '预备党员' } as const

export const sexes = { male: '男', female: '女' } as const

export const employments = {
  employed: '在职',
  farmer: '务农',
  student: '学生',
  retired: '离退休',
  unemployed: '无业',
} as const

/** 三张清单：每名党员恰在其中一张。 */
export const rosters = { inPost: '在职党员', noPost: '无职党员', floating: '流动党员' } as const

export const excuseReasons = {
  frail: '年老体弱',
  ill: '身患重病',
  immobile: '行动不便',
  incapacitated: '丧失行为能力',
} as const

export const posts = {
  secretary: '书记',
  deputySecretary: '副书记',
  organizationOfficer: '组织委员',
  publicityOfficer: '宣传委员',
  disciplineOfficer: '纪检委员',
  officer: '委员',
  groupLeader: '党小组组长',
  firstSecretary: '第一书记',
} as const

/** 三会一课与主题党日。 */
export const activityKinds = {
  memberMeeting: '支部党员大会',
  committeeMeeting: '支部委员会会议',
  groupMeeting: '党小组会',
  lecture: '党课',
  themeDay: '主题党日',
} as const

/** Everything that has a record: what branches owe, and what a training class teaches. */
export const recordKinds = { ...activityKinds, classSession: '培训班课程' } as const

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
  teaching: '授课',
  online: '网络学习',
  homeDelivery: '送学上门',
  external: '外部学习',
  writing: '发表文章',
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

export const officeNames = {
  member: '党员',
  secretary: '支部书记',
  officer: '支部委员',
  clerk: '组织委员',
  organizer: '组织部',
  systemAdministrator: '系统管理员',
  securityAdministrator: '安全管理员',
  auditor: '审计管理员',
} as const

export const metricGroups = {
  members: '党员队伍',
  organizations: '党组织',
  activities: '组织生活',
  hours: '学习培训',
  notices: '通知',
} as const

export const metricUnits = {
  persons: '人',
  organizations: '个',
  times: '次',
  personTimes: '人次',
  hours: '学时',
  share: '%',
} as const

/** 党员群体：按资料即时算出，每一个都能说明理由。 */
export const cohorts = {
  youth: '35 岁及以下',
  middleAged: '36 至 59 岁',
  old: '60 岁及以上',
  secretary: '党组织书记',
  newSecretary: '新任书记',
  committeeMember: '班子成员',
  probationary: '预备党员',
  newMember: '新党员',
  floating: '流动党员',
  excused: '免硬性要求',
  lost: '失联党员',
  suspended: '停止党籍',
  rural: '农村党员',
  farmer: '务农党员',
  student: '学生党员',
  retired: '离退休党员',
  minority: '少数民族党员',
  privateSecretary: '非公党组织书记',
  workAway: '外出务工党员',
  restructured: '改制企业党员',
} as const

export const leaveReasons = {
  transferred: '转出组织关系',
  died: '去世',
  removed: '除名',
  expelled: '开除党籍',
  importUndone: '撤销导入',
  other: '其他',
} as const

export const affiliationWays = {
  imported: '名册导入',
  registered: '登记入册',
  moved: '调整支部',
  merged: '组织合并',
  transferred: '转入组织关系',
} as const

export const reportStates = {
  draft: '草稿',
  signed: '已签发',
  edited: '签发后有修改',
  submitted: '已报送',
} as const
