import * as z from 'zod'
import { courseGenres, courseScopes, courseStates, itemKinds } from './course-words.ts'
import { organizerLevels } from './learning-words.ts'
import { Day, Id, Line, Minutes, Moment, Name, Text, Version, keysOf } from './vocabulary.ts'
import { contentCategories } from './words.ts'

export const Genre = z.enum(keysOf(courseGenres))
export const CourseState = z.enum(keysOf(courseStates))
export const Category = z.enum(keysOf(contentCategories))
export const ItemKind = z.enum(keysOf(itemKinds))
const Scope = z.enum(keysOf(courseScopes))
const Level = z.enum(keysOf(organizerLevels))

export const CourseKey = z.object({ courseId: Id })

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
})

const StoredFile = z.object({ unitId: Id, fileId: Id, name: z.string() })

export const CourseItem = z.object({
  itemId: Id,
  kind: ItemKind,
  title: z.string(),
  seconds: z.int(),
  /** Of an article, sanitised; empty for all others. */
  body: z.string(),
  file: StoredFile.nullable(),
  captions: StoredFile.nullable(),
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
  contents: z.array(CourseItem),
})

/** One stretch of play: when, by the player's own clock since it began, and which part of the recording. */
export const Beat = z.object({
  atMs: z.int().min(0).max(100_000_000),
  forMs: z.int().min(0).max(600_000),
  fromMs: z.int().min(0).max(100_000_000),
  toMs: z.int().min(0).max(100_000_000),
})
