import * as z from 'zod'
import {
  ArticleContent,
  Category,
  Check,
  CourseDetail,
  CourseForm,
  CourseKey,
  CourseLine,
  CourseState,
  Genre,
  Honour,
  Level,
  Link,
  VideoContent,
} from './course-shapes.ts'
import { courseLearning } from './course-learning.ts'
import { command, query } from './kit.ts'
import { Day, Id, Line, Moment, Name, Paging, Version, pageOf } from './vocabulary.ts'

const Reason = Line.min(2, '请写明原因')
const Minute = z.int().min(1, '至少 1 分钟').max(600, '最多 600 分钟')

/** What each kind of content is made of. */
const NewItem = z.discriminatedUnion('kind', [
  VideoContent,
  z.object({ kind: z.literal('document'), fileId: Id, minutes: Minute }),
  ArticleContent,
  z.object({
    kind: z.literal('live'),
    link: Link,
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
      tag: Line.default(''),
    }),
    output: pageOf(
      CourseLine.extend({
        state: CourseState,
        learners: z.int(),
        done: z.int(),
        freshness: CourseDetail.shape.freshness,
      }),
    ),
  }),

  show: query({
    grant: 'courses.view',
    summary: '一门课程：内容、审核状态',
    input: CourseKey,
    output: CourseDetail.extend({
      canEdit: z.boolean(),
      canReview: z.boolean(),
      broadcasts: z.array(
        z.object({ outlet: z.string(), level: Level, airedOn: Day, link: z.string() }),
      ),
    }),
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

  setChecks: command({
    grant: 'courses.edit',
    summary: '视频里的插播提问：播到随机的时刻问，答了才继续计时',
    input: z.object({
      courseId: Id,
      itemId: Id,
      checks: z.array(Check).max(20, '一段视频最多 20 道题'),
    }),
    output: z.object({}),
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

  confirm: command({
    grant: 'courses.edit',
    summary: '核对过：政策形势课程的内容与现行文件一致',
    input: CourseKey,
    output: z.object({ checkedOn: Day }),
  }),

  honour: command({
    grant: 'courses.review',
    summary: '授予课程称号，如“百佳课堂”；同一称号只授一次',
    input: CourseKey.extend({ honour: Honour, level: Level, on: Day, basis: Reason }),
    output: z.object({}),
  }),

  air: command({
    grant: 'courses.edit',
    summary: '登记电教片在哪里播出：平台、级别、日期',
    input: CourseKey.extend({ airingId: Id, outlet: Name, level: Level, airedOn: Day, link: Link }),
    output: z.object({}),
  }),

  achievements: query({
    grant: 'courses.view',
    summary: '播出成果：本组织及下级的电教片在哪些平台播出，按级别计数',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(
      z.object({
        courseId: Id,
        title: z.string(),
        organizationName: z.string(),
        outlet: z.string(),
        level: Level,
        airedOn: Day,
      }),
    ).extend({ levels: z.array(z.object({ level: Level, count: z.int() })) }),
  }),

  order: command({
    grant: 'courses.order',
    summary: '点课：让一个组织的党员在期限前学完一门课程',
    input: CourseKey.extend({
      orderId: Id,
      organizationId: Id,
      dueOn: Day,
      note: Line.default(''),
    }),
    output: z.object({ people: z.int() }),
  }),

  withdrawOrder: command({
    grant: 'courses.order',
    summary: '撤回点课；已学的记录保留',
    input: z.object({ orderId: Id }),
    output: z.object({}),
  }),

  usage: query({
    grant: 'courses.view',
    summary: '使用记录：哪些单位何时点了这门课，各有多少人学、多少人学完',
    input: CourseKey,
    output: z.object({
      orders: z.array(
        z.object({
          orderId: Id,
          organizationName: z.string(),
          dueOn: Day,
          note: z.string(),
          at: Moment,
          people: z.int(),
          done: z.int(),
          isWithdrawn: z.boolean(),
          canWithdraw: z.boolean(),
        }),
      ),
      units: z.array(
        z.object({
          organizationName: z.string(),
          learners: z.int(),
          done: z.int(),
          minutes: z.int(),
          lastOn: Day,
        }),
      ),
    }),
  }),

  submit: command({
    grant: 'courses.edit',
    summary: '提交审核',
    input: CourseKey,
    output: z.object({ state: CourseState }),
  }),

  decide: command({
    grant: 'courses.edit',
    summary: '办理课程的一步：审核、共享；电教片的选题、脚本、拍摄、审片',
    input: CourseKey.extend({
      step: z.string().max(40),
      outcome: z.string().max(40),
      reason: Line.default(''),
    }),
    output: z.object({ state: CourseState }),
  }),

  withdraw: command({
    grant: 'courses.review',
    summary: '下架课程，写明原因；学过的记录保留',
    input: CourseKey.extend({ reason: Reason }),
    output: z.object({}),
  }),

  ...courseLearning,
}
