/** The Chinese word of every value that people read; no zod here, so that the browser may import it. */

export * from './activity-words.ts'

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
