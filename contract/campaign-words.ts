/** The words of campaigns: kinds, what is asked, how returns and findings stand. No zod here, the browser imports it. */

export const campaignKinds = {
  thematic: '党内集中教育',
  seasonal: '冬春季集中培训',
  rotation: '支部轮训',
  lessons: '党课开讲啦',
} as const

export const campaignStates = { draft: '筹备中', running: '进行中', closed: '已总结' } as const

/** What a branch is asked to hold; which activities count as it is declared in the server. */
export const askTopics = {
  seminar: '专题学习研讨',
  secretaryLesson: '书记讲专题党课',
  story: '讲故事学理论',
  collective: '集中学习培训',
  practice: '实践活动',
  democratic: '专题组织生活会',
  openLesson: '公开党课',
} as const

/** Who gives a return: every branch, or every committee between. */
export const returnLevels = { branch: '各党支部', committee: '各党委（党总支）' } as const

/** In the order in which they want attention. */
export const returnStates = {
  overdue: '逾期未报',
  sentBack: '退回更正',
  due: '待报送',
  late: '逾期报送',
  corrected: '更正后报送',
  returned: '按时报送',
} as const

export const findingStates = {
  open: '整改中',
  reported: '待销号',
  sentBack: '退回继续整改',
  closed: '已销号',
} as const

/** How near the day is of what is not closed yet. */
export const findingLights = {
  overdue: '逾期',
  near: '临期',
  onTime: '正常',
  done: '完成',
} as const

export const entryGenres = { lesson: '党课', video: '微视频', model: '榜样事迹' } as const
export const entryStates = { judging: '评审中', selected: '入选', declined: '未入选' } as const
export const entryVerdicts = { pass: '推荐（入选）', decline: '不推荐' } as const
