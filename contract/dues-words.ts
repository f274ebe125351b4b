/** How dues are said in Chinese. */
export const duesCategories = {
  inPost: '在职',
  retired: '离退休',
  farmer: '农民',
  student: '学生',
  lowIncome: '下岗、低收入',
} as const

export const duesWays = {
  cash: '现金',
  transfer: '转账',
  wechat: '微信',
  bank: '银行代扣',
} as const

/** What one month of one member looks like. */
export const duesLights = {
  none: '不用交',
  unknown: '未核定',
  waived: '已免',
  due: '本月应交',
  part: '没交齐',
  late: '欠交',
  paid: '已交',
  ahead: '已预交',
} as const

export const duesStages = {
  clear: '不欠',
  late: '欠交',
  remind: '欠交满提醒期',
  report: '欠交满报告期',
} as const

export const hardshipStates = {
  asked: '待审批',
  approved: '已批准',
  refused: '未批准',
} as const

export const duesKinds = {
  owed: '应交',
  paid: '收党费',
  sent: '上缴',
  received: '收到上缴',
  returnedOut: '下拨返还',
  returnedIn: '收到返还',
  spent: '使用',
} as const

export const duesFunds = { monthly: '党费', special: '特殊党费' } as const

/** What retained dues may be used for. */
export const duesUses = {
  education: '教育培训党员',
  materials: '教材报刊和电教设备',
  activity: '党的活动',
  commend: '表彰先进',
  aid: '帮扶困难党员',
  relief: '受灾救助和修缮',
} as const

export const lineStates = {
  matched: '认出是谁',
  unmatched: '没认出',
  known: '以前导过',
  skipped: '不是收款',
} as const
