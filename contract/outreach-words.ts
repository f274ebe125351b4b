/** The Chinese word of every value about home delivery; no zod here, so that the browser may import it. */

export const packItemKinds = {
  book: '书籍',
  document: '文件资料',
  letter: '送学信',
  video: '视频资料',
  other: '其他',
} as const

/** What has become of one visit, as all who speak about it together have said. */
export const visitStates = {
  captured: '已上门，待确认',
  attested: '已确认',
  absent: '未见到本人',
  disputed: '说法不一，待认定',
  refused: '认定未上门',
} as const

export const witnessRelations = {
  self: '本人',
  spouse: '配偶',
  child: '子女',
  relative: '其他亲属',
  carer: '护理人员',
} as const

export const dueFilters = { due: '本季度还没送到', all: '全部' } as const
