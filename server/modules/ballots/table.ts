import type { BallotLine, BallotResult } from '@zhixing/contract'
import type {
  BallotMark,
  ballotKinds,
  ballotStates,
  ballotWays,
} from '@zhixing/contract/ballot-words.ts'
import { boolean, date, index, integer, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core'
import { acrossUnits, followTree, pathText, unitTable, withinUnit } from '../../kernel/tables.ts'
import { members } from '../members/table.ts'
import { organizations } from '../organizations/table.ts'

type Share = readonly [part: number, whole: number]

/** The rules of the day on which it was opened; they hold until the count. */
export type BallotTerms = {
  readonly quorum: Share
  /** More than the share, where other kinds are content with just that. */
  readonly isMore: boolean
  readonly pass: { readonly share: Share; readonly of: 'entitled' | 'present' } | null
  readonly clauses: readonly string[]
}

export const ballots = followTree(
  unitTable(
    'ballots',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      kind: text('kind').$type<keyof typeof ballotKinds>().notNull(),
      way: text('way').$type<keyof typeof ballotWays>().notNull(),
      state: text('state').$type<keyof typeof ballotStates>().notNull(),
      /** What a neighbour decides by it: "motion:<id>". Asked again, it is another round. */
      subject: text('subject').notNull(),
      /** Where it is voted: "activity:<id>"; nothing where people vote from where they are. */
      occasion: text('occasion').notNull().default(''),
      round: integer('round').notNull(),
      title: text('title').notNull(),
      explanation: text('explanation').notNull().default(''),
      lines: jsonb('lines').$type<readonly BallotLine[]>().notNull(),
      most: jsonb('most').$type<{ readonly mark: BallotMark; readonly count: number }>(),
      seats: integer('seats'),
      /** Whether others than the candidates may be written in. */
      takesOthers: boolean('takes_others').notNull(),
      terms: jsonb('terms').$type<BallotTerms>().notNull(),
      /** Of a ballot on the phone. The private half is sealed, and gone once it is counted: no ticket can follow. */
      publicKey: text('public_key').notNull().default(''),
      sealedKey: text('sealed_key'),
      result: jsonb('result').$type<BallotResult>(),
      voidReason: text('void_reason').notNull().default(''),
      /** Days only: a moment would help to guess. */
      openedOn: date('opened_on').notNull(),
      until: date('until_day').notNull(),
      countedOn: date('counted_on'),
      byId: uuid('by_id').notNull(),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      unique('ballots_once').on(self.unitId, self.subject, self.round),
      index('ballots_by_path').on(self.path),
      index('ballots_by_occasion').on(self.unitId, self.occasion),
    ],
  ),
)

/** Who may vote, frozen when it was opened. There is no moment in here, and nothing of what is voted. */
export const ballotVoters = unitTable(
  'ballot_voters',
  {
    ballotId: uuid('ballot_id').notNull(),
    memberUnitId: uuid('member_unit_id').notNull(),
    memberId: uuid('member_id').notNull(),
    isPresent: boolean('is_present').notNull(),
    /** A digest of the blinded ticket that was signed, so that the same may be asked for again and no other. */
    ticket: text('ticket'),
  },
  (self) => [
    withinUnit(self, self.ballotId, ballots),
    acrossUnits(self.memberUnitId, self.memberId, members),
    unique('ballot_voters_once').on(self.unitId, self.ballotId, self.memberUnitId, self.memberId),
    index('ballot_voters_by_member').on(self.memberId),
  ],
)

/** What was voted with a ticket: no name, no moment, no order. Ids are random, not made from the clock. */
export const ballotSlips = unitTable(
  'ballot_slips',
  {
    ballotId: uuid('ballot_id').notNull(),
    /** A digest of the ticket as it was shown, which nobody saw when it was signed. */
    ticket: text('ticket').notNull(),
    choices: jsonb('choices').$type<Readonly<Record<string, BallotMark>>>().notNull(),
  },
  (self) => [
    withinUnit(self, self.ballotId, ballots),
    unique('ballot_slips_once').on(self.unitId, self.ballotId, self.ticket),
  ],
)
