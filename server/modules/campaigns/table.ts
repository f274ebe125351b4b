import type {
  Answers,
  CampaignAsk,
  CampaignPhase,
  CampaignReading,
  CampaignTally,
  EntryJudgment,
} from '@zhixing/contract'
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

/** A form that organizations give back; its questions are kept by `forms` in the unit of the campaign. */
export type ReturnForm = {
  readonly returnFormId: string
  readonly phaseId: string
  readonly by: 'branch' | 'committee'
  readonly dueOn: string
  readonly title: string
  readonly formId: string
}

/** What the campaign had come to when it was summed up; never computed again. */
export type Outcome = {
  readonly on: string
  readonly byName: string
  readonly summary: string
  readonly tally: CampaignTally
}

/** Something that everybody at and below an organization takes part in for some months. */
export const campaigns = followTree(
  sharedTable(
    'campaigns',
    {
      unitId: uuid('unit_id').notNull(),
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      kind: text('kind', { enum: ['thematic', 'seasonal', 'rotation', 'lessons'] }).notNull(),
      title: text('title').notNull(),
      goal: text('goal').notNull(),
      from: date('from_day').notNull(),
      until: date('until_day').notNull(),
      state: text('state', { enum: ['draft', 'running', 'closed'] })
        .notNull()
        .default('draft'),
      phases: jsonb('phases').$type<readonly CampaignPhase[]>().notNull(),
      asks: jsonb('asks').$type<readonly CampaignAsk[]>().notNull(),
      readings: jsonb('readings').$type<readonly CampaignReading[]>().notNull(),
      returnForms: jsonb('return_forms').$type<readonly ReturnForm[]>().notNull(),
      targetMinutes: integer('target_minutes'),
      targetPeople: integer('target_people'),
      outcome: jsonb('outcome').$type<Outcome>(),
      createdBy: uuid('created_by').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
      version: integer('version').notNull().default(0),
    },
    (self) => [index('campaigns_by_path').on(self.path)],
  ),
)

const ofOrganization = {
  campaignId: uuid('campaign_id').notNull(),
  organizationId: uuid('organization_id').notNull(),
  path: pathText('path').notNull(),
}

type Earlier = { at: string; byName: string; reason: string; answers: Answers }

/** What an organization gave back, as it reads now, with what it said before. */
export const campaignReturns = followTree(
  unitTable(
    'campaign_returns',
    {
      ...ofOrganization,
      returnFormId: uuid('return_form_id').notNull(),
      answers: jsonb('answers').$type<Answers>().notNull(),
      /** First given after its day. */
      isLate: boolean('is_late').notNull(),
      corrections: integer('corrections').notNull().default(0),
      earlier: jsonb('earlier').$type<readonly Earlier[]>().notNull().default([]),
      /** Why those above sent it back; empty while they have not. */
      sentBack: text('sent_back').notNull().default(''),
      byId: uuid('by_id').notNull(),
      byName: text('by_name').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
      version: integer('version').notNull().default(1),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      unique('campaign_returns_once').on(self.unitId, self.organizationId, self.returnFormId),
      index('campaign_returns_by_campaign').on(self.campaignId, self.path),
    ],
  ),
)

/** What an organization found wanting in itself, until those above are satisfied. */
export const campaignFindings = followTree(
  unitTable(
    'campaign_findings',
    {
      ...ofOrganization,
      problem: text('problem').notNull(),
      source: text('source').notNull(),
      measure: text('measure').notNull(),
      ownerName: text('owner_name').notNull(),
      dueOn: date('due_on').notNull(),
      state: text('state', { enum: ['open', 'reported', 'sentBack', 'closed'] })
        .notNull()
        .default('open'),
      result: text('result').notNull().default(''),
      verdict: text('verdict').notNull().default(''),
      closedOn: date('closed_on'),
      closedByName: text('closed_by_name').notNull().default(''),
      byId: uuid('by_id').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
      version: integer('version').notNull().default(0),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      index('campaign_findings_by_campaign').on(self.campaignId, self.path),
    ],
  ),
)

/** A lesson that was sent in, and who has judged it so far. */
export const campaignEntries = followTree(
  unitTable(
    'campaign_entries',
    {
      ...ofOrganization,
      memberId: uuid('member_id').notNull(),
      speakerName: text('speaker_name').notNull(),
      title: text('title').notNull(),
      genre: text('genre', { enum: ['lesson', 'video', 'model'] }).notNull(),
      minutes: integer('minutes').notNull(),
      summary: text('summary').notNull(),
      link: text('link').notNull().default(''),
      state: text('state', { enum: ['judging', 'selected', 'declined'] })
        .notNull()
        .default('judging'),
      /** Before whom it lies, by the id of the organization. */
      standsAtId: uuid('stands_at_id').notNull(),
      award: text('award').notNull().default(''),
      judgments: jsonb('judgments').$type<readonly EntryJudgment[]>().notNull().default([]),
      byId: uuid('by_id').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
      version: integer('version').notNull().default(0),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.memberId, members),
      index('campaign_entries_by_campaign').on(self.campaignId, self.path),
    ],
  ),
)
