import type { ResourceFacts } from '@zhixing/contract'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  doublePrecision,
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

/** What organizations book: lecturers, rooms, bases and kit. What only one kind has lies in `details`. */
export const resources = followTree(
  unitTable(
    'resources',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      kind: text('kind', { enum: ['lecturer', 'room', 'base', 'kit'] }).notNull(),
      type: text('type').notNull(),
      name: text('name').notNull(),
      nameKey: text('name_key').notNull(),
      details: jsonb('details').$type<ResourceFacts['details']>().notNull(),
      isShared: boolean('is_shared').notNull(),
      /** How many may be had at once. Where it is one, the database itself keeps two apart. */
      count: integer('count').notNull(),
      seats: integer('seats'),
      feature: text('feature').notNull(),
      address: text('address').notNull(),
      latitude: doublePrecision('latitude'),
      longitude: doublePrecision('longitude'),
      opening: jsonb('opening').$type<ResourceFacts['opening']>().notNull(),
      honours: jsonb('honours').$type<ResourceFacts['honours']>().notNull(),
      isRed: boolean('is_red').notNull(),
      partOfId: uuid('part_of_id'),
      retiredOn: date('retired_on'),
      version: integer('version').notNull().default(0),
      at: timestamp('at', { withTimezone: true }).notNull(),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      index('resources_by_path').on(self.path, self.kind),
      index('resources_by_part').on(self.partOfId),
      index('resources_shared')
        .on(self.kind)
        .where(sql`is_shared and retired_on is null`),
      // Two lecturers may bear the same name; two rooms of one organization may not.
      uniqueIndex('resources_name_once')
        .on(self.unitId, self.organizationId, self.kind, self.name)
        .where(sql`kind <> 'lecturer' and retired_on is null`),
    ],
  ),
)

/** What can be ordered of a resource: the courses of a lecturer, the menu of a base. */
export const resourceItems = unitTable(
  'resource_items',
  {
    resourceId: uuid('resource_id').notNull(),
    category: text('category', {
      enum: ['partySpirit', 'outreach', 'mutualHelp', 'volunteering'],
    }).notNull(),
    form: text('form', {
      enum: ['lecture', 'visit', 'immersive', 'workshop', 'practice'],
    }).notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    minutes: integer('minutes').notNull(),
    persons: integer('persons'),
    honours: jsonb('honours').$type<ResourceFacts['honours']>().notNull(),
    isOffered: boolean('is_offered').notNull(),
  },
  (self) => [
    withinUnit(self, self.resourceId, resources),
    unique('resource_items_once').on(self.unitId, self.resourceId, self.title),
  ],
)

/**
 * A stretch of time that somebody has of a resource; it lies with the resource, and names whoever has it, also where
 * that is an organization of another unit. The exclusion constraint of exclusive ones is in 0001_guards.sql.
 */
export const resourceBookings = followTree(
  unitTable(
    'resource_bookings',
    {
      resourceId: uuid('resource_id').notNull(),
      path: pathText('path').notNull(),
      itemId: uuid('item_id'),
      from: timestamp('from_moment', { withTimezone: true }).notNull(),
      until: timestamp('until_moment', { withTimezone: true }).notNull(),
      state: text('state', {
        enum: [
          'ordered',
          'approved',
          'confirmed',
          'checkedIn',
          'rated',
          'refused',
          'withdrawn',
          'noShow',
          'lapsed',
          'blocked',
        ],
      }).notNull(),
      isExclusive: boolean('is_exclusive').notNull(),
      quantity: integer('quantity').notNull(),
      persons: integer('persons').notNull(),
      /** What it is for: "order", "block", "class:<id>", "activity:<id>". */
      purpose: text('purpose').notNull(),
      title: text('title').notNull(),
      note: text('note').notNull().default(''),
      forOrganizationId: uuid('for_organization_id').notNull(),
      forName: text('for_name').notNull(),
      /** Of an order: what is held there. */
      activityUnitId: uuid('activity_unit_id'),
      activityId: uuid('activity_id'),
      byId: uuid('by_id').notNull(),
      /** Whom to tell what became of it. */
      byPersonId: uuid('by_person_id').notNull(),
      byName: text('by_name').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
      /** Why it was refused, withdrawn, or why nobody may have it. */
      reason: text('reason').notNull().default(''),
      checkedInAt: timestamp('checked_in_at', { withTimezone: true }),
      score: smallint('score'),
      comment: text('comment').notNull().default(''),
      ratedAt: timestamp('rated_at', { withTimezone: true }),
      version: integer('version').notNull().default(0),
    },
    (self) => [
      withinUnit(self, self.resourceId, resources),
      withinUnit(self, self.itemId, resourceItems),
      check('resource_bookings_span', sql`from_moment < until_moment`),
      index('resource_bookings_by_resource').on(self.resourceId, self.from),
      index('resource_bookings_by_path').on(self.path, self.from),
      index('resource_bookings_by_organization').on(self.forOrganizationId, self.from),
      index('resource_bookings_by_activity').on(self.activityId),
      index('resource_bookings_by_purpose').on(self.purpose),
    ],
  ),
)

/** An address at which a calendar program reads when a resource is taken. Only the digest of its secret is kept. */
export const resourceFeeds = unitTable(
  'resource_feeds',
  {
    resourceId: uuid('resource_id').notNull(),
    digest: text('digest').notNull(),
    label: text('label').notNull(),
    byName: text('by_name').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    closedAt: timestamp('closed_at', { withTimezone: true }),
  },
  (self) => [
    withinUnit(self, self.resourceId, resources),
    index('resource_feeds_by_digest').on(self.digest),
  ],
)
