import {
  date,
  index,
  integer,
  jsonb,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { sharedTable, unitTable, withinUnit } from '../../kernel/tables.ts'
import { members } from '../members/table.ts'

type Chapter = { readonly title: string; readonly dueOn: string | null }

/** What is to be read, chapter by chapter: asked of an organization and all below it, or planned by a member. */
export const readingTasks = sharedTable(
  'reading_tasks',
  {
    organizationId: uuid('organization_id').notNull(),
    /** Of somebody's own plan: whose. */
    ownerId: uuid('owner_id'),
    title: text('title').notNull(),
    courseId: uuid('course_id'),
    chapters: jsonb('chapters').$type<readonly Chapter[]>().notNull(),
    dueOn: date('due_on').notNull(),
    createdBy: uuid('created_by').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
  },
  (self) => [
    index('reading_tasks_by_organization').on(self.organizationId),
    index('reading_tasks_by_owner').on(self.ownerId),
  ],
)

/** A chapter read, with what somebody took from it; the first word stands. */
export const readingMarks = unitTable(
  'reading_marks',
  {
    memberId: uuid('member_id').notNull(),
    taskId: uuid('task_id').notNull(),
    chapter: smallint('chapter').notNull(),
    note: text('note').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.memberId, members),
    unique('reading_marks_once').on(self.unitId, self.memberId, self.taskId, self.chapter),
    index('reading_marks_by_task').on(self.taskId),
  ],
)

/** A notebook for a year: that it was given out, when and by whom, is the record. */
export const notebooks = unitTable(
  'notebooks',
  {
    memberId: uuid('member_id').notNull(),
    year: smallint('year').notNull(),
    title: text('title').notNull(),
    issuedOn: date('issued_on').notNull(),
    issuedBy: text('issued_by').notNull(),
  },
  (self) => [
    withinUnit(self, self.memberId, members),
    unique('notebooks_once').on(self.unitId, self.memberId, self.year),
  ],
)

export const notebookPages = unitTable(
  'notebook_pages',
  {
    memberId: uuid('member_id').notNull(),
    year: smallint('year').notNull(),
    title: text('title').notNull(),
    text: text('text').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    version: integer('version').notNull(),
    comment: text('comment').notNull().default(''),
    reviewedBy: text('reviewed_by').notNull().default(''),
    reviewedAt: timestamp('reviewed_at', { withTimezone: true }),
  },
  (self) => [
    withinUnit(self, self.memberId, members),
    index('notebook_pages_by_member').on(self.memberId, self.year),
  ],
)
