import type { Audience } from '@zhixing/contract'
import type {
  DeliveryMode,
  Heading,
  keyProjects,
  planKinds,
  policyKinds,
  policyLevels,
  quotaCohorts,
  trainingTypes,
} from '@zhixing/contract/plan-words.ts'
import {
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
import { organizations } from '../organizations/table.ts'

type Goal = {
  readonly id: string
  readonly text: string
  readonly measure: string
  readonly target: string
}
type Problem = { readonly id: string; readonly text: string; readonly source: string }
export type KeptTopic = {
  readonly id: string
  readonly heading: Heading
  readonly title: string
  readonly minMinutes: number
  readonly audience: Audience
  readonly isMandatory: boolean
}
type Project = {
  readonly id: string
  readonly key: keyof typeof keyProjects | null
  readonly name: string
  readonly targetPersons: number
  readonly targetClasses: number
}
type Basis = {
  readonly policyUnitId: string
  readonly policyId: string
  readonly taskId: string
}
type Compared = {
  readonly key: string
  readonly what: string
  readonly expected: string
  readonly actual: string
  readonly isMet: boolean
  readonly suggestion: string
}

/** A plan of training: what for, for whom, how much, from when until when. Draft until it is approved above. */
export const plans = followTree(
  unitTable(
    'plans',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      kind: text('kind').$type<keyof typeof planKinds>().notNull(),
      title: text('title').notNull(),
      fromYear: smallint('from_year').notNull(),
      untilYear: smallint('until_year').notNull(),
      expected: text('expected').notNull().default(''),
      qualityTarget: smallint('quality_target').notNull().default(85),
      goals: jsonb('goals').$type<readonly Goal[]>().notNull().default([]),
      problems: jsonb('problems').$type<readonly Problem[]>().notNull().default([]),
      topics: jsonb('topics').$type<readonly KeptTopic[]>().notNull().default([]),
      projects: jsonb('projects').$type<readonly Project[]>().notNull().default([]),
      basis: jsonb('basis').$type<readonly Basis[]>().notNull().default([]),
      state: text('state', { enum: ['draft', 'submitted', 'approved', 'closed'] }).notNull(),
      /** How often it was approved; what was approved is kept in `plan_editions`. */
      edition: smallint('edition').notNull().default(0),
      /** What the one before suggested for this one. */
      lessons: text('lessons').notNull().default(''),
      closedAt: timestamp('closed_at', { withTimezone: true }),
      closedByName: text('closed_by_name').notNull().default(''),
      actual: text('actual').notNull().default(''),
      suggestions: text('suggestions').notNull().default(''),
      comparisons: jsonb('comparisons').$type<readonly Compared[]>().notNull().default([]),
      createdBy: uuid('created_by').notNull(),
      createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
      version: integer('version').notNull().default(0),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      index('plans_by_path').on(self.path, self.fromYear),
      index('plans_by_organization').on(self.organizationId, self.kind, self.fromYear),
    ],
  ),
)

/** One thing that the plan will do: a class, a lecture, a round of home visits. */
export const planItems = followTree(
  unitTable(
    'plan_items',
    {
      planId: uuid('plan_id').notNull(),
      path: pathText('path').notNull(),
      title: text('title').notNull(),
      type: text('type').$type<keyof typeof trainingTypes>().notNull(),
      mode: text('mode').$type<DeliveryMode>().notNull(),
      heading: text('heading').$type<Heading>().notNull(),
      audience: jsonb('audience').$type<Audience>().notNull(),
      from: date('from_day').notNull(),
      until: date('until_day').notNull(),
      sessions: integer('sessions').notNull(),
      persons: integer('persons').notNull(),
      minutes: integer('minutes').notNull(),
      place: text('place').notNull(),
      goalId: uuid('goal_id'),
      projectId: uuid('project_id'),
      problemIds: jsonb('problem_ids').$type<readonly string[]>().notNull(),
      parts: jsonb('parts')
        .$type<
          readonly {
            readonly title: string
            readonly isOnline: boolean
            readonly minutes: number
          }[]
        >()
        .notNull(),
      effect: text('effect').notNull(),
      measure: text('measure').notNull(),
      targetShare: smallint('target_share').notNull(),
      /** "survey:<id>" or "plan:<id>", and how people read it. */
      origin: text('origin').notNull().default(''),
      originSentence: text('origin_sentence').notNull().default(''),
      cancelReason: text('cancel_reason'),
      createdBy: uuid('created_by').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
      version: integer('version').notNull().default(0),
    },
    (self) => [
      withinUnit(self, self.planId, plans),
      index('plan_items_by_plan').on(self.unitId, self.planId),
      index('plan_items_by_path').on(self.path, self.from),
    ],
  ),
)

/** How many people of a kind an organization sends in a year; without an organization, the total they must come to. */
export const planQuotas = unitTable(
  'plan_quotas',
  {
    planId: uuid('plan_id').notNull(),
    year: smallint('year').notNull(),
    organizationId: uuid('organization_id'),
    cohort: text('cohort').$type<keyof typeof quotaCohorts>().notNull(),
    persons: integer('persons').notNull(),
  },
  (self) => [
    withinUnit(self, self.planId, plans),
    unique('plan_quotas_once')
      .on(self.unitId, self.planId, self.year, self.organizationId, self.cohort)
      .nullsNotDistinct(),
    index('plan_quotas_by_organization').on(self.organizationId, self.year),
  ],
)

/** A plan as it was approved: what it demands is read from here, whatever is being drafted meanwhile. */
export const planEditions = unitTable(
  'plan_editions',
  {
    planId: uuid('plan_id').notNull(),
    edition: smallint('edition').notNull(),
    approvedAt: timestamp('approved_at', { withTimezone: true }).notNull(),
    approvedByName: text('approved_by_name').notNull(),
    topics: jsonb('topics').$type<readonly KeptTopic[]>().notNull(),
    /** All the rest of it, to be read and compared. */
    snapshot: jsonb('snapshot')
      .$type<{
        readonly items: number
        readonly persons: number
        readonly [part: string]: unknown
      }>()
      .notNull(),
  },
  (self) => [
    withinUnit(self, self.planId, plans),
    unique('plan_editions_once').on(self.unitId, self.planId, self.edition),
  ],
)

/** A document from above or of the place itself, in its present wording, with the tasks it gives. */
export const policies = followTree(
  unitTable(
    'policies',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      title: text('title').notNull(),
      kind: text('kind').$type<keyof typeof policyKinds>().notNull(),
      level: text('level').$type<keyof typeof policyLevels>().notNull(),
      number: text('number').notNull(),
      issuer: text('issuer').notNull(),
      issuedOn: date('issued_on').notNull(),
      from: date('from_day').notNull(),
      until: date('until_day'),
      summary: text('summary').notNull(),
      tasks: jsonb('tasks')
        .$type<readonly { readonly id: string; readonly text: string }[]>()
        .notNull(),
      edition: smallint('edition').notNull().default(1),
      earlier: jsonb('earlier')
        .$type<
          readonly {
            readonly edition: number
            readonly title: string
            readonly from: string
            readonly replacedOn: string
            readonly summary: string
            readonly number: string
          }[]
        >()
        .notNull()
        .default([]),
      byId: uuid('by_id').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
      version: integer('version').notNull().default(0),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      index('policies_by_path').on(self.path),
    ],
  ),
)
