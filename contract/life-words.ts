/** The words of organisational life: who speaks, how people gather, how they vote, what they commemorate. No zod here. */

/** Who stands before the listeners at a lecture. */
export const speakers = {
  secretary: '党组织书记',
  leader: '上级领导干部',
  model: '先模人物',
  frontline: '一线党员',
  lecturer: '讲师团成员',
  teacher: '党校教师',
  other: '其他',
} as const

export const lectureTypes = {
  lesson: '党课',
  micro: '微党课',
  history: '党史宣讲',
  policy: '政策宣讲',
  story: '事迹报告',
} as const

/** Everybody at once, or in small batches where only who came was meant to come. */
export const gatherings = {
  whole: '集中开展',
  batch: '分批小班',
  doorstep: '送学上门',
} as const

export const ballots = { secret: '无记名投票', hands: '举手' } as const

export const motionStates = {
  open: '待表决',
  voting: '投票中',
  passed: '通过',
  failed: '未通过',
  deferred: '暂缓表决',
} as const

/** Days that a branch commemorates; when each is, and by which decision, is declared in the server. */
export const occasionNames = {
  leiFeng: '学雷锋纪念日',
  qingming: '清明节',
  nationalSecurity: '全民国家安全教育日',
  mayFourth: '五四青年节',
  julyFirst: '党的生日（七一）',
  julySeventh: '全民族抗战爆发纪念日（七七）',
  augustFirst: '建军节（八一）',
  septemberThird: '抗战胜利纪念日（九三）',
  september18: '九一八事变纪念日',
  martyrs: '烈士纪念日',
  nationalDay: '国庆节（十一）',
  constitution: '国家宪法日',
  publicMemorial: '南京大屠杀死难者国家公祭日',
} as const

/** In which way somebody came to study what was asked for. */
export const topicWays = {
  whole: '集中学习',
  batch: '分批小班',
  doorstep: '送学上门',
  alone: '自学',
} as const

export const topicStates = {
  open: '学习中',
  overdue: '已到期',
  done: '已学完',
  withdrawn: '已撤回',
} as const
