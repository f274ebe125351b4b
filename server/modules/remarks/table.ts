import { index, integer, smallint, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { sharedTable, unitTable, withinUnit } from '../../kernel/tables.ts'
import { members } from '../members/table.ts'

/** What was said under a course. Known everywhere: those who learn the same talk across units. */
export const courseRemarks = sharedTable(
  'course_remarks',
  {
    courseId: uuid('course_id').notNull(),
    replyTo: uuid('reply_to'),
    unitId: uuid('unit_id').notNull(),
    memberId: uuid('member_id').notNull(),
    name: text('name').notNull(),
    organizationName: text('organization_name').notNull(),
    text: text('text').notNull(),
    /** What it was credited with. */
    minutes: integer('minutes').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    hiddenAt: timestamp('hidden_at', { withTimezone: true }),
    hiddenBy: uuid('hidden_by'),
    hiddenReason: text('hidden_reason').notNull().default(''),
  },
  (self) => [index('course_remarks_by_course').on(self.courseId, self.at)],
)

/** What somebody wrote down for themself, at a place of a recording or of the course as a whole. */
export const courseNotes = unitTable(
  'course_notes',
  {
    memberId: uuid('member_id').notNull(),
    courseId: uuid('course_id').notNull(),
    itemId: uuid('item_id'),
    atSeconds: integer('at_seconds').notNull(),
    text: text('text').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.memberId, members),
    index('course_notes_by_member').on(self.memberId, self.courseId),
  ],
)

export const courseRatings = unitTable(
  'course_ratings',
  {
    memberId: uuid('member_id').notNull(),
    courseId: uuid('course_id').notNull(),
    stars: smallint('stars').notNull(),
    text: text('text').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.memberId, members),
    unique('course_ratings_once').on(self.unitId, self.memberId, self.courseId),
    index('course_ratings_by_course').on(self.courseId),
  ],
)
