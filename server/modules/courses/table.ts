import { sql } from 'drizzle-orm'
import {
  check,
  date,
  index,
  integer,
  jsonb,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { sharedTable, unitTable, withinUnit } from '../../kernel/tables.ts'
import { members } from '../members/table.ts'

/** From, until: of a recording, or of the day. */
type Spans = readonly (readonly [number, number])[]

/** What a recording asks while it is watched. */
type Check = {
  readonly checkId: string
  readonly kind: 'single' | 'multiple'
  readonly text: string
  readonly options: readonly { readonly id: string; readonly text: string }[]
  readonly keys: readonly string[]
  readonly explanation: string
}

/** When a member is asked it, and what they said. */
type AskedCheck = {
  readonly checkId: string
  readonly atMs: number
  readonly chosen: readonly string[] | null
  readonly isRight: boolean | null
}

type CaseStudy = {
  readonly place: string
  readonly lesson: string
  readonly questions: readonly string[]
}

/** One course of the library. Known everywhere: units share what they make. */
export const courses = sharedTable(
  'courses',
  {
    organizationId: uuid('organization_id').notNull(),
    title: text('title').notNull(),
    summary: text('summary').notNull().default(''),
    genre: text('genre', {
      enum: ['lesson', 'material', 'film', 'case', 'policy', 'document', 'book', 'micro'],
    }).notNull(),
    category: text('category', {
      enum: ['theory', 'discipline', 'law', 'skill', 'situation', 'local'],
    }).notNull(),
    tags: jsonb('tags').$type<readonly string[]>().notNull().default([]),
    scope: text('scope', { enum: ['own', 'all'] }).notNull(),
    level: text('level', {
      enum: ['branch', 'committee', 'county', 'city', 'province', 'nation'],
    }).notNull(),
    authorName: text('author_name').notNull().default(''),
    /** Whose own work it is, where a member handed it in. */
    authorId: uuid('author_id'),
    creditMinutes: integer('credit_minutes').notNull(),
    watchPercent: integer('watch_percent').notNull(),
    issuedOn: date('issued_on'),
    state: text('state', {
      enum: ['draft', 'producing', 'inReview', 'returned', 'published', 'withdrawn'],
    }).notNull(),
    reason: text('reason').notNull().default(''),
    version: integer('version').notNull().default(1),
    createdBy: uuid('created_by').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    /** Whom the platform tells when learners are not content. */
    keeperId: uuid('keeper_id').notNull(),
    submittedBy: uuid('submitted_by'),
    caseStudy: jsonb('case_study').$type<CaseStudy | null>(),
    /** Of policy: when somebody last compared it with the documents in force. */
    checkedOn: date('checked_on'),
    publishedAt: timestamp('published_at', { withTimezone: true }),
  },
  (self) => [
    index('courses_by_organization').on(self.organizationId),
    index('courses_by_state').on(self.state, self.publishedAt),
  ],
)

/** What a course is made of, in order. */
export const courseItems = sharedTable(
  'course_items',
  {
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    position: integer('position').notNull(),
    kind: text('kind', {
      enum: ['video', 'document', 'article', 'package', 'quiz', 'live'],
    }).notNull(),
    title: text('title').notNull(),
    /** How long it lasts: of a recording by its own header, of what is read as estimated. */
    seconds: integer('seconds').notNull(),
    body: text('body').notNull().default(''),
    fileUnitId: uuid('file_unit_id'),
    fileId: uuid('file_id'),
    captionsId: uuid('captions_id'),
    link: text('link').notNull().default(''),
    startsAt: timestamp('starts_at', { withTimezone: true }),
    /** What its kind alone knows of it; judged by whoever builds that kind. */
    facts: jsonb('facts').$type<unknown>().notNull().default({}),
    /** Of a recording: what it asks while it is watched. */
    checks: jsonb('checks').$type<readonly Check[]>().notNull().default([]),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    removedAt: timestamp('removed_at', { withTimezone: true }),
  },
  (self) => [index('course_items_by_course').on(self.courseId, self.position)],
)

/** How far one member has come with one item. */
export const courseProgress = unitTable(
  'course_progress',
  {
    memberId: uuid('member_id').notNull(),
    courseId: uuid('course_id').notNull(),
    itemId: uuid('item_id').notNull(),
    /** The parts that were watched, in milliseconds of the recording: apart, in order, none twice. */
    spans: jsonb('spans').$type<Spans>().notNull().default([]),
    watchedSeconds: integer('watched_seconds').notNull().default(0),
    /** Where to go on. */
    positionMs: integer('position_ms').notNull().default(0),
    /** What its kind alone keeps of somebody: the memory of a package, the answers of a quiz. */
    state: jsonb('state').$type<unknown>().notNull().default({}),
    /** The moments of the questions that a recording asks this member. */
    asked: jsonb('asked').$type<readonly AskedCheck[]>().notNull().default([]),
    score: integer('score'),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
    seenAt: timestamp('seen_at', { withTimezone: true }).notNull(),
    completedAt: timestamp('completed_at', { withTimezone: true }),
  },
  (self) => [
    withinUnit(self, self.memberId, members),
    unique('course_progress_once').on(self.unitId, self.memberId, self.itemId),
    index('course_progress_by_course').on(self.courseId, self.unitId),
  ],
)

/** Who learns from which course, and when all of it was done. */
export const courseLearners = unitTable(
  'course_learners',
  {
    memberId: uuid('member_id').notNull(),
    courseId: uuid('course_id').notNull(),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
    completedAt: timestamp('completed_at', { withTimezone: true }),
    postedMinutes: integer('posted_minutes').notNull().default(0),
  },
  (self) => [
    withinUnit(self, self.memberId, members),
    unique('course_learners_once').on(self.unitId, self.memberId, self.courseId),
    index('course_learners_by_course').on(self.courseId, self.unitId),
    index('course_learners_by_member').on(self.memberId),
  ],
)

/** Which of a member's hours on the server's clock are spent: whatever plays in however many windows, once. */
export const watchClocks = unitTable(
  'watch_clocks',
  {
    memberId: uuid('member_id').notNull(),
    /** In milliseconds since 1970; what is older than a ticket can be is dropped. */
    spent: jsonb('spent').$type<Spans>().notNull().default([]),
  },
  (self) => [
    withinUnit(self, self.memberId, members),
    unique('watch_clocks_once').on(self.unitId, self.memberId),
    check('watch_clocks_list', sql`jsonb_typeof(spent) = 'array'`),
  ],
)

const levels = ['branch', 'committee', 'county', 'city', 'province', 'nation'] as const

/** What a course was chosen for, once for each honour. */
export const courseHonours = sharedTable(
  'course_honours',
  {
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    honour: text('honour', {
      enum: ['fineClass', 'fineCourse', 'fineFilm', 'fineMicro'],
    }).notNull(),
    level: text('level', { enum: levels }).notNull(),
    on: date('on').notNull(),
    basis: text('basis').notNull(),
    by: uuid('by').notNull(),
  },
  (self) => [unique('course_honours_once').on(self.courseId, self.honour)],
)

/** Where a film was shown to people outside. */
export const courseAirings = sharedTable(
  'course_airings',
  {
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    outlet: text('outlet').notNull(),
    level: text('level', { enum: levels }).notNull(),
    airedOn: date('aired_on').notNull(),
    link: text('link').notNull(),
    by: uuid('by').notNull(),
  },
  (self) => [index('course_airings_by_course').on(self.courseId)],
)

/** An organization took a course from the menu for its people; together they are the log of who uses what. */
export const courseOrders = sharedTable(
  'course_orders',
  {
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    organizationId: uuid('organization_id').notNull(),
    dueOn: date('due_on').notNull(),
    note: text('note').notNull().default(''),
    orderedBy: uuid('ordered_by').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
  },
  (self) => [
    index('course_orders_by_course').on(self.courseId),
    index('course_orders_by_organization').on(self.organizationId),
  ],
)
