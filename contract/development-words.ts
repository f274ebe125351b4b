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
