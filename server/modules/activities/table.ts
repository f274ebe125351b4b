import { and, eq, isNull, sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  jsonb,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Heading } from '@zhixing/contract/plan-words.ts'
import type { occasionNames } from '@zhixing/contract/life-words.ts'
import { lettersOf } from '../../kernel/search.ts'
import { acrossUnits, unitTable, withinUnit } from '../../kernel/tables.ts'
import { members } from '../members/table.ts'
import { organizations } from '../organizations/table.ts'

/** One point of an agenda; `part` is the key of the kind's part that it is. */
export type AgendaItem = {
  readonly title: string
  readonly minutes: number
  readonly part?: string | undefined
  readonly isDone?: boolean | undefined
  readonly topicId?: string | undefined
}

/** Anything that happens at a time with people. What its kind demands is declared in code, by `kind`. */
export const activities = unitTable(
  'activities',
  {
    organizationId: uuid('organization_id').notNull(),
    /** Only this group of the branch, where the kind is held by groups. */
    groupId: uuid('group_id'),
    kind: text('kind', {
      enum: [
        'memberMeeting',
        'committeeMeeting',
        'groupMeeting',
        'lecture',
        'themeDay',
        'lifeMeeting',
        'classSession',
        'studyGroupSession',
      ],
    }).notNull(),
    title: text('title').notNull(),
    /** The month for which it counts, "2026-09": a make-up in October can still be September's. */
    month: text('month').notNull(),
    startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
    endsAt: timestamp('ends_at', { withTimezone: true }).notNull(),
    place: text('place').notNull().default(''),
    link: text('link').notNull().default(''),
    hostName: text('host_name').notNull().default(''),
    recorderName: text('recorder_name').notNull().default(''),
    /** Who gives the lesson; a member of the unit is credited for teaching. */
    lecturerName: text('lecturer_name').notNull().default(''),
    lecturerId: uuid('lecturer_id'),
    /** Of a class session, whose lecturer may be a member elsewhere; otherwise the unit that meets. */
    lecturerUnitId: uuid('lecturer_unit_id'),
    /** Who organises it. */
    level: text('level', {
      enum: ['branch', 'committee', 'county', 'city', 'province', 'nation'],
    })
      .notNull()
      .default('branch'),
    agenda: jsonb('agenda').$type<readonly AgendaItem[]>().notNull().default([]),
    method: text('method', {
      enum: ['lecture', 'reading', 'discussion', 'field', 'viewing', 'service', 'online'],
    })
      .notNull()
      .default('lecture'),
    category: text('category', {
      enum: ['theory', 'discipline', 'law', 'skill', 'situation', 'local'],
    })
      .notNull()
      .default('theory'),
    /** Of a lecture. */
    speaker: text('speaker', {
      enum: ['secretary', 'leader', 'model', 'frontline', 'lecturer', 'teacher', 'other'],
    }),
    lectureType: text('lecture_type', {
      enum: ['lesson', 'micro', 'history', 'policy', 'story'],
    }),
    gathering: text('gathering', { enum: ['whole', 'batch', 'doorstep'] })
      .notNull()
      .default('whole'),
    /** Which head of the curriculum it teaches, and which item of a plan it carries out. */
    heading: text('heading').$type<Heading>(),
    planItemId: uuid('plan_item_id'),
    /** What a campaign asked, where it was held for one. */
    campaignAskId: uuid('campaign_ask_id'),
    /** The commemorative day it was planned from. */
    occasion: text('occasion').$type<keyof typeof occasionNames>(),
    calledAt: timestamp('called_at', { withTimezone: true }),
    rollEndedAt: timestamp('roll_ended_at', { withTimezone: true }),
    minutes: text('minutes').notNull().default(''),
    resolution: text('resolution').notNull().default(''),
    cancelledAt: timestamp('cancelled_at', { withTimezone: true }),
    cancelReason: text('cancel_reason').notNull().default(''),
    createdBy: uuid('created_by').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    version: integer('version').notNull().default(0),
  },
  (self) => [
    withinUnit(self, self.organizationId, organizations),
    index('activities_by_organization').on(self.organizationId, self.startsAt),
    // The order of the list of meetings, over however much of the tree.
    index('activities_in_order').on(self.startsAt, self.id),
    index('activities_by_month').on(self.unitId, self.kind, self.month),
    index('activities_by_plan_item').on(self.planItemId),
    index('activities_by_campaign_ask').on(self.campaignAskId),
    index('activities_by_letters').using('gin', lettersOf([self.title, self.place])),
    index('activities_by_topic').using('gin', sql`agenda jsonb_path_ops`),
  ],
)

/** Each closing of a record; reopening ends it and says why. At most one is in force. */
export const closures = unitTable(
  'closures',
  {
    activityId: uuid('activity_id').notNull(),
    closedAt: timestamp('closed_at', { withTimezone: true }).notNull(),
    closedBy: uuid('closed_by').notNull(),
    closedByName: text('closed_by_name').notNull(),
    /** Closed later than the rule allows: kept, and shown as late. */
    isLate: boolean('is_late').notNull(),
    postedMinutes: integer('posted_minutes').notNull(),
    reopenedAt: timestamp('reopened_at', { withTimezone: true }),
    reopenedBy: uuid('reopened_by'),
    reopenReason: text('reopen_reason').notNull().default(''),
  },
  (self) => [
    withinUnit(self, self.activityId, activities),
    uniqueIndex('closures_one_in_force')
      .on(self.unitId, self.activityId)
      .where(sql`reopened_at is null`),
  ],
)

/** What is known of one person at one activity: the row is the fact, and says how it came about. */
export const attendances = unitTable(
  'attendances',
  {
    activityId: uuid('activity_id').notNull(),
    /** The unit that keeps the member: a class is attended from everywhere. */
    memberUnitId: uuid('member_unit_id').notNull(),
    memberId: uuid('member_id').notNull(),
    mark: text('mark', { enum: ['present', 'excused', 'absent'] }).notNull(),
    way: text('way', {
      enum: ['rollCall', 'file', 'code', 'proxy', 'remote', 'makeUp', 'leave'],
    }).notNull(),
    /** From another branch: not due here, credited at home. */
    isGuest: boolean('is_guest').notNull().default(false),
    /** Was due when the record was closed; a lawful denominator counts these. */
    isDue: boolean('is_due').notNull().default(true),
    /** Why excused, who signed for whom, how the lesson was made up. */
    note: text('note').notNull().default(''),
    at: timestamp('at', { withTimezone: true }).notNull(),
    byId: uuid('by_id').notNull(),
    /** Written after the day allowed for it: kept, and shown as late. */
    isLate: boolean('is_late').notNull().default(false),
  },
  (self) => [
    withinUnit(self, self.activityId, activities),
    acrossUnits(self.memberUnitId, self.memberId, members),
    unique('attendances_once').on(self.unitId, self.activityId, self.memberId),
    index('attendances_by_member').on(self.memberId),
  ],
)

/**
 * When something was last said of somebody, where the attendance does not tell: it was taken back, or said again from a
 * phone that had no network. An older word that comes in later is measured against it.
 */
export const lastWords = unitTable(
  'last_words',
  {
    activityId: uuid('activity_id').notNull(),
    memberId: uuid('member_id').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.activityId, activities),
    unique('last_words_once').on(self.unitId, self.activityId, self.memberId),
  ],
)

/** Who is due where no roster says it: the list of a class session is handed in by its class. */
export const listedMembers = unitTable(
  'listed_members',
  {
    activityId: uuid('activity_id').notNull(),
    memberUnitId: uuid('member_unit_id').notNull(),
    memberId: uuid('member_id').notNull(),
  },
  (self) => [
    withinUnit(self, self.activityId, activities),
    acrossUnits(self.memberUnitId, self.memberId, members),
    unique('listed_members_once').on(self.unitId, self.activityId, self.memberId),
    index('listed_members_by_member').on(self.memberId),
  ],
)

/** What was put to the vote: the words, the numbers, never who voted how. */
export const motions = unitTable(
  'motions',
  {
    activityId: uuid('activity_id').notNull(),
    text: text('text').notNull(),
    proposerName: text('proposer_name').notNull().default(''),
    discussion: text('discussion').notNull().default(''),
    ballot: text('ballot', { enum: ['secret', 'hands'] }),
    inFavour: integer('in_favour').notNull().default(0),
    against: integer('against').notNull().default(0),
    abstained: integer('abstained').notNull().default(0),
    deferReason: text('defer_reason').notNull().default(''),
    /** Kept when the record is closed: the roster goes on changing, the vote does not. */
    entitled: integer('entitled'),
    present: integer('present'),
    passed: boolean('passed'),
    publishedAt: timestamp('published_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    createdBy: uuid('created_by').notNull(),
    version: integer('version').notNull().default(0),
  },
  (self) => [
    withinUnit(self, self.activityId, activities),
    index('motions_by_activity').on(self.unitId, self.activityId),
  ],
)

/** Joins a record to the closing that holds; to none where it is open, or was opened again. */
export const closureInForce = and(
  eq(closures.unitId, activities.unitId),
  eq(closures.activityId, activities.id),
  isNull(closures.reopenedAt),
)
