import * as z from 'zod'
import {
  Beat,
  Category,
  CourseDetail,
  CourseForm,
  CourseItem,
  CourseKey,
  CourseLine,
  CourseState,
  Genre,
} from './course-shapes.ts'
import { command, query } from './kit.ts'
import { Id, Line, Moment, Name, Paging, Text, Version, pageOf } from './vocabulary.ts'

const Reason = Line.min(2, '请写明原因')
const Minute = z.int().min(1, '至少 1 分钟').max(600, '最多 600 分钟')

/** What each kind of content is made of. */
const NewItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('video'), fileId: Id, captionsId: Id.nullable().default(null) }),
  z.object({ kind: z.literal('document'), fileId: Id, minutes: Minute }),
  z.object({ kind: z.literal('article'), body: Text.min(1, '请写正文') }),
  z.object({
    kind: z.literal('live'),
    link: z.url({ protocol: /^https?$/, message: '链接要以 http:// 或 https:// 开头' }).max(500),
    startsAt: Moment,
    minutes: Minute,
  }),
])

export const courses = {
  list: query({
    grant: 'courses.view',
    summary: '课程库：本组织及下级的课程，和全县共享的课程',
    input: Paging.extend({
      organizationId: Id,
      text: Line.default(''),
      genre: Genre.nullable().default(null),
      category: Category.nullable().default(null),
      state: CourseState.nullable().default(null),
    }),
    output: pageOf(CourseLine.extend({ state: CourseState, learners: z.int(), done: z.int() })),
  }),

  show: query({
    grant: 'courses.view',
    summary: '一门课程：内容、审核状态',
    input: CourseKey,
    output: CourseDetail.extend({ canEdit: z.boolean(), canReview: z.boolean() }),
  }),

  create: command({
    grant: 'courses.edit',
    summary: '新建一门课程（草稿）',
    /** The id is made by the form: sent twice, it is there once. */
    input: CourseForm.extend({ courseId: Id, organizationId: Id }),
    output: CourseKey,
  }),

  change: command({
    grant: 'courses.edit',
    summary: '修改课程说明；已发布的课程先下架再改，改后重新审核',
    input: CourseForm.extend({ courseId: Id, version: Version }),
    output: z.object({ version: Version }),
  }),

  addItem: command({
    grant: 'courses.edit',
    summary: '给课程添加一项内容：视频、文档、图文或直播',
    input: z.object({ courseId: Id, itemId: Id, title: Name, content: NewItem }),
    output: z.object({ itemId: Id, seconds: z.int() }),
  }),

  removeItem: command({
    grant: 'courses.edit',
    summary: '移除一项内容；已有的学习记录保留',
    input: z.object({ courseId: Id, itemId: Id }),
    output: z.object({}),
  }),

  arrange: command({
    grant: 'courses.edit',
    summary: '排列内容的先后',
    input: z.object({ courseId: Id, itemIds: z.array(Id).min(1).max(200) }),
    output: z.object({}),
  }),

  submit: command({
    grant: 'courses.edit',
    summary: '提交审核',
    input: CourseKey,
    output: z.object({ state: CourseState }),
  }),

  decide: command({
    grant: 'courses.review',
    summary: '审核课程：发布，或退回并写明原因；本人不能审核本人的课程',
    input: CourseKey.extend({ outcome: z.enum(['publish', 'return']), reason: Line.default('') }),
    output: z.object({ state: CourseState }),
  }),

  withdraw: command({
    grant: 'courses.review',
    summary: '下架课程，写明原因；学过的记录保留',
    input: CourseKey.extend({ reason: Reason }),
    output: z.object({}),
  }),

  menu: query({
    summary: '我可以学的课程',
    input: Paging.extend({
      text: Line.default(''),
      genre: Genre.nullable().default(null),
      category: Category.nullable().default(null),
    }),
    output: pageOf(CourseLine.extend({ doneItems: z.int(), completedAt: Moment.nullable() })),
  }),

  open: query({
    summary: '一门课程的内容和我学到哪里',
    input: CourseKey,
    output: CourseLine.extend({
      completedAt: Moment.nullable(),
      postedMinutes: z.int(),
      watchPercent: z.int(),
      contents: z.array(
        CourseItem.extend({
          watchedSeconds: z.int(),
          positionSeconds: z.int(),
          completedAt: Moment.nullable(),
        }),
      ),
    }),
  }),

  watch: command({
    summary: '开始学一项内容：领取一张凭据，之后凭它报告学到哪里',
    input: z.object({ courseId: Id, itemId: Id }),
    output: z.object({ ticket: z.string(), positionSeconds: z.int() }),
  }),

  beat: command({
    grant: 'courses.learn',
    summary: '报告刚才学了哪几段；时间以服务器的钟为界，重复的、快放的、跳过的不计',
    input: z.object({
      ticket: z.string().max(400),
      beats: z.array(Beat).max(400),
      positionMs: z.int().min(0).max(100_000_000),
    }),
    output: z.object({
      watchedSeconds: z.int(),
      isItemDone: z.boolean(),
      /** With these very words. */
      isCourseDone: z.boolean(),
    }),
  }),

  join: command({
    summary: '进入直播：开播前一刻钟到结束前可以进入，进入即记为到场',
    input: z.object({ courseId: Id, itemId: Id }),
    output: z.object({ link: z.string(), isCourseDone: z.boolean() }),
  }),
}
