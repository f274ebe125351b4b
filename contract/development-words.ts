/** The words of admission, from the application to full membership; the browser imports them. */

export const applicantStages = {
  applicant: '入党申请人',
  activist: '入党积极分子',
  target: '发展对象',
  probationary: '预备党员',
  full: '已转正',
  ended: '已终止',
} as const

/** Under whose rules a case was opened, and is finished. */
export const ruleVersions = { 2014: '2014年细则', 2026: '2026年修订细则' } as const

/** The five parts into which the twenty-five steps fall. */
export const sections = {
  apply: '申请入党',
  cultivate: '积极分子的确定和培养教育',
  target: '发展对象的确定和考察',
  admit: '预备党员的接收',
  confirm: '预备党员的教育考察和转正',
} as const

/** What is written into the file of somebody on the way. */
export const entryKinds = {
  inspection: '支部考察',
  thought: '思想汇报',
  training: '集中培训',
  service: '志愿服务',
  points: '积分',
} as const

export const contactRoles = { contact: '培养联系人', introducer: '入党介绍人' } as const

/** Whom a quota asks for besides a number, as a share of those admitted. */
export const structureTargets = {
  women: '女性',
  minority: '少数民族',
  youth: '35岁及以下',
  educated: '大专及以上学历',
  frontline: '生产、工作一线',
} as const

/** Who has taken on a task of somebody's cultivation plan. */
export const taskOwners = {
  applicant: '本人',
  contact: '培养联系人',
  branch: '党支部',
  committee: '上级党组织',
} as const

/** Whom a political review looks at, how, and what it found. */
export const reviewRelations = {
  self: '本人',
  spouse: '配偶',
  father: '父亲',
  mother: '母亲',
  child: '子女',
  sibling: '兄弟姐妹',
  inLaw: '配偶父母',
  other: '其他主要社会关系',
} as const
export const reviewWays = {
  talk: '同本人谈话',
  archive: '查阅档案',
  letter: '函调',
  visit: '外调走访',
} as const
export const reviewFindings = { clear: '未发现问题', doubt: '有需要说明的情况' } as const

/** By what the reserve is sorted, besides the abilities that a place has named. */
export const educationGroups = {
  graduate: '研究生',
  bachelor: '大学本科',
  college: '大专',
  lower: '中专、高中及以下',
} as const
export const ageGroups = {
  under30: '30岁以下',
  under36: '30至35岁',
  under46: '36至45岁',
  over45: '46岁及以上',
} as const

export const reviewVerdicts = { keep: '继续培养', exit: '退出' } as const

/** How a place does it that has said nothing of its own. */
export const usualPractice = {
  guideline: '控制总量、优化结构、提高质量、发挥作用。',
  recommendations: ['党员推荐', '群团组织推优', '群众推荐'],
  isRecommended: false,
  duties: [
    { owner: 'contact', title: '每季度同本人谈心一次，帮助端正入党动机' },
    { owner: 'branch', title: '安排听党课、参加党内有关活动，半年考察一次' },
    { owner: 'committee', title: '组织集中培训，每年分析一次队伍状况' },
    { owner: 'applicant', title: '承担一项岗位实践任务，每季度交一份思想汇报' },
  ],
  departments: [
    { name: '县纪委监委', question: '请核实有无违纪违法、正在接受审查调查的情况', isVeto: true },
    { name: '县公安局', question: '请核实有无违法犯罪记录', isVeto: true },
    { name: '县人民法院', question: '请核实有无被判处刑罚、被列为失信被执行人', isVeto: true },
    { name: '县信访局', question: '请核实有无组织、参与违规上访', isVeto: false },
  ],
  abilities: ['理论学习', '专业技术', '群众工作', '产业带富', '应急服务'],
} as const
