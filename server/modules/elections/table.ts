import type { electionScopes, electionStates } from '@zhixing/contract/election-words.ts'
import type { posts } from '@zhixing/contract/words.ts'
import { sql } from 'drizzle-orm'
import { date, index, integer, jsonb, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { followTree, pathText, unitTable, withinUnit } from '../../kernel/tables.ts'
import { organizations } from '../organizations/table.ts'

type Person = { readonly memberId: string; readonly name: string }
type Holder = Person & { readonly post: keyof typeof posts }

/** One election of a branch, from the slate to the committee; its rounds are ballots about "election:<id>". */
export const elections = followTree(
  unitTable(
    'elections',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      scope: text('scope').$type<keyof typeof electionScopes>().notNull(),
      seats: integer('seats').notNull(),
      slate: jsonb('slate').$type<readonly Person[]>().notNull(),
      note: text('note').notNull(),
      state: text('state').$type<keyof typeof electionStates>().notNull(),
      approvedBy: text('approved_by').notNull().default(''),
      approvedOn: date('approved_on'),
      /** The meeting at which the last round was voted. */
      activityId: uuid('activity_id'),
      holders: jsonb('holders').$type<readonly Holder[]>().notNull().default([]),
      /** Why it was withdrawn. */
      reason: text('reason').notNull().default(''),
      at: date('on_day').notNull(),
      byId: uuid('by_id').notNull(),
      version: integer('version').notNull(),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      index('elections_by_path').on(self.path),
      uniqueIndex('elections_one_going')
        .on(self.unitId, self.organizationId)
        .where(sql`state in ('draft', 'approved')`),
    ],
  ),
)
