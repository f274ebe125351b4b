import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  index,
  integer,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { followTree, pathText, unitTable, withinUnit } from '../../kernel/tables.ts'
import { members } from '../members/table.ts'
import { organizations } from '../organizations/table.ts'

const begun = {
  organizationId: uuid('organization_id').notNull(),
  path: pathText('path').notNull(),
  from: date('from_day').notNull(),
  until: date('until_day').notNull(),
  byId: uuid('by_id').notNull(),
  at: timestamp('at', { withTimezone: true }).notNull(),
}

/** A member who leads another. */
export const mentorPairs = followTree(
  unitTable(
    'mentor_pairs',
    {
      ...begun,
      mentorId: uuid('mentor_id').notNull(),
      learnerId: uuid('learner_id').notNull(),
      goal: text('goal').notNull(),
      endedOn: date('ended_on'),
      endReason: text('end_reason').notNull().default(''),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.mentorId, members),
      withinUnit(self, self.learnerId, members),
      uniqueIndex('mentor_pairs_one_open')
        .on(self.unitId, self.mentorId, self.learnerId)
        .where(sql`ended_on is null`),
      index('mentor_pairs_by_path').on(self.path),
    ],
  ),
)

/** One meeting of the two, written down by one and confirmed by the other. */
export const mentorSessions = unitTable(
  'mentor_sessions',
  {
    pairId: uuid('pair_id').notNull(),
    formId: uuid('form_id').notNull(),
    on: date('on_day').notNull(),
    minutes: integer('minutes').notNull(),
    text: text('text').notNull(),
    byMemberId: uuid('by_member_id').notNull(),
    byName: text('by_name').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    isTrue: boolean('is_true'),
  },
  (self) => [
    withinUnit(self, self.pairId, mentorPairs),
    withinUnit(self, self.byMemberId, members),
    unique('mentor_sessions_once').on(self.unitId, self.formId),
    index('mentor_sessions_by_pair').on(self.pairId),
  ],
)

/** A member who learns by doing, somewhere at the front. */
export const placements = followTree(
  unitTable(
    'placements',
    {
      ...begun,
      formId: uuid('form_id').notNull(),
      memberId: uuid('member_id').notNull(),
      host: text('host').notNull(),
      duty: text('duty').notNull(),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.memberId, members),
      unique('placements_once').on(self.unitId, self.formId),
      index('placements_by_path').on(self.path),
    ],
  ),
)

export const placementTasks = unitTable(
  'placement_tasks',
  {
    placementId: uuid('placement_id').notNull(),
    title: text('title').notNull(),
    dueOn: date('due_on').notNull(),
    state: text('state', { enum: ['open', 'reported', 'accepted', 'returned'] })
      .notNull()
      .default('open'),
    text: text('text').notNull().default(''),
    minutes: integer('minutes').notNull().default(0),
    reportedOn: date('reported_on'),
    answer: text('answer').notNull().default(''),
    version: integer('version').notNull().default(0),
  },
  (self) => [
    withinUnit(self, self.placementId, placements),
    index('placement_tasks_by_placement').on(self.placementId),
  ],
)
