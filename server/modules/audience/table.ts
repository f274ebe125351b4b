import type { Audience } from '@zhixing/contract'
import { sql } from 'drizzle-orm'
import {
  date,
  index,
  integer,
  jsonb,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { followTree, pathText, unitTable, withinUnit } from '../../kernel/tables.ts'
import { organizations } from '../organizations/table.ts'

/** An audience with a name: used where it was made and below. */
export const savedAudiences = followTree(
  unitTable(
    'saved_audiences',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      name: text('name').notNull(),
      audience: jsonb('audience').$type<Audience>().notNull(),
      byId: uuid('by_id').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
      version: integer('version').notNull().default(1),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      unique('saved_audiences_name').on(self.unitId, self.organizationId, self.name),
      index('saved_audiences_by_path').on(self.path),
    ],
  ),
)

/** A cohort that somebody keeps an eye on, with a target of its own for the year. */
export const audienceWatches = followTree(
  unitTable(
    'audience_watches',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      name: text('name').notNull(),
      audience: jsonb('audience').$type<Audience>().notNull(),
      year: smallint('year').notNull(),
      targetMinutes: integer('target_minutes').notNull(),
      targetShare: smallint('target_share').notNull(),
      endedOn: date('ended_on'),
      byId: uuid('by_id').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      uniqueIndex('audience_watches_name')
        .on(self.unitId, self.organizationId, self.year, self.name)
        .where(sql`ended_on is null`),
      index('audience_watches_by_path').on(self.path),
    ],
  ),
)
