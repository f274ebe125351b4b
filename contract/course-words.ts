/** The words of the course library and of learning from it. No zod here: the browser imports it. */

/** What sort of content a course is; it decides which pages list it and what its editor asks. */
export const courseGenres = {
  lesson: '课程',
  material: '本土教材',
  film: '电教片',
  case: '案例教学',
  policy: '政策形势',
  document: '讲话和文件',
  book: '原著',
  micro: '微党课',
} as const

export const courseStates = {
  draft: '草稿',
  producing: '制作中',
  inReview: '待审核',
  returned: '退回修改',
  published: '已发布',
  withdrawn: '已下架',
} as const

/** Who may learn from it: the organization that made it and those below, or every unit of the county. */
export const courseScopes = { own: '本组织及下级', all: '全县共享' } as const

export const itemKinds = {
  video: '视频',
  document: '文档',
  article: '图文',
  package: '课件包',
  quiz: '测验',
  live: '直播',
} as const

/** What a course was chosen for. */
export const courseHonours = {
  fineClass: '百佳课堂',
  fineCourse: '精品课程',
  fineFilm: '优秀电教片',
  fineMicro: '优秀微党课',
} as const

export const freshnessStates = {
  fresh: '内容现行',
  newer: '有新文件',
  old: '该核对了',
} as const

/** By the age of who says it: what the old and the young think of a course may differ. */
export const ageBands = {
  under36: '35岁及以下',
  to45: '36—45岁',
  to55: '46—55岁',
  to65: '56—65岁',
  over65: '66岁及以上',
} as const
