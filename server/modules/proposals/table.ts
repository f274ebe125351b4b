import type {
  offerKinds,
  pickStates,
  proposalRequirements,
} from '@zhixing/contract/proposal-words.ts'
import { date, index, integer, jsonb, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { followTree, pathText, unitTable, withinUnit } from '../../kernel/tables.ts'
import { organizations } from '../organizations/table.ts'

export type Totals = {
  readonly people: number
  readonly reached: number
  readonly gapMinutes: number
  readonly openMinutes: number
  readonly fen: number
  /** Another mix could weigh so much less, at most. */
  readonly unprovenFen: number
  readonly isProven: boolean
  readonly isCut: boolean
}

/** What was asked, and what came of it. */
export const proposals = followTree(
  unitTable(
    'proposals',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      requirement: text('requirement').$type<keyof typeof proposalRequirements>().notNull(),
      until: date('until_day').notNull(),
      budgetYuan: integer('budget_yuan'),
      kinds: jsonb('kinds').$type<readonly (keyof typeof offerKinds)[]>().notNull(),
      seconds: integer('seconds').notNull(),
      jobId: uuid('job_id').notNull(),
      totals: jsonb('totals').$type<Totals>(),
      byId: uuid('by_id').notNull(),
      byName: text('by_name').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
      discardedAt: timestamp('discarded_at', { withTimezone: true }),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      index('proposals_by_path').on(self.path, self.at),
    ],
  ),
)

/** What the mix takes: a class with free seats, a class to be held, a course, visits. */
export const proposalOffers = unitTable(
  'proposal_offers',
  {
    proposalId: uuid('proposal_id').notNull(),
    kind: text('kind').$type<keyof typeof offerKinds>().notNull(),
    /** The class or the course; of a class to be held, what it would be. */
    subjectUnitId: uuid('subject_unit_id'),
    subjectId: uuid('subject_id'),
    title: text('title').notNull(),
    when: text('when_words').notNull(),
    minutes: integer('minutes').notNull(),
    people: integer('people').notNull(),
    seats: integer('seats'),
    fen: integer('fen').notNull(),
    reason: text('reason').notNull(),
    plan: jsonb('plan').$type<NewClass>(),
  },
  (self) => [
    withinUnit(self, self.proposalId, proposals),
    index('proposal_offers_by_proposal').on(self.unitId, self.proposalId),
  ],
)

/** A class that could be held: when, by whom, where. Moments are ISO. */
export type NewClass = {
  readonly from: string
  readonly until: string
  readonly lecturerName: string
  readonly lecturerRank: 'none' | 'associate' | 'senior' | 'academician'
  readonly roomName: string
  readonly seats: number
  readonly minutes: number
  readonly fixedFen: number
  readonly fen: number
}

export const proposalPeople = unitTable(
  'proposal_people',
  {
    proposalId: uuid('proposal_id').notNull(),
    memberUnitId: uuid('member_unit_id').notNull(),
    memberId: uuid('member_id').notNull(),
    organizationId: uuid('organization_id').notNull(),
    path: pathText('path').notNull(),
    name: text('name').notNull(),
    organizationName: text('organization_name').notNull(),
    needMinutes: integer('need_minutes').notNull(),
    openMinutes: integer('open_minutes').notNull(),
    reason: text('reason').notNull(),
    position: integer('position').notNull(),
  },
  (self) => [
    withinUnit(self, self.proposalId, proposals),
    unique('proposal_people_once').on(self.unitId, self.proposalId, self.memberId),
    index('proposal_people_by_position').on(self.unitId, self.proposalId, self.position),
  ],
)

export const proposalPicks = unitTable(
  'proposal_picks',
  {
    proposalId: uuid('proposal_id').notNull(),
    offerId: uuid('offer_id').notNull(),
    memberId: uuid('member_id').notNull(),
    minutes: integer('minutes').notNull(),
    fen: integer('fen').notNull(),
    state: text('state').$type<keyof typeof pickStates>().notNull().default('proposed'),
    refusal: text('refusal').notNull().default(''),
  },
  (self) => [
    withinUnit(self, self.proposalId, proposals),
    withinUnit(self, self.offerId, proposalOffers),
    unique('proposal_picks_once').on(self.unitId, self.offerId, self.memberId),
    index('proposal_picks_by_member').on(self.unitId, self.proposalId, self.memberId),
  ],
)
