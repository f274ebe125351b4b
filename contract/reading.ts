import * as z from 'zod'
import { command, query } from './kit.ts'
import { Day, Id, Line, Moment, Name, Paging, Text, Version, Year, pageOf } from './vocabulary.ts'

const Chapter = z.object({ title: Name, dueOn: Day.nullable().default(null) })
const Chapters = z.array(Chapter).min(1, '至少写一章').max(100, '最多 100 章')

const Task = z.object({
  taskId: Id,
  title: z.string(),
  from: z.string(),
  /** A member's own plan, or asked of all of an organization. */
  isOwn: z.boolean(),
  courseId: Id.nullable(),
  dueOn: Day,
  chapters: z.array(Chapter),
})

const Page = z.object({
  pageId: Id,
  title: z.string(),
  text: z.string(),
  at: Moment,
  version: Version,
  review: z.object({ by: z.string(), at: Moment, comment: z.string() }).nullable(),
})

export const reading = {
  assign: command({
    grant: 'reading.assign',
    summary: '布置阅读任务：书目或文件、章节、期限，本组织及下级党员逐章打卡',
    input: z.object({
      taskId: Id,
      organizationId: Id,
      title: Name,
      courseId: Id.nullable().default(null),
      chapters: Chapters,
      dueOn: Day,
    }),
    output: z.object({ people: z.int() }),
  }),

  withdraw: command({
    grant: 'reading.assign',
    summary: '撤回阅读任务；打过的卡保留',
    input: z.object({ taskId: Id }),
    output: z.object({}),
  }),

  list: query({
    grant: 'reading.view',
    summary: '本组织及下级的阅读任务，各读了多少',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(
      Task.extend({
        people: z.int(),
        begun: z.int(),
        done: z.int(),
        isWithdrawn: z.boolean(),
      }),
    ),
  }),

  people: query({
    grant: 'reading.view',
    summary: '一项阅读任务谁读到哪里，写了什么',
    input: Paging.extend({ taskId: Id, organizationId: Id }),
    output: pageOf(
      z.object({
        memberId: Id,
        name: z.string(),
        organizationName: z.string(),
        chapters: z.int(),
        lastOn: Day.nullable(),
        lastNote: z.string(),
      }),
    ),
  }),

  plan: command({
    summary: '订一份自己的读书计划',
    input: z.object({ taskId: Id, title: Name, chapters: Chapters, dueOn: Day }),
    output: z.object({}),
  }),

  mine: query({
    summary: '我的读书计划和阅读任务，读到哪一章，心得写了什么',
    input: z.object({}),
    output: z.object({
      rows: z.array(
        Task.extend({
          done: z.array(z.object({ chapter: z.int(), on: Day, note: z.string() })),
          isOverdue: z.boolean(),
        }),
      ),
    }),
  }),

  checkIn: command({
    summary: '读完一章打卡，写下心得；一章一次',
    input: z.object({
      taskId: Id,
      chapter: z.int().min(0).max(99),
      note: z.string().trim().min(10, '请写至少 10 个字的心得').max(2000),
    }),
    output: z.object({ done: z.int(), chapters: z.int() }),
  }),

  issue: command({
    grant: 'reading.assign',
    summary: '给本组织及下级党员配发学习笔记本（电子），一年一本，重复配发只发给没有的',
    input: z.object({ organizationId: Id, year: Year, title: Name }),
    output: z.object({ issued: z.int(), already: z.int() }),
  }),

  notebook: query({
    summary: '我的学习笔记本',
    input: z.object({ year: Year }),
    output: z.object({
      /** Nothing where none was issued for the year. */
      issued: z.object({ title: z.string(), on: Day, by: z.string() }).nullable(),
      pages: z.array(Page),
    }),
  }),

  write: command({
    summary: '写一页笔记，或改还没有批阅的一页',
    input: z.object({
      pageId: Id,
      year: Year,
      title: Name,
      text: Text.min(2, '请写笔记内容'),
      version: Version,
    }),
    output: z.object({ version: Version }),
  }),

  notebooks: query({
    grant: 'reading.view',
    summary: '配发记录：谁有笔记本、写了几页、还有几页没有批阅',
    input: Paging.extend({ organizationId: Id, year: Year }),
    output: pageOf(
      z.object({
        unitId: Id,
        memberId: Id,
        name: z.string(),
        organizationName: z.string(),
        issuedOn: Day,
        pages: z.int(),
        unread: z.int(),
      }),
    ),
  }),

  pages: query({
    grant: 'reading.view',
    summary: '一名党员的笔记',
    input: z.object({ unitId: Id, memberId: Id, year: Year }),
    output: z.object({ rows: z.array(Page) }),
  }),

  review: command({
    grant: 'reading.assign',
    summary: '批阅一页笔记',
    input: z.object({ unitId: Id, pageId: Id, comment: Line.min(1, '请写批阅意见') }),
    output: z.object({}),
  }),
}
