import type { packItemKinds, witnessRelations } from '@zhixing/contract/outreach-words.ts'
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { followTree, pathText, unitTable, withinUnit } from '../../kernel/tables.ts'
import { members } from '../members/table.ts'
import { organizations } from '../organizations/table.ts'

type PackItem = { id: string; title: string; kind: keyof typeof packItemKinds; copies: number }
type Witness = { name: string; relation: keyof typeof witnessRelations; signature: string }

/** What was written down at the door, as it may be written anew. */
export type CaptureWords = {
  readonly isMet: boolean
  readonly delivered: readonly string[]
  readonly minutes: number
  readonly note: string
  readonly witness: Witness | null
}

/** What is put together once and carried to many doors. */
export const outreachPacks = followTree(
  unitTable(
    'outreach_packs',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      title: text('title').notNull(),
      items: jsonb('items').$type<PackItem[]>().notNull(),
      endedOn: date('ended_on'),
      byId: uuid('by_id').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
      version: integer('version').notNull().default(1),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      index('outreach_packs_by_path').on(self.path),
    ],
  ),
)

/** One round of visits: who goes, in which days, with which pack. */
export const outreachRounds = followTree(
  unitTable(
    'outreach_rounds',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      formId: uuid('form_id').notNull(),
      title: text('title').notNull(),
      from: date('from_day').notNull(),
      until: date('until_day').notNull(),
      packId: uuid('pack_id'),
      packedOn: date('packed_on'),
      packedBy: text('packed_by').notNull().default(''),
      endedOn: date('ended_on'),
      byId: uuid('by_id').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
      version: integer('version').notNull().default(1),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.packId, outreachPacks),
      unique('outreach_rounds_once').on(self.unitId, self.formId),
      index('outreach_rounds_by_path').on(self.path),
    ],
  ),
)

/** The route, in the order that somebody who knows the village has laid down. */
export const outreachStops = unitTable(
  'outreach_stops',
  {
    roundId: uuid('round_id').notNull(),
    memberId: uuid('member_id').notNull(),
    position: integer('position').notNull(),
    plannedOn: date('planned_on'),
    note: text('note').notNull().default(''),
    /** Taken off the route; a visitor who had it on the phone may still have gone. */
    removedOn: date('removed_on'),
  },
  (self) => [
    withinUnit(self, self.roundId, outreachRounds),
    withinUnit(self, self.memberId, members),
    unique('outreach_stops_once').on(self.unitId, self.roundId, self.memberId),
    index('outreach_stops_by_member').on(self.memberId),
  ],
)

export const outreachVisitors = unitTable(
  'outreach_visitors',
  {
    roundId: uuid('round_id').notNull(),
    memberId: uuid('member_id').notNull(),
    name: text('name').notNull(),
  },
  (self) => [
    withinUnit(self, self.roundId, outreachRounds),
    withinUnit(self, self.memberId, members),
    unique('outreach_visitors_once').on(self.unitId, self.roundId, self.memberId),
    index('outreach_visitors_by_member').on(self.memberId),
  ],
)

/** One member, one day, one visit, whoever writes it down and how often. */
export const outreachVisits = followTree(
  unitTable(
    'outreach_visits',
    {
      roundId: uuid('round_id').notNull(),
      memberId: uuid('member_id').notNull(),
      path: pathText('path').notNull(),
      day: date('day').notNull(),
      state: text('state', {
        enum: ['captured', 'attested', 'absent', 'disputed', 'refused'],
      }).notNull(),
      creditedMinutes: integer('credited_minutes').notNull().default(0),
      /** How often hours were posted for it; each posting has a key of its own. */
      postings: integer('postings').notNull().default(0),
      problem: text('problem').notNull().default(''),
      settledMet: boolean('settled_met'),
      settledMinutes: integer('settled_minutes').notNull().default(0),
      settledBy: text('settled_by').notNull().default(''),
      settledReason: text('settled_reason').notNull().default(''),
      version: integer('version').notNull().default(0),
    },
    (self) => [
      withinUnit(self, self.roundId, outreachRounds),
      withinUnit(self, self.memberId, members),
      unique('outreach_visits_once').on(self.unitId, self.memberId, self.day),
      index('outreach_visits_by_round').on(self.roundId),
      index('outreach_visits_by_path').on(self.path),
    ],
  ),
)

/** What one visitor wrote down; its id was made by the phone, so that sending it twice is once. */
export const outreachCaptures = unitTable(
  'outreach_captures',
  {
    visitId: uuid('visit_id').notNull(),
    roundId: uuid('round_id').notNull(),
    memberId: uuid('member_id').notNull(),
    /** The account that was signed in on the phone. */
    personId: uuid('person_id').notNull(),
    byName: text('by_name').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull(),
    words: jsonb('words').$type<CaptureWords>().notNull(),
    photoId: uuid('photo_id'),
    revision: integer('revision').notNull().default(0),
    earlier: jsonb('earlier').$type<CaptureWords[]>().notNull().default([]),
  },
  (self) => [
    withinUnit(self, self.visitId, outreachVisits),
    withinUnit(self, self.roundId, outreachRounds),
    withinUnit(self, self.memberId, members),
    index('outreach_captures_by_visit').on(self.visitId),
    index('outreach_captures_by_round').on(self.roundId),
  ],
)

/** A second person's word; the last one of each counts. */
export const outreachConfirmations = unitTable(
  'outreach_confirmations',
  {
    visitId: uuid('visit_id').notNull(),
    personId: uuid('person_id').notNull(),
    name: text('name').notNull(),
    as: text('as', { enum: ['visitor', 'member'] }).notNull(),
    isTrue: boolean('is_true').notNull(),
    note: text('note').notNull().default(''),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.visitId, outreachVisits),
    unique('outreach_confirmations_once').on(self.unitId, self.visitId, self.personId),
  ],
)
