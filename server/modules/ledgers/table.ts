import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
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
import { unitTable, withinUnit } from '../../kernel/tables.ts'
import { members } from '../members/table.ts'
import { organizations } from '../organizations/table.ts'

/** Hours studied, entry by entry, never edited: a mistake is taken back by a second entry that names the first. */
export const hourEntries = unitTable(
  'hour_entries',
  {
    memberId: uuid('member_id').notNull(),
    /** 32 hours as a member, 56 as a secretary: one session may count in both, never twice in one. */
    ledger: text('ledger', { enum: ['member', 'secretary'] }).notNull(),
    /** The branch to which the member belonged on that day. */
    organizationId: uuid('organization_id').notNull(),
    day: date('day').notNull(),
    year: smallint('year').notNull(),
    /** From when until when it took place, where the clock was watched: nobody is in two places at once. */
    startsAt: timestamp('starts_at', { withTimezone: true }),
    endsAt: timestamp('ends_at', { withTimezone: true }),
    /** Negative in a reversal. */
    minutes: integer('minutes').notNull(),
    source: text('source', {
      enum: [
        'meeting',
        'lecture',
        'study',
        'practice',
        'class',
        'studyGroup',
        'teaching',
        'online',
        'homeDelivery',
        'external',
        'writing',
        'carried',
      ],
    }).notNull(),
    /** The session: a person is credited for it once in each ledger, however often it is closed. */
    sourceId: uuid('source_id').notNull(),
    title: text('title').notNull(),
    category: text('category').notNull().default('theory'),
    /** Which head of the curriculum it was about, where that is known. */
    heading: text('heading'),
    /** Whether it counts towards what a year demands: class time and organised study do. */
    isCentralized: boolean('is_centralized').notNull(),
    /** Counts too, but only up to the share that the rules allow. */
    isOnline: boolean('is_online').notNull().default(false),
    /** Who organised it: branch, committee, county, city. */
    level: text('level').notNull().default('branch'),
    /** Which conversion rule made these minutes, and since when that rule has held. */
    ruleKey: text('rule_key').notNull(),
    ruleFrom: date('rule_from').notNull(),
    isLate: boolean('is_late').notNull().default(false),
    /** Who vouched for what did not happen before the platform's own eyes, and the paper that shows it. */
    verifier: text('verifier').notNull().default(''),
    fileId: uuid('file_id'),
    /** What may be posted only once: "activity:<id>:<closure>". */
    key: text('key').notNull(),
    reversesId: uuid('reverses_id'),
    reason: text('reason').notNull().default(''),
    postedBy: uuid('posted_by').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.memberId, members),
    withinUnit(self, self.organizationId, organizations),
    unique('hour_entries_once').on(self.unitId, self.memberId, self.ledger, self.key),
    unique('hour_entries_reversed_once').on(self.unitId, self.reversesId),
    check('hour_entries_sign', sql`(reverses_id is null) = (minutes > 0)`),
    check(
      'hour_entries_span',
      sql`(starts_at is null) = (ends_at is null) and (starts_at is null or starts_at < ends_at)`,
    ),
    index('hour_entries_by_member').on(self.memberId, self.year),
    index('hour_entries_by_source').on(self.sourceId),
    index('hour_entries_by_organization').on(self.organizationId, self.day),
    // All that a sum over thousands of people asks of an entry: none of them has to be fetched for it.
    index('hour_entries_by_day').on(
      self.unitId,
      self.memberId,
      self.ledger,
      self.day,
      self.minutes,
      self.category,
      self.isOnline,
      self.isCentralized,
    ),
    // What is counted by times: few of many, asked of thousands of people at once.
    index('hour_entries_of_classes')
      .on(self.unitId, self.memberId, self.day)
      .where(sql`source in ('class', 'teaching')`),
  ],
)

/** A posting as JSON keeps it. */
export type KeptPosting = Omit<
  typeof hourEntries.$inferInsert,
  | 'id'
  | 'ledger'
  | 'organizationId'
  | 'year'
  | 'reversesId'
  | 'reason'
  | 'startsAt'
  | 'endsAt'
  | 'at'
> & { readonly startsAt: string | null; readonly endsAt: string | null }

/** Hours for which a full day had no room: they stand here until something of that day is taken back. */
export const waitingHours = unitTable(
  'waiting_hours',
  {
    memberId: uuid('member_id').notNull(),
    /** Where the member belonged on that day; who looks after it there sees the list. */
    organizationId: uuid('organization_id').notNull(),
    sourceId: uuid('source_id').notNull(),
    day: date('day').notNull(),
    title: text('title').notNull(),
    minutes: integer('minutes').notNull(),
    why: text('why').notNull(),
    /** The whole of what is to be posted. */
    posting: jsonb('posting').$type<KeptPosting>().notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.memberId, members),
    withinUnit(self, self.organizationId, organizations),
    unique('waiting_hours_once').on(self.unitId, self.memberId, self.sourceId, self.day),
    index('waiting_hours_by_organization').on(self.organizationId),
    index('waiting_hours_by_source').on(self.sourceId),
  ],
)

/** The sum of a member's entries in a year, kept in the transaction that posts them. */
export const hourTotals = unitTable(
  'hour_totals',
  {
    memberId: uuid('member_id').notNull(),
    ledger: text('ledger', { enum: ['member', 'secretary'] }).notNull(),
    year: smallint('year').notNull(),
    minutes: integer('minutes').notNull(),
    /** Of these, what counts in full, and what was studied online and counts up to a share. */
    centralizedMinutes: integer('centralized_minutes').notNull(),
    onlineMinutes: integer('online_minutes').notNull(),
  },
  (self) => [
    withinUnit(self, self.memberId, members),
    unique('hour_totals_once').on(self.unitId, self.memberId, self.ledger, self.year),
    check(
      'hour_totals_not_negative',
      sql`minutes >= 0 and centralized_minutes >= 0 and online_minutes >= 0`,
    ),
  ],
)
