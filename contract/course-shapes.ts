import * as z from 'zod'
import {
  courseGenres,
  courseHonours,
  courseScopes,
  courseStates,
  freshnessStates,
  itemKinds,
} from './course-words.ts'
import { organizerLevels } from './learning-words.ts'
import { Day, Id, Line, Minutes, Moment, Name, Text, Version, keysOf } from './vocabulary.ts'
import { contentCategories } from './words.ts'

export const Genre = z.enum(keysOf(courseGenres))
export const CourseState = z.enum(keysOf(courseStates))
export const Category = z.enum(keysOf(contentCategories))
export const ItemKind = z.enum(keysOf(itemKinds))
const Scope = z.enum(keysOf(courseScopes))
export const CourseKey = z.object({ courseId: Id })

export const Honour = z.enum(keysOf(courseHonours))
export const Level = z.enum(keysOf(organizerLevels))

/** What teaching by a case needs: where it was, what it teaches, what to talk about. */
const CaseStudy = z.object({
  place: Line.min(1, '请写明事例发生在哪里'),
  lesson: Text.min(5, '请用至少 5 个字写明启示').max(1000),
  questions: z.array(Line.min(2)).min(1, '至少留一个讨论题').max(10),
})

/** Whether what a course says of policy still holds, and which documents came after it. */
const Freshness = z.object({
  state: z.enum(keysOf(freshnessStates)),
  checkedOn: Day.nullable(),
  newer: z.array(z.object({ title: z.string(), issuedOn: Day })),
})

/** What the form of a course asks. */
export const CourseForm = z.object({
  title: Name,
  summary: Text.max(2000, '简介不能超过 2000 个字').default(''),
  genre: Genre,
  category: Category.default('theory'),
  tags: z.array(Line.min(1).max(20)).max(10, '最多 10 个标签').default([]),
  scope: Scope.default('own'),
  level: Level.default('committee'),
  authorName: Line.max(50).default(''),
  /** What is credited when all of it is done; never more than its content lasts. */
  creditMinutes: Minutes.max(1200, '一门课最多记 1200 分钟'),
  /** How much of each video must have been watched. */
  watchPercent: z.int().min(50, '至少看完一半').max(100).default(90),
  /** Of a document: when it was issued. */
  issuedOn: Day.nullable().default(null),
  caseStudy: CaseStudy.nullable().default(null),
})

const StoredFile = z.object({ unitId: Id, fileId: Id, name: z.string() })

const CheckOption = z.object({ id: z.string().min(1).max(2), text: Line.min(1, '没有填写') })

/** A question that a recording asks while it is watched, with what is right. */
export const Check = z.object({
  checkId: Id,
  kind: z.enum(['single', 'multiple']),
  text: z.string().trim().min(2, '请写问题').max(500),
  options: z.array(CheckOption).min(2, '至少两个选项').max(8, '最多八个选项'),
  keys: z.array(z.string().max(2)).min(1, '请选出正确答案').max(8),
  explanation: Line.default(''),
})
export const CourseItem = z.object({
  itemId: Id,
  kind: ItemKind,
  title: z.string(),
  seconds: z.int(),
  /** Of an article, sanitised; empty for all others. */
  body: z.string(),
  file: StoredFile.nullable(),
  captions: StoredFile.nullable(),
  /** Of a package or a quiz: which, so that it can be opened where it is played. */
  made: z.object({ unitId: Id, id: Id }).nullable(),
  link: z.string(),
  startsAt: Moment.nullable(),
  endsAt: Moment.nullable(),
})

export const CourseLine = CourseKey.extend({
  title: z.string(),
  summary: z.string(),
  genre: Genre,
  category: Category,
  tags: z.array(z.string()),
  scope: Scope,
  authorName: z.string(),
  organizationName: z.string(),
  creditMinutes: Minutes,
  items: z.int(),
  seconds: z.int(),
  honours: z.array(Honour),
  caseStudy: CaseStudy.nullable(),
})

export const CourseDetail = CourseLine.extend({
  organizationId: Id,
  level: Level,
  state: CourseState,
  watchPercent: z.int(),
  issuedOn: Day.nullable(),
  version: Version,
  createdAt: Moment,
  publishedAt: Moment.nullable(),
  returnReason: z.string(),
  unitId: Id,
  freshness: Freshness.nullable(),
  contents: z.array(CourseItem.extend({ checks: z.array(Check) })),
})

/** As its viewer sees it, from the moment of the recording on. */
export const AskedCheck = Check.omit({ keys: true, explanation: true }).extend({ atMs: z.int() })
export const CheckVerdict = Check.pick({ checkId: true, keys: true, explanation: true }).extend({
  isRight: z.boolean(),
})

/** One stretch of play: when, by the player's own clock since it began, and which part of the recording. */
export const Beat = z.object({
  atMs: z.int().min(0).max(100_000_000),
  forMs: z.int().min(0).max(600_000),
  fromMs: z.int().min(0).max(100_000_000),
  toMs: z.int().min(0).max(100_000_000),
})

export const Link = z
  .url({ protocol: /^https?$/, message: '链接要以 http:// 或 https:// 开头' })
  .max(500)
export const VideoContent = z.object({
  kind: z.literal('video'),
  fileId: Id,
  captionsId: Id.nullable().default(null),
})
export const ArticleContent = z.object({
  kind: z.literal('article'),
  body: Text.min(1, '请写正文'),
})
