import { sql } from 'drizzle-orm'
import {
  date,
  index,
  integer,
  jsonb,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { leaderWays } from '@zhixing/contract/leader-words.ts'
import { unitTable, withinUnit } from '../../kernel/tables.ts'
import { members } from '../members/table.ts'
import { organizations } from '../organizations/table.ts'

type Way = keyof typeof leaderWays
const ways = ['group', 'self', 'research', 'lesson', 'class', 'online'] as const

/** Which branch a leading cadre looks after besides their own, from when until when. */
export const contactPoints = unitTable(
  'contact_points',
  {
    organizationId: uuid('organization_id').notNull(),
    memberId: uuid('member_id').notNull(),
    from: date('from_day').notNull(),
    until: date('until_day'),
    basis: text('basis').notNull().default(''),
    endReason: text('end_reason').notNull().default(''),
    byId: uuid('by_id').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.organizationId, organizations),
    withinUnit(self, self.memberId, members),
    uniqueIndex('contact_points_one_open')
      .on(self.unitId, self.organizationId, self.memberId)
      .where(sql`until_day is null`),
    index('contact_points_by_member').on(self.memberId),
  ],
)

export type PlanItem = {
  readonly itemId: string
  readonly title: string
  readonly way: Way
  readonly minutes: number | null
  readonly dueOn: string
}

/** What a leading cadre means to study in a year. */
export const leaderPlans = unitTable(
  'leader_plans',
  {
    memberId: uuid('member_id').notNull(),
    year: integer('year').notNull(),
    goal: text('goal').notNull(),
    items: jsonb('items').$type<readonly PlanItem[]>().notNull(),
    submittedAt: timestamp('submitted_at', { withTimezone: true }),
    at: timestamp('at', { withTimezone: true }).notNull(),
    version: integer('version').notNull(),
  },
  (self) => [
    withinUnit(self, self.memberId, members),
    unique('leader_plans_once').on(self.unitId, self.memberId, self.year),
  ],
)

/** What they did study, each time with a few words of their own. Only added to. */
export const leaderStudies = unitTable(
  'leader_studies',
  {
    memberId: uuid('member_id').notNull(),
    year: integer('year').notNull(),
    itemId: uuid('item_id'),
    on: date('on_day').notNull(),
    way: text('way', { enum: ways }).notNull(),
    title: text('title').notNull(),
    minutes: integer('minutes').notNull(),
    note: text('note').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.memberId, members),
    index('leader_studies_by_member').on(self.memberId, self.year),
  ],
)
