/** The Chinese words of training classes; no zod here, so that the browser may import it. */

export const classKinds = {
  rotation: '党员轮训班',
  secretary: '党组织书记培训班',
  partyAffairs: '党务干部培训班',
  probationary: '预备党员培训班',
  candidate: '发展对象培训班',
  activist: '入党积极分子培训班',
  economy: '经济专题培训班',
  discipline: '纪检专题培训班',
  petition: '信访专题培训班',
  partyBuilding: '党建专题培训班',
  youth: '青年党员能力提升班',
  dual: '“双育”培训班',
  skill: '实用技能培训班',
  entrepreneurship: '创业就业培训班',
} as const

/** Classes on one special subject. */
export const specialKinds = ['economy', 'discipline', 'petition', 'partyBuilding'] as const

/** Classes for those who are about to join; 24 hours, an exam and a certificate are laid down for them. */
export const candidateKinds = ['candidate', 'activist'] as const

/** Classes that teach a trade; whoever learns there need not be a member. */
export const skillKinds = ['skill', 'entrepreneurship', 'dual'] as const

export const classLevels = {
  township: '乡镇（党委）班',
  county: '县级班',
  demonstration: '县级示范班',
  city: '市级班',
  province: '省级班',
  nation: '中央级班',
} as const

/** Who runs it: we ourselves, an organization above ours, or a partner agency. */
export const classOrigins = {
  own: '自办',
  higher: '上级调训',
  partner: '部门合办',
} as const

export const classStates = {
  draft: '草稿',
  submitted: '待审批',
  returned: '退回修改',
  refused: '未批准',
  approved: '已批准',
  announced: '已发通知',
  completed: '已结业',
  settled: '已结算',
  archived: '已归档',
  cancelled: '已取消',
} as const

/** 党校集中、送课下乡、外出考察：one class may combine them. */
export const classRoutes = {
  school: '党校集中',
  doorstep: '送课下乡',
  tour: '外出考察',
} as const

export const classTracks = { party: '党性教育', skill: '技能培育' } as const

export const classTerms = { short: '短期', long: '长期' } as const

export const sessionKinds = {
  lesson: '讲授',
  guidance: '专题辅导',
  seminar: '座谈',
  discussion: '分组讨论',
  viewing: '电视讲座',
  field: '现场教学',
  practice: '实操训练',
  tour: '考察学习',
  exam: '考试',
  ceremony: '开班结业',
} as const

export const courseRoles = {
  first: '首课',
  core: '主课',
  compulsory: '必修课',
  elective: '选修课',
} as const

export const feeClasses = { first: '一类', second: '二类', third: '三类' } as const

export const lecturerRanks = {
  none: '未评职称',
  associate: '副高级',
  senior: '正高级',
  academician: '院士、全国知名专家',
} as const

export const budgetLines = {
  lodging: '住宿费',
  food: '伙食费',
  venue: '场地、资料、交通费',
  other: '其他费用',
  tour: '外出考察费',
  lecturer: '讲课费',
} as const

/** What the daily cap covers; lecturers and tours have caps of their own. */
export const dailyLines = ['lodging', 'food', 'venue', 'other'] as const

export const enrolmentStates = {
  enrolled: '已录取',
  waiting: '候补',
  withdrawn: '已退出',
} as const

export const enrolmentWays = {
  nominated: '组织推荐',
  self: '本人报名',
  list: '名单导入',
  promoted: '候补递补',
} as const

export const learnerKinds = {
  member: '党员',
  candidate: '发展对象',
  activist: '入党积极分子',
  citizen: '群众',
  observer: '旁听人员',
} as const

/** 档案目录：what an archive of a class has to hold. */
export const classPapers = {
  approval: '审批材料',
  survey: '需求调查',
  handout: '讲义课件',
  photo: '照片',
  leaveSlip: '请假条',
  exam: '试卷',
  evaluation: '评估',
  summary: '总结',
  tourReport: '考察报告',
  bill: '票据',
  other: '其他',
} as const

export const enrolmentResults = { passed: '结业', failed: '不予结业' } as const

/** What the state of a class is followed by; the page shows them as its life. */
export const classSteps = {
  application: '申请',
  approval: '审批',
  notice: '通知',
  enrolment: '报名',
  timetable: '课程',
  teaching: '教学',
  completion: '结业',
  settlement: '结算',
  archive: '归档',
} as const

export const partnerFields = {
  labour: '人力资源和社会保障',
  agriculture: '农业农村',
  science: '科技',
  poverty: '乡村振兴（扶贫）',
  education: '教育',
  other: '其他',
} as const

/** What learners are asked about a class. */
export const feedbackKinds = { class: '培训班评估', workResult: '学用反馈' } as const
