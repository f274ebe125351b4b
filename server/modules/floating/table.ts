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

const phrase = (name: string) => text(name).notNull().default('')

/** One stay away from home; that somebody is away at all, and since when, the roll says. */
export const floatingStays = unitTable(
  'floating_stays',
  {
    memberId: uuid('member_id').notNull(),
    since: date('since_day').notNull(),
    reason: text('reason', { enum: ['work', 'business', 'study', 'family', 'other'] }).notNull(),
    range: text('range', { enum: ['county', 'province', 'nation', 'abroad'] }).notNull(),
    destination: text('destination').notNull(),
    address: phrase('address'),
    phoneSealed: text('phone_sealed'),
    hostName: phrase('host_name'),
    hostContact: phrase('host_contact'),
    certificate: phrase('certificate'),
    /** "2026-05" */
    duesPaidTo: text('dues_paid_to'),
    contactPersonId: uuid('contact_person_id'),
    endedOn: date('ended_on'),
    endedBecause: text('ended_because', { enum: ['returned', 'transferred', 'other'] }),
    byId: uuid('by_id').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    version: integer('version').notNull().default(1),
  },
  (self) => [
    withinUnit(self, self.memberId, members),
    withinUnit(self, self.contactPersonId, members),
    uniqueIndex('floating_stays_one_open')
      .on(self.unitId, self.memberId)
      .where(sql`ended_on is null`),
  ],
)

/** Each attempt to reach somebody, whether it succeeded or not. */
export const floatingContacts = unitTable(
  'floating_contacts',
  {
    memberId: uuid('member_id').notNull(),
    formId: uuid('form_id').notNull(),
    on: date('on_day').notNull(),
    way: text('way', { enum: ['phone', 'message', 'video', 'visit', 'self'] }).notNull(),
    isReached: boolean('is_reached').notNull(),
    note: phrase('note'),
    byId: uuid('by_id').notNull(),
    byName: text('by_name').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.memberId, members),
    unique('floating_contacts_once').on(self.unitId, self.formId),
    index('floating_contacts_by_member').on(self.memberId, self.on),
  ],
)

/** Owned by the member's unit, seen by the branch that receives: `path` is the way to that branch. */
export const floatingCheckIns = followTree(
  unitTable(
    'floating_check_ins',
    {
      memberId: uuid('member_id').notNull(),
      path: pathText('path').notNull(),
      hostId: uuid('host_id').notNull(),
      hostName: text('host_name').notNull(),
      state: text('state', { enum: ['reported', 'confirmed', 'declined', 'ended'] }).notNull(),
      note: phrase('note'),
      phoneSealed: text('phone_sealed'),
      isByMember: boolean('is_by_member').notNull(),
      reportedAt: timestamp('reported_at', { withTimezone: true }).notNull(),
      answeredOn: date('answered_on'),
      answeredBy: phrase('answered_by'),
      answer: phrase('answer'),
      endedOn: date('ended_on'),
      byId: uuid('by_id').notNull(),
      version: integer('version').notNull().default(1),
    },
    (self) => [
      withinUnit(self, self.memberId, members),
      uniqueIndex('floating_check_ins_one_open')
        .on(self.unitId, self.memberId)
        .where(sql`state in ('reported', 'confirmed')`),
      index('floating_check_ins_by_path').on(self.path),
    ],
  ),
)

/** The clock of somebody lost; the roll holds the same day as long as it runs. */
export const floatingLosses = unitTable(
  'floating_losses',
  {
    memberId: uuid('member_id').notNull(),
    since: date('since_day').notNull(),
    cause: text('cause', {
      enum: ['work', 'restructured', 'graduated', 'changedUnit', 'abroad', 'moved', 'other'],
    }).notNull(),
    note: phrase('note'),
    foundOn: date('found_on'),
    how: phrase('how'),
    byId: uuid('by_id').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.memberId, members),
    uniqueIndex('floating_losses_one_open')
      .on(self.unitId, self.memberId)
      .where(sql`found_on is null`),
  ],
)

/** Whom one asked for somebody lost, and what came of it. */
export const floatingSearches = unitTable(
  'floating_searches',
  {
    memberId: uuid('member_id').notNull(),
    formId: uuid('form_id').notNull(),
    on: date('on_day').notNull(),
    asked: text('asked').notNull(),
    result: text('result').notNull(),
    byId: uuid('by_id').notNull(),
    byName: text('by_name').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.memberId, members),
    unique('floating_searches_once').on(self.unitId, self.formId),
    index('floating_searches_by_member').on(self.memberId, self.on),
  ],
)
