import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Answers } from '@zhixing/contract'
import { acrossUnits, followTree, pathText, unitTable, withinUnit } from '../../kernel/tables.ts'
import { members } from '../members/table.ts'
import { organizations } from '../organizations/table.ts'

type Book = { id: string; title: string; note: string }
type Topic = { id: string; month: number; title: string; form: Form; lead: string }
type Form = 'discussion' | 'selfStudy' | 'research'

const form = text('form', { enum: ['discussion', 'selfStudy', 'research'] }).notNull()
const version = integer('version').notNull().default(0)
const done = {
  byId: uuid('by_id').notNull(),
  byName: text('by_name').notNull(),
  at: timestamp('at', { withTimezone: true }).notNull(),
}
const somewhere = {
  organizationId: uuid('organization_id').notNull(),
  path: pathText('path').notNull(),
}
const someone = {
  memberUnitId: uuid('member_unit_id').notNull(),
  memberId: uuid('member_id').notNull(),
}

/** 理论学习中心组: one for a committee. */
export const studyGroups = followTree(
  unitTable(
    'study_groups',
    { ...somewhere, name: text('name').notNull(), version, ...done },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      unique('study_groups_once').on(self.unitId, self.organizationId),
      index('study_groups_by_path').on(self.path),
    ],
  ),
)

/** Who sits there as what, from when until when. */
export const studySeats = unitTable(
  'study_seats',
  {
    groupId: uuid('group_id').notNull(),
    ...someone,
    role: text('role', { enum: ['leader', 'member', 'secretary', 'extended'] }).notNull(),
    from: date('from_day').notNull(),
    until: date('until_day'),
  },
  (self) => [
    withinUnit(self, self.groupId, studyGroups),
    acrossUnits(self.memberUnitId, self.memberId, members),
    uniqueIndex('study_seats_once')
      .on(self.unitId, self.groupId, self.memberId)
      .where(sql`until_day is null`),
    index('study_seats_by_member').on(self.memberId),
  ],
)

export const studyPlans = unitTable(
  'study_plans',
  {
    groupId: uuid('group_id').notNull(),
    year: smallint('year').notNull(),
    intro: text('intro').notNull(),
    books: jsonb('books').$type<Book[]>().notNull(),
    topics: jsonb('topics').$type<Topic[]>().notNull(),
    adoptedOn: date('adopted_on'),
    version,
    ...done,
  },
  (self) => [
    withinUnit(self, self.groupId, studyGroups),
    unique('study_plans_once').on(self.unitId, self.groupId, self.year),
  ],
)

/** One sitting. Where it has a roll, it bears the id of its activity; self-study has none. */
export const studySessions = followTree(
  unitTable(
    'study_sessions',
    {
      ...somewhere,
      groupId: uuid('group_id').notNull(),
      title: text('title').notNull(),
      form,
      startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
      endsAt: timestamp('ends_at', { withTimezone: true }).notNull(),
      place: text('place').notNull(),
      isExtended: boolean('is_extended').notNull(),
      topicId: uuid('topic_id'),
      bookIds: jsonb('book_ids').$type<string[]>().notNull(),
      speakers: text('speakers').notNull(),
      hearing: text('hearing').notNull(),
      cancelledAt: timestamp('cancelled_at', { withTimezone: true }),
      cancelReason: text('cancel_reason').notNull().default(''),
      points: text('points').notNull().default(''),
      resolutions: text('resolutions').notNull().default(''),
      followUp: text('follow_up').notNull().default(''),
      reportedAt: timestamp('reported_at', { withTimezone: true }),
      reportedBy: text('reported_by').notNull().default(''),
      /** Sent after the day that the rule gives: kept, and shown as late. */
      isLate: boolean('is_late').notNull().default(false),
      version,
      ...done,
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.groupId, studyGroups),
      index('study_sessions_by_path').on(self.path, self.startsAt),
      index('study_sessions_by_group').on(self.unitId, self.groupId, self.startsAt),
    ],
  ),
)

/** 每年一月报备: the members as they were, with the plan and the account of the year before. */
export const studyFilings = unitTable(
  'study_filings',
  {
    groupId: uuid('group_id').notNull(),
    year: smallint('year').notNull(),
    people: jsonb('people').$type<{ name: string; role: string }[]>().notNull(),
    plan: jsonb('plan').$type<{ intro: string; books: Book[]; topics: Topic[] }>().notNull(),
    summary: text('summary').notNull(),
    isLate: boolean('is_late').notNull(),
    receivedAt: timestamp('received_at', { withTimezone: true }),
    receivedBy: text('received_by').notNull().default(''),
    ...done,
  },
  (self) => [
    withinUnit(self, self.groupId, studyGroups),
    unique('study_filings_once').on(self.unitId, self.groupId, self.year),
  ],
)

export type BulletinRow = {
  groupId: string
  name: string
  held: number
  discussions: number
  discussionsNeeded: number
  due: number
  present: number
  inTime: number
  late: number
  observed: number
  score: number | null
  remark: string
}

/** 半年通报, as it was when it was issued. */
export const studyBulletins = followTree(
  unitTable(
    'study_bulletins',
    {
      ...somewhere,
      year: smallint('year').notNull(),
      half: smallint('half').notNull(),
      opinion: text('opinion').notNull(),
      rows: jsonb('rows').$type<BulletinRow[]>().notNull(),
      ...done,
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      unique('study_bulletins_once').on(self.unitId, self.organizationId, self.year, self.half),
    ],
  ),
)

/** Who may be sent to sit in, and how often in a year. */
export const studyObservers = followTree(
  unitTable(
    'study_observers',
    {
      ...somewhere,
      ...someone,
      toursMax: smallint('tours_max').notNull(),
      until: date('until_day'),
      ...done,
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      acrossUnits(self.memberUnitId, self.memberId, members),
      uniqueIndex('study_observers_once')
        .on(self.unitId, self.organizationId, self.memberId)
        .where(sql`until_day is null`),
    ],
  ),
)

/** 列席旁听: somebody is sent to one sitting, and what they found; it lies where the group does. */
export const studyObservations = unitTable(
  'study_observations',
  {
    sessionId: uuid('session_id').notNull(),
    groupId: uuid('group_id').notNull(),
    ...someone,
    /** Who sent them. */
    senderId: uuid('sender_id').notNull(),
    because: text('because').notNull(),
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
    reason: text('reason').notNull().default(''),
    observedAt: timestamp('observed_at', { withTimezone: true }),
    answers: jsonb('answers').$type<Answers>().notNull().default({}),
    grade: text('grade', { enum: ['excellent', 'good', 'fair', 'poor'] }),
    /** Out of a hundred. */
    score: smallint('score'),
    version,
    ...done,
  },
  (self) => [
    withinUnit(self, self.sessionId, studySessions),
    withinUnit(self, self.groupId, studyGroups),
    acrossUnits(self.memberUnitId, self.memberId, members),
    uniqueIndex('study_observations_once')
      .on(self.unitId, self.sessionId, self.memberId)
      .where(sql`withdrawn_at is null`),
    index('study_observations_by_member').on(self.memberId),
    index('study_observations_by_group').on(self.unitId, self.groupId),
  ],
)
