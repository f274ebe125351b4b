/** The Chinese word of every value of a learner's profile; no zod here, so that the browser may import it. */

/** 职级：领导干部另有学时要求。 */
export const ranks = {
  county: '县处级以上领导干部',
  section: '科级干部',
  ordinary: '普通党员',
} as const

/** 职业 */
export const trades = {
  farmer: '农民',
  worker: '工人',
  civilServant: '机关干部',
  teacher: '教师',
  medic: '医务人员',
  technician: '专业技术人员',
  manager: '企业经营管理',
  shopkeeper: '个体经营',
  student: '学生',
  retired: '离退休',
  other: '其他',
} as const

/** 文化和心理特点：怎样教最学得进去。 */
export const traits = {
  onSite: '爱现场学',
  online: '习惯网上学',
  listening: '以听看为主',
  reading: '能自学原著',
  partnered: '需要结对帮学',
  speaking: '愿意上台讲',
  cautious: '不爱当众发言',
  practical: '爱动手实践',
} as const

/** 新型农民党员 */
export const ruralTypes = {
  founder: '创业型',
  prosperous: '致富型',
  manager: '管理型',
} as const

/** 三个层次 */
export const layers = {
  head: '组织负责人',
  worker: '党务工作者',
  cadre: '党员干部',
} as const
