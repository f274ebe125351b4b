/** The Chinese word of every value about floating members; no zod here, so that the browser may import it. */

export const stayReasons = {
  work: '务工',
  business: '经商',
  study: '求学',
  family: '随迁',
  other: '其他',
} as const

export const stayRanges = {
  county: '县内',
  province: '省内县外',
  nation: '省外',
  abroad: '出国（境）',
} as const

/** By reason, duration and place; each has a contact rule of its own. */
export const floatingClasses = {
  unregistered: '去向未登记',
  abroad: '出国（境）',
  student: '外出求学',
  short: '短期外出',
  long: '长期外出',
  near: '省内流动',
  far: '跨省流动',
} as const

export const contactWays = {
  phone: '电话',
  message: '微信、短信',
  video: '视频',
  visit: '走访、返乡见面',
  self: '本人报告',
} as const

export const checkInStates = {
  reported: '待接收',
  confirmed: '已接收',
  declined: '未接收',
  ended: '已结束',
} as const

export const stayEnds = { returned: '返回', transferred: '已转组织关系', other: '其他' } as const

/** 失去联系的情形，按全国采集表的七类。 */
export const lossCauses = {
  work: '外出务工经商',
  restructured: '所在单位改制、破产、下岗',
  graduated: '毕业去向不明',
  changedUnit: '变更工作单位',
  abroad: '出国（境）',
  moved: '搬迁',
  other: '其他',
} as const

export const lossStages = {
  searching: '查找中',
  suspend: '满期未联系上，应研究停止党籍',
  suspended: '已停止党籍，继续查找',
  remove: '停止党籍期满，应研究除名',
} as const

export const censusScopes = { floating: '流动党员', all: '全体党员' } as const

export const censusAnswers = { away: '在外，去向已核实', home: '在本地', lost: '联系不上' } as const

/** 党员凭链接自己说。 */
export const whereaboutsAnswers = { away: '我在外地', home: '我已在本地' } as const

export const ledgerFilters = {
  all: '全部',
  overdue: '超期未联系',
  unregistered: '去向未登记',
  unassigned: '没有联系人',
  notCheckedIn: '未报到',
  transfer: '宜转组织关系',
} as const

export const resultStates = { reported: '待审核', accepted: '已认可', returned: '请补充' } as const
