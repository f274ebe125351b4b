import * as z from 'zod'
import { ageBands } from './course-words.ts'
import { command, query } from './kit.ts'
import { Id, Line, Moment, Paging, keysOf, pageOf } from './vocabulary.ts'

const CourseKey = z.object({ courseId: Id })
const Stars = z.int().min(1).max(5)
const Words = z.string().trim().min(2, '请写几个字').max(2000, '最多写 2000 个字')

const Remark = z.object({
  remarkId: Id,
  replyTo: Id.nullable(),
  name: z.string(),
  organizationName: z.string(),
  text: z.string(),
  at: Moment,
  isMine: z.boolean(),
  /** Taken out of sight, and why; its author and those who look after the course still see it. */
  hidden: z.string().nullable(),
  minutes: z.int(),
})

export const remarks = {
  thread: query({
    summary: '一门课程下的讨论，新的在前',
    input: Paging.extend(CourseKey.shape),
    output: pageOf(Remark).extend({
      canModerate: z.boolean(),
      /** What the rules say of hours, in a sentence. */
      rule: z.string(),
      postedMinutes: z.int(),
    }),
  }),

  say: command({
    summary: '参加课程讨论；写得够长的记学时，一门课有上限',
    input: CourseKey.extend({ remarkId: Id, replyTo: Id.nullable().default(null), text: Words }),
    output: z.object({ postedMinutes: z.int() }),
  }),

  hide: command({
    grant: 'courses.edit',
    summary: '隐藏一条讨论并写明原因，已记的学时冲销',
    input: CourseKey.extend({ remarkId: Id, reason: Line.min(2, '请写明原因') }),
    output: z.object({ reversedMinutes: z.int() }),
  }),

  notes: query({
    summary: '我在一门课程里记的笔记',
    input: CourseKey,
    output: z.object({
      rows: z.array(
        z.object({
          noteId: Id,
          itemId: Id.nullable(),
          atSeconds: z.int(),
          text: z.string(),
          at: Moment,
        }),
      ),
    }),
  }),

  note: command({
    summary: '记一条笔记，可以记在视频的某一处',
    input: CourseKey.extend({
      noteId: Id,
      itemId: Id.nullable().default(null),
      atSeconds: z.int().min(0).max(100_000).default(0),
      text: Words,
    }),
    output: z.object({}),
  }),

  rate: command({
    summary: '给学过的课程打分，一人一次，可以改',
    input: CourseKey.extend({ stars: Stars, text: Line.default('') }),
    output: z.object({}),
  }),

  rated: query({
    summary: '我给这门课程打了几分',
    input: CourseKey,
    output: z.object({ stars: Stars.nullable(), text: z.string() }),
  }),

  ratings: query({
    grant: 'courses.view',
    summary: '课程评价：按年龄段的平均分和意见，低分提醒',
    input: CourseKey,
    output: z.object({
      count: z.int(),
      /** From 20 to 100; nothing where nobody has said anything. */
      points: z.int().nullable(),
      isLow: z.boolean(),
      bands: z.array(
        z.object({
          band: z.enum(keysOf(ageBands)),
          count: z.int(),
          points: z.int(),
          isLow: z.boolean(),
        }),
      ),
      comments: z.array(
        z.object({ band: z.enum(keysOf(ageBands)), stars: Stars, text: z.string(), at: Moment }),
      ),
    }),
  }),
}
