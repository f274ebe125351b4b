import * as z from 'zod'
import {
  ArticleContent,
  AskedCheck,
  Beat,
  Category,
  CheckVerdict,
  CourseItem,
  CourseKey,
  CourseLine,
  CourseState,
  Genre,
  VideoContent,
} from './course-shapes.ts'
import { command, query } from './kit.ts'
import { Day, Id, Line, Moment, Name, Paging, pageOf } from './vocabulary.ts'

/** What somebody does with courses for themself: the other half of the capability. */
export const courseLearning = {
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
      unitId: Id,
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

  due: query({
    summary: '点给我的、我自己选的课程，还没有学完的',
    input: z.object({}),
    output: z.object({
      rows: z.array(
        CourseLine.extend({
          doneItems: z.int(),
          dueOn: Day.nullable(),
          from: z.string(),
          isOverdue: z.boolean(),
        }),
      ),
    }),
  }),

  choose: command({
    summary: '从菜单里选一门课程，放进我的学习',
    input: CourseKey,
    output: z.object({}),
  }),

  offer: command({
    summary: '交一堂微党课：图文或视频，由上级审核后采用',
    input: z.object({
      courseId: Id,
      title: Name,
      summary: Line.default(''),
      category: Category.default('theory'),
      content: z.discriminatedUnion('kind', [VideoContent, ArticleContent]),
    }),
    output: z.object({ state: CourseState }),
  }),

  mine: query({
    summary: '我交的微党课：审核到哪一步，采用后记的积分',
    input: z.object({}),
    output: z.object({
      points: z.int(),
      rows: z.array(
        CourseKey.extend({
          title: z.string(),
          state: CourseState,
          reason: z.string(),
          at: Moment,
          points: z.int(),
          learners: z.int(),
        }),
      ),
    }),
  }),

  watch: command({
    summary: '开始学一项内容：领取一张凭据，之后凭它报告学到哪里',
    input: z.object({ courseId: Id, itemId: Id }),
    output: z.object({
      ticket: z.string(),
      positionSeconds: z.int(),
      /** What the recording still asks, at moments thrown for this viewer; the next one first. */
      checks: z.array(AskedCheck),
    }),
  }),

  beat: command({
    grant: 'courses.learn',
    summary: '报告刚才学了哪几段；时间以服务器的钟为界，重复的、快放的、跳过的不计',
    input: z.object({
      ticket: z.string().max(400),
      beats: z.array(Beat).max(400),
      /** What was said to questions, when by the player's own clock; each counts once, as said first. */
      answers: z
        .array(
          z.object({
            checkId: Id,
            chosen: z.array(z.string().max(2)).max(8),
            atMs: z.int().min(0).max(100_000_000),
          }),
        )
        .max(60)
        .default([]),
      positionMs: z.int().min(0).max(100_000_000),
    }),
    output: z.object({
      watchedSeconds: z.int(),
      isItemDone: z.boolean(),
      /** With these very words. */
      isCourseDone: z.boolean(),
      /** Of the answers in these words: whether they were right. What was not taken is not among them. */
      checks: z.array(CheckVerdict),
    }),
  }),

  join: command({
    summary: '进入直播：开播前一刻钟到结束前可以进入，进入即记为到场',
    input: z.object({ courseId: Id, itemId: Id }),
    output: z.object({ link: z.string(), isCourseDone: z.boolean() }),
  }),
}
