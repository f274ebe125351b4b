import type { posts, sectors } from '@zhixing/contract/words.ts'
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
import { followTree, pathText, sharedTable, unitTable, withinUnit } from '../../kernel/tables.ts'
import { members } from '../members/table.ts'
import { organizations } from '../organizations/table.ts'

/** What somebody may hold in an organization; the words are those of the contract. */
type Post = keyof typeof posts

/**
 * A duty laid down by an organization for itself and those below it that fit. Never edited: it ends, and another
 * begins, so that a year that is over still reads as it was.
 */
export const dutyTemplates = followTree(
  sharedTable(
    'duty_templates',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      title: text('title').notNull(),
      statement: text('statement').notNull(),
      clause: text('clause').notNull(),
      level: text('level', { enum: ['work', 'committee', 'branch'] }).notNull(),
      post: text('post').$type<Post>().notNull(),
      /** Empty: all of the level. */
      tiers: jsonb('tiers').$type<readonly number[]>().notNull(),
      sectors: jsonb('sectors').$type<readonly (keyof typeof sectors)[]>().notNull(),
      rhythm: text('rhythm', { enum: ['year', 'half', 'quarter', 'month'] }).notNull(),
      needsEvidence: boolean('needs_evidence').notNull(),
      from: date('from_day').notNull(),
      until: date('until_day'),
      byId: uuid('by_id').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
    },
    (self) => [index('duty_templates_by_path').on(self.path)],
  ),
)

/** That a duty of one period was done, with what proves it; returned by the superior where it was not. */
export const dutyRecords = followTree(
  unitTable(
    'duty_records',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      templateId: uuid('template_id').notNull(),
      period: text('period').notNull(),
      doneOn: date('done_on').notNull(),
      note: text('note').notNull(),
      byId: uuid('by_id').notNull(),
      byName: text('by_name').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
      returned: text('returned'),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      unique('duty_records_once').on(
        self.unitId,
        self.organizationId,
        self.templateId,
        self.period,
      ),
      index('duty_records_by_path').on(self.path),
    ],
  ),
)

/** Somebody put their name under the list that goes with their post; who took it over says from whom, and what was open. */
export const dutySignatures = followTree(
  unitTable(
    'duty_signatures',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      post: text('post').$type<Post>().notNull(),
      year: integer('year').notNull(),
      memberId: uuid('member_id').notNull(),
      memberName: text('member_name').notNull(),
      templateIds: jsonb('template_ids').$type<readonly string[]>().notNull(),
      fromName: text('from_name'),
      openItems: jsonb('open_items').$type<readonly string[]>().notNull(),
      note: text('note').notNull(),
      signedAt: timestamp('signed_at', { withTimezone: true }).notNull(),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.memberId, members),
      index('duty_signatures_by_path').on(self.path, self.year),
    ],
  ),
)
