/** The words of training plans: their kinds and states, what is taught, how, and for whom it suits. No zod here. */

export const planKinds = {
  fiveYear: '五年轮训规划',
  annual: '年度培训计划',
  special: '专项培训方案',
  study: '支部学习计划',
} as const

export const planStates = {
  draft: '起草中',
  submitted: '待批准',
  approved: '执行中',
  closed: '已总结',
} as const

/** The kinds of training that a year is divided into. */
export const trainingTypes = {
  political: '政治理论',
  basics: '基础党务',
  technology: '科技知识',
  vocational: '职业技能',
} as const

/** How training reaches people. `suits` and `unfit` name cohorts; who is in neither may be taught so too. */
export const deliveryModes = {
  lecture: {
    name: '集中面授',
    about: '专题讲座、培训班课堂，面对面讲授',
    suits: ['secretary', 'newSecretary', 'committeeMember', 'probationary', 'newMember'],
    unfit: ['excused', 'workAway'],
  },
  discussion: {
    name: '研讨交流',
    about: '分组讨论、案例教学，人人发言',
    suits: ['secretary', 'committeeMember', 'middleAged'],
    unfit: ['excused', 'workAway'],
  },
  field: {
    name: '现场教学',
    about: '到教育基地、先进村、项目现场，行中学',
    suits: ['youth', 'probationary', 'newMember', 'rural'],
    unfit: ['excused', 'workAway'],
  },
  practice: {
    name: '实践锻炼',
    about: '志愿服务、田间示范、岗位练兵，做中学',
    suits: ['farmer', 'rural', 'youth', 'student'],
    unfit: ['excused', 'old', 'workAway'],
  },
  game: {
    name: '互动体验',
    about: '知识竞赛、情景模拟、文艺演出，乐中学',
    suits: ['youth', 'student', 'retired'],
    unfit: ['excused'],
  },
  online: {
    name: '线上学习',
    about: '网络课程、直播、远程教育站点',
    suits: ['floating', 'workAway', 'youth', 'middleAged'],
    unfit: ['old'],
  },
  homeDelivery: {
    name: '送学上门',
    about: '送教材、送课到家，一对一讲',
    suits: ['excused', 'old', 'retired'],
    unfit: ['youth', 'student'],
  },
} as const

export type DeliveryMode = keyof typeof deliveryModes

/** What a full curriculum holds: seven tasks of member education, six heads for villages, eight for organs. */
export const headings = {
  theory: '政治理论教育',
  politics: '政治教育和政治训练',
  discipline: '党章党规党纪教育',
  purpose: '党的宗旨教育',
  tradition: '革命传统教育',
  situation: '形势政策教育',
  skills: '知识技能教育',
  ruralFarming: '发展现代农业',
  ruralIncome: '带领群众致富',
  ruralCollective: '壮大集体经济',
  ruralVillage: '建设美丽乡村',
  ruralLaw: '推进法治乡村建设',
  ruralOrder: '维护农村稳定',
  organCentre: '服务中心工作',
  organReform: '服务改革',
  organGrassroots: '服务基层',
  organStyle: '改进作风',
  organLawful: '依法履职用权',
  organThought: '提高思想政治素质',
  organClean: '增强廉洁从政意识',
  organDuty: '增强履职尽责能力',
} as const

export type Heading = keyof typeof headings

/** Ready-made curricula: the topics that a plan for such members begins with. */
export const curricula = {
  general: {
    name: '党员教育基本任务',
    clause: '《中国共产党党员教育管理工作条例》第二章',
    headings: ['theory', 'politics', 'discipline', 'purpose', 'tradition', 'situation', 'skills'],
  },
  rural: {
    name: '农村党员重点内容',
    clause: '因人施教、因业施教：农村党员',
    headings: [
      'ruralFarming',
      'ruralIncome',
      'ruralCollective',
      'ruralVillage',
      'ruralLaw',
      'ruralOrder',
    ],
  },
  organ: {
    name: '党政机关党员重点内容',
    clause: '因人施教、因业施教：党政机关党员',
    headings: [
      'organCentre',
      'organReform',
      'organGrassroots',
      'organStyle',
      'organLawful',
      'organThought',
      'organClean',
      'organDuty',
    ],
  },
} as const

export type Curriculum = keyof typeof curricula

/** For whom each is meant. */
export const curriculumAudiences: Readonly<
  Record<Curriculum, { cohorts?: 'rural'[]; sectors?: 'agency'[] }>
> = {
  general: {},
  rural: { cohorts: ['rural'] },
  organ: { sectors: ['agency'] },
}

/** The four key projects, each for whom it is. */
export const keyProjects = {
  ruralSecretaries: '农村党组织书记素质提升工程',
  newMembers: '新发展党员培训工程',
  partyWorkers: '党务工作者能力提升工程',
  employment: '党员创业就业技能培训工程',
} as const

export const lightWords = {
  good: '正常',
  watch: '关注',
  late: '滞后',
  none: '未到时候',
} as const

export const quotaCohorts = {
  all: '全体党员',
  secretary: '党组织书记',
  committeeMember: '班子成员',
  newMember: '新党员',
  rural: '农村党员',
  floating: '流动党员',
  privateSecretary: '非公党组织书记',
  retired: '离退休党员',
} as const

export const policyLevels = {
  nation: '中央',
  province: '省级',
  city: '市级',
  county: '县级',
  local: '本单位',
} as const

export const policyKinds = {
  plan: '规划、部署',
  regulation: '条例、规定',
  opinion: '意见、办法',
  notice: '通知',
} as const
