import { sql } from 'drizzle-orm'
import {
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
import { followTree, pathText, unitTable, withinUnit } from '../../kernel/tables.ts'
import { members } from '../members/table.ts'
import { organizations } from '../organizations/table.ts'

const category = text('category', {
  enum: ['inPost', 'retired', 'farmer', 'student', 'lowIncome'],
}).notNull()
const way = text('way', { enum: ['cash', 'transfer', 'wechat', 'bank'] }).notNull()
const fund = text('fund', { enum: ['monthly', 'special'] }).notNull()

const done = {
  byId: uuid('by_id').notNull(),
  byName: text('by_name').notNull(),
  at: timestamp('at', { withTimezone: true }).notNull(),
}

/** From what somebody's dues of a year are worked out, from a month on; the last word holds, none is rewritten. */
export const duesBases = unitTable(
  'dues_bases',
  {
    memberId: uuid('member_id').notNull(),
    year: smallint('year').notNull(),
    from: text('from_month').notNull(),
    category,
    baseFen: integer('base_fen').notNull(),
    note: text('note').notNull(),
    ...done,
  },
  (self) => [
    withinUnit(self, self.memberId, members),
    index('dues_bases_by_member').on(self.memberId, self.year),
  ],
)

/** Money that a member paid, once, whoever brings it in: the form's id, or the identity of a statement's line. */
export const duesPayments = unitTable(
  'dues_payments',
  {
    memberId: uuid('member_id').notNull(),
    organizationId: uuid('organization_id').notNull(),
    identity: text('identity').notNull(),
    statementId: uuid('statement_id'),
    paidOn: date('paid_on').notNull(),
    fen: integer('fen').notNull(),
    way,
    fund,
    text: text('text').notNull(),
    ...done,
  },
  (self) => [
    withinUnit(self, self.memberId, members),
    withinUnit(self, self.organizationId, organizations),
    unique('dues_payments_once').on(self.unitId, self.identity),
    check('dues_payments_positive', sql`fen > 0`),
    index('dues_payments_by_member').on(self.memberId),
  ],
)

/** The ledger: never edited; a mistake is taken back by a second entry that names the first. */
export const duesEntries = unitTable(
  'dues_entries',
  {
    organizationId: uuid('organization_id').notNull(),
    memberId: uuid('member_id'),
    kind: text('kind', {
      enum: ['owed', 'paid', 'sent', 'received', 'returnedOut', 'returnedIn', 'spent'],
    }).notNull(),
    fund,
    /** The month that is owed or paid for; nothing where the money is on its way between levels. */
    month: text('month'),
    /** The month in whose books it stands: the one in which it was written, so that past months never move. */
    period: text('period').notNull(),
    /** Negative in a reversal. */
    fen: integer('fen').notNull(),
    /** What it came from: a payment, a remittance, whose two ends share it. */
    sourceId: uuid('source_id').notNull(),
    /** Of a remittance: which quarter. Of a use: which kind. */
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    clause: text('clause').notNull(),
    key: text('key').notNull(),
    reversesId: uuid('reverses_id'),
    ...done,
  },
  (self) => [
    withinUnit(self, self.organizationId, organizations),
    withinUnit(self, self.memberId, members),
    unique('dues_entries_once').on(self.unitId, self.key),
    unique('dues_entries_reversed_once').on(self.unitId, self.reversesId),
    check('dues_entries_sign', sql`(reverses_id is null) = (fen > 0)`),
    index('dues_entries_by_member').on(self.memberId, self.month),
    index('dues_entries_by_organization').on(self.organizationId, self.period),
    index('dues_entries_by_source').on(self.unitId, self.sourceId),
  ],
)

/** The sum of an organization's entries of a kind in a month's books, kept in the transaction that posts them. */
export const duesTotals = unitTable(
  'dues_totals',
  {
    organizationId: uuid('organization_id').notNull(),
    period: text('period').notNull(),
    kind: text('kind').$type<(typeof duesEntries.$inferSelect)['kind']>().notNull(),
    fund,
    fen: integer('fen').notNull(),
  },
  (self) => [
    withinUnit(self, self.organizationId, organizations),
    unique('dues_totals_once').on(
      self.unitId,
      self.organizationId,
      self.period,
      self.kind,
      self.fund,
    ),
  ],
)

/** Somebody who cannot pay what is asked, from a month until a month. */
export const duesHardships = followTree(
  unitTable(
    'dues_hardships',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      memberId: uuid('member_id').notNull(),
      from: text('from_month').notNull(),
      until: text('until_month').notNull(),
      monthlyFen: integer('monthly_fen').notNull(),
      reason: text('reason').notNull(),
      state: text('state', { enum: ['asked', 'approved', 'refused'] }).notNull(),
      answer: text('answer').notNull().default(''),
      version: integer('version').notNull().default(0),
      ...done,
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.memberId, members),
      index('dues_hardships_by_member').on(self.memberId),
      index('dues_hardships_by_path').on(self.path),
    ],
  ),
)

/** A bank's or WeChat's file that was brought into the books. */
export const duesStatements = unitTable(
  'dues_statements',
  {
    organizationId: uuid('organization_id').notNull(),
    fileId: uuid('file_id').notNull(),
    fileName: text('file_name').notNull(),
    way,
    posted: integer('posted').notNull(),
    fen: integer('fen').notNull(),
    ...done,
  },
  (self) => [withinUnit(self, self.organizationId, organizations)],
)

/** What a branch told its members, as it was told. */
export const duesPublications = unitTable(
  'dues_publications',
  {
    organizationId: uuid('organization_id').notNull(),
    quarter: text('quarter').notNull(),
    edition: smallint('edition').notNull(),
    columns: jsonb('columns').$type<string[]>().notNull(),
    rows: jsonb('rows').$type<string[][]>().notNull(),
    ...done,
  },
  (self) => [
    withinUnit(self, self.organizationId, organizations),
    unique('dues_publications_once').on(
      self.unitId,
      self.organizationId,
      self.quarter,
      self.edition,
    ),
  ],
)
