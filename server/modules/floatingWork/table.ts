import { sql } from 'drizzle-orm'
import {
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
import { organizations } from '../organizations/table.ts'

/** What all that an organization starts has in common. */
const started = {
  organizationId: uuid('organization_id').notNull(),
  path: pathText('path').notNull(),
  byId: uuid('by_id').notNull(),
  at: timestamp('at', { withTimezone: true }).notNull(),
}

/** A round in which every branch below says of each member where they are. */
export const floatingCensuses = followTree(
  unitTable(
    'floating_censuses',
    {
      ...started,
      formId: uuid('form_id').notNull(),
      title: text('title').notNull(),
      scope: text('scope', { enum: ['floating', 'all'] }).notNull(),
      from: date('from_day').notNull(),
      until: date('until_day').notNull(),
      closedOn: date('closed_on'),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      unique('floating_censuses_once').on(self.unitId, self.formId),
      index('floating_censuses_by_path').on(self.path),
    ],
  ),
)

/** In the unit of the member, which need not be the one that asked. */
export const floatingAnswers = unitTable(
  'floating_answers',
  {
    censusId: uuid('census_id').notNull(),
    memberId: uuid('member_id').notNull(),
    answer: text('answer', { enum: ['away', 'home', 'lost'] }).notNull(),
    destination: text('destination').notNull().default(''),
    byId: uuid('by_id').notNull(),
    byName: text('by_name').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.memberId, members),
    unique('floating_answers_once').on(self.unitId, self.censusId, self.memberId),
    index('floating_answers_by_census').on(self.censusId),
  ],
)

/** With which somebody says where they are without signing in; in the unit of the member. */
export const floatingLinks = unitTable(
  'floating_links',
  {
    censusUnitId: uuid('census_unit_id').notNull(),
    censusId: uuid('census_id').notNull(),
    memberId: uuid('member_id').notNull(),
    /** 256 random bits: whoever was not given the address cannot guess it. */
    code: text('code').notNull(),
    byId: uuid('by_id').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    answeredAt: timestamp('answered_at', { withTimezone: true }),
  },
  (self) => [
    withinUnit(self, self.memberId, members),
    unique('floating_links_once').on(self.unitId, self.censusId, self.memberId),
    index('floating_links_by_code').on(self.code),
  ],
)

/** Who is in it is asked of the roll each time: whoever is away from here, or away to one place. */
export const floatingGroups = followTree(
  unitTable(
    'floating_groups',
    {
      ...started,
      name: text('name').notNull(),
      destination: text('destination').notNull().default(''),
      keeper: text('keeper').notNull(),
      endedOn: date('ended_on'),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      uniqueIndex('floating_groups_name')
        .on(self.unitId, self.organizationId, self.name)
        .where(sql`ended_on is null`),
      index('floating_groups_by_path').on(self.path),
    ],
  ),
)

export const floatingTasks = followTree(
  unitTable(
    'floating_tasks',
    {
      ...started,
      formId: uuid('form_id').notNull(),
      groupId: uuid('group_id'),
      title: text('title').notNull(),
      body: text('body').notNull(),
      until: date('until_day').notNull(),
      endedOn: date('ended_on'),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.groupId, floatingGroups),
      unique('floating_tasks_once').on(self.unitId, self.formId),
      index('floating_tasks_by_path').on(self.path),
    ],
  ),
)

/** What one member did of a task. */
export const floatingResults = unitTable(
  'floating_results',
  {
    taskId: uuid('task_id').notNull(),
    memberId: uuid('member_id').notNull(),
    state: text('state', { enum: ['reported', 'accepted', 'returned'] }).notNull(),
    text: text('text').notNull(),
    minutes: integer('minutes').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    answer: text('answer').notNull().default(''),
    answeredBy: text('answered_by').notNull().default(''),
    version: integer('version').notNull().default(1),
  },
  (self) => [
    withinUnit(self, self.memberId, members),
    unique('floating_results_once').on(self.unitId, self.taskId, self.memberId),
    index('floating_results_by_task').on(self.taskId),
  ],
)
