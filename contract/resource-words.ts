/** The words of resources: lecturers, venues, bases and kit that organizations book. The browser imports it. */

export const resourceKinds = {
  lecturer: '师资',
  room: '场所',
  base: '基地',
  kit: '器材',
} as const

/** 师资库五类。 */
export const lecturerCategories = {
  theory: '政治理论',
  economy: '现代经济',
  society: '社会管理',
  technology: '科学技术',
  model: '先进典型',
} as const

/** Where a lecturer comes from; the first three are of our own ranks and are appointed. */
export const lecturerOrigins = {
  leader: '领导干部',
  secretary: '党组织书记',
  partyWorker: '党务工作者',
  teacher: '党校教师',
  practitioner: '实践专家',
  external: '外聘专家',
} as const

/** The title rank decides what a teaching hour may cost. */
export const titleRanks = {
  associate: '副高级及以下',
  senior: '正高级',
  academician: '院士、全国知名专家',
} as const

export const roomTypes = {
  serviceCentre: '党群服务中心',
  activityRoom: '党员活动室',
  lectureHall: '党课报告厅',
  distanceSite: '远程教育站点',
  lectureSite: '讲习所',
  lessonStudy: '党课书房',
  partySchool: '党校',
  cadreAcademy: '干部学院',
  civilisationCentre: '新时代文明实践中心（所、站）',
  classroom: '教室',
} as const

export const baseTypes = {
  openBase: '开放式组织生活基地',
  educationBase: '党员教育基地',
  practiceBase: '远教实践基地',
  startUpBase: '农民大学生创业基地',
  historyBase: '党史教育基地',
  formerSite: '革命旧址、旧址馆',
  memorialPark: '纪念园',
  exhibitionHall: '展厅',
  square: '主题广场',
  warningBase: '警示教育基地',
  demonstrationSite: '基层党建示范点',
} as const

/** 组织生活“菜单”四类。 */
export const menuCategories = {
  partySpirit: '党性教育',
  outreach: '素质拓展',
  mutualHelp: '党内互助',
  volunteering: '志愿服务',
} as const

/** How an item of a menu is lived. */
export const itemForms = {
  lecture: '讲授',
  visit: '现场参观',
  immersive: '实境课堂',
  workshop: '研讨体验',
  practice: '实践服务',
} as const

/** 点单：下单、同意、确认、签到、评价。 */
export const bookingStates = {
  ordered: '待同意',
  approved: '待确认',
  confirmed: '已确认',
  checkedIn: '已签到',
  rated: '已评价',
  refused: '未同意',
  withdrawn: '已撤回',
  noShow: '未到场',
  lapsed: '逾期未答复',
  blocked: '停用',
} as const

/** As long as a booking stands in one of these, the time is taken. */
export const holdingStates = [
  'ordered',
  'approved',
  'confirmed',
  'checkedIn',
  'rated',
  'blocked',
] as const satisfies readonly (keyof typeof bookingStates)[]

/** From Monday on. */
export const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const
