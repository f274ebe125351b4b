/** How the watch over each membership is said in Chinese. The browser imports it. */

export const conductClocks = {
  life: '参加组织生活',
  dues: '交纳党费',
  work: '做党分配的工作',
} as const

/** How long a clock has run, in the order in which it becomes grave. */
export const clockStages = {
  clear: '正常',
  amber: '提醒',
  talk: '谈话',
  report: '报上级',
  case: '立案',
} as const

export const taskStates = {
  open: '进行中',
  reported: '待支部确认',
  done: '已完成',
  cancelled: '已撤销',
} as const

export const disposalKinds = {
  correct: '限期改正',
  persuade: '劝退',
  remove: '除名',
  suspend: '停止党籍',
  restore: '恢复党籍',
  strike: '停止党籍后除名',
} as const

export const disposalGrounds = {
  life: '连续六个月不参加组织生活',
  dues: '连续六个月不交党费',
  work: '连续六个月不做党分配的工作',
  faith: '理想信念缺失，丧失政治立场',
  religion: '信仰宗教，帮教后仍没有转变',
  leaving: '坚持要求退党',
  threat: '为达个人目的以退党相要挟',
  unchanged: '限期改正期满仍没有转变',
  lost: '与党组织失去联系六个月以上',
  settled: '长期在国（境）外定居或者留学逾期不归',
  found: '已与党组织取得联系并经考察',
  lostLonger: '停止党籍二年后仍没有联系上',
  duty: '组织观念淡薄、履行义务不力',
} as const

export const disposalStates = {
  draft: '草稿',
  open: '办理中',
  done: '已办结',
  ended: '不予处理',
  revoked: '申诉后撤销',
} as const

export const statementWays = {
  own: '本人在手机上陈述',
  recorded: '支部记录本人口头陈述',
  declined: '本人放弃陈述',
  unreachable: '多方联系不上本人',
} as const

export const appealStates = {
  asked: '申诉待复议',
  upheld: '维持原决定',
  revoked: '撤销原决定',
} as const

export const sanctionKinds = {
  warning: '警告',
  seriousWarning: '严重警告',
  removal: '撤销党内职务',
  probation: '留党察看',
  expulsion: '开除党籍',
} as const

export const sanctionEnds = { lifted: '期满恢复', annulled: '申诉后撤销' } as const

export const leadSources = {
  letter: '来信来访',
  inspection: '监督检查',
  survey: '测评反映',
  handed: '上级交办',
  other: '其他',
} as const

export const leadStates = { received: '待研判', handling: '处置中', closed: '已了结' } as const

export const leadResults = {
  founded: '属实，已处理',
  partly: '部分属实，已处理',
  unfounded: '不属实，已澄清',
  transferred: '移交有权机关',
} as const

export const careReasons = {
  ill: '生病住院',
  hardship: '生活困难',
  veteran: '老党员',
  bereaved: '家中变故',
  festival: '节日走访',
  mood: '思想关怀',
} as const
