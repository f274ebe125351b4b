import type { cohorts, sectors } from '@zhixing/contract/words.ts'
import { index, date, integer, jsonb, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { followTree, pathText, unitTable, withinUnit } from '../../kernel/tables.ts'
import { members } from '../members/table.ts'
import { organizations } from '../organizations/table.ts'
import { resources } from '../resources/table.ts'

type Window = { from: string; until: string }
type Cohort = keyof typeof cohorts
type Sector = keyof typeof sectors

const begun = {
  organizationId: uuid('organization_id').notNull(),
  path: pathText('path').notNull(),
  formId: uuid('form_id').notNull(),
  byId: uuid('by_id').notNull(),
  at: timestamp('at', { withTimezone: true }).notNull(),
  version: integer('version').notNull().default(0),
}
const roles = ['partySchool', 'leader', 'department', 'expert', 'model', 'speaker'] as const
const modes = ['lecture', 'touring', 'field', 'practice', 'game', 'online', 'homeDelivery'] as const

/** Who can go, with what, on which days, and how often. */
export const tourOffers = followTree(
  unitTable(
    'tour_offers',
    {
      ...begun,
      lecturerName: text('lecturer_name').notNull(),
      lecturerRole: text('lecturer_role', { enum: roles }).notNull(),
      lecturerId: uuid('lecturer_id'),
      resourceId: uuid('resource_id'),
      topics: jsonb('topics').$type<string[]>().notNull(),
      windows: jsonb('windows').$type<Window[]>().notNull(),
      tripsMax: integer('trips_max').notNull(),
      note: text('note').notNull().default(''),
      withdrawnOn: date('withdrawn_on'),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.lecturerId, members),
      withinUnit(self, self.resourceId, resources),
      unique('tour_offers_once').on(self.unitId, self.formId),
      index('tour_offers_by_path').on(self.path),
    ],
  ),
)

/** What a village wants to hear, and on which days it has time. */
export const tourRequests = followTree(
  unitTable(
    'tour_requests',
    {
      ...begun,
      topic: text('topic').notNull(),
      note: text('note').notNull().default(''),
      windows: jsonb('windows').$type<Window[]>().notNull(),
      people: integer('people').notNull(),
      cohort: text('cohort').$type<Cohort>(),
      mode: text('mode', { enum: modes }).notNull(),
      state: text('state', { enum: ['open', 'matched', 'held', 'withdrawn'] })
        .notNull()
        .default('open'),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      unique('tour_requests_once').on(self.unitId, self.formId),
      index('tour_requests_by_path').on(self.path),
    ],
  ),
)

/** Many sessions under one name, for certain levels and sectors. */
export const tourSeries = followTree(
  unitTable(
    'tour_series',
    {
      ...begun,
      title: text('title').notNull(),
      level: text('level', { enum: ['county', 'township', 'village'] }),
      sectors: jsonb('sectors').$type<Sector[]>().notNull(),
      sessionsWanted: integer('sessions_wanted').notNull(),
      from: date('from_day').notNull(),
      until: date('until_day').notNull(),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      unique('tour_series_once').on(self.unitId, self.formId),
      index('tour_series_by_path').on(self.path),
    ],
  ),
)

/** One lesson that goes to people: the organization is where it is heard. */
export const tourTrips = followTree(
  unitTable(
    'tour_trips',
    {
      ...begun,
      requestId: uuid('request_id'),
      offerId: uuid('offer_id'),
      seriesId: uuid('series_id'),
      topic: text('topic').notNull(),
      lecturerName: text('lecturer_name').notNull(),
      lecturerRole: text('lecturer_role', { enum: roles }).notNull(),
      lecturerId: uuid('lecturer_id'),
      startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
      endsAt: timestamp('ends_at', { withTimezone: true }).notNull(),
      place: text('place').notNull(),
      venueId: uuid('venue_id'),
      level: text('level', { enum: ['county', 'township', 'village'] }).notNull(),
      sector: text('sector').$type<Sector>().notNull(),
      mode: text('mode', { enum: modes }).notNull(),
      state: text('state', { enum: ['planned', 'held', 'cancelled'] })
        .notNull()
        .default('planned'),
      guests: integer('guests').notNull().default(0),
      record: text('record').notNull().default(''),
      reason: text('reason').notNull().default(''),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.requestId, tourRequests),
      withinUnit(self, self.offerId, tourOffers),
      withinUnit(self, self.seriesId, tourSeries),
      withinUnit(self, self.lecturerId, members),
      withinUnit(self, self.venueId, resources),
      unique('tour_trips_once').on(self.unitId, self.formId),
      index('tour_trips_by_path').on(self.path, self.startsAt),
    ],
  ),
)

export const tourAttendances = unitTable(
  'tour_attendances',
  {
    tripId: uuid('trip_id').notNull(),
    memberId: uuid('member_id').notNull(),
  },
  (self) => [
    withinUnit(self, self.tripId, tourTrips),
    withinUnit(self, self.memberId, members),
    unique('tour_attendances_once').on(self.unitId, self.tripId, self.memberId),
    index('tour_attendances_by_member').on(self.memberId),
  ],
)
