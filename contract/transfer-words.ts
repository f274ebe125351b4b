/** The words of transfers of membership; the browser imports them. */

export const transferRoutes = {
  inside: '平台内转接',
  out: '转往平台外',
  in: '从平台外转入',
} as const

export const transferStates = {
  draft: '审批中',
  issued: '已开介绍信',
  inTransit: '转接途中',
  received: '已接收',
  returned: '已退回',
  expired: '介绍信过期',
  declined: '未批准',
  withdrawn: '已撤回',
} as const

export const transferReasons = {
  work: '工作调动',
  graduation: '毕业、升学',
  moved: '搬迁、居住地变化',
  floating: '外出地点固定',
  retired: '离退休',
  restructured: '单位改制、撤并',
  service: '入伍、退役',
  other: '其他',
} as const

export const transferLists = {
  open: '在办',
  pocket: '口袋党员',
  received: '已接收',
  closed: '未成',
} as const

/** 口袋党员：介绍信开出（或对方已开出）而关系没有落地的几种情形。 */
export const pocketKinds = {
  notHandedIn: '对方已开介绍信，本人没有递交',
  notHandedOut: '介绍信没有交给本人',
  notAccepted: '接收方还没有审核',
  notReceived: '接收支部还没有接收',
  noSlip: '没有收到回执',
  expired: '介绍信过期，没有重新办理',
} as const

/** As seen from where one stands. */
export const transferWays = { out: '转出', in: '转入', within: '内部' } as const
