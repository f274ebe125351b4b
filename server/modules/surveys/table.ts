import type { Answers, Breakdown, SurveyPlan } from '@zhixing/contract'
import type {
  checkGrades,
  needStates,
  surveyKinds,
  surveyStates,
} from '@zhixing/contract/survey-words.ts'
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
import { followTree, pathText, unitTable, withinUnit } from '../../kernel/tables.ts'
import { forms } from '../forms/table.ts'
import { organizations } from '../organizations/table.ts'

/** A group of those asked, settled when the survey is sent; of an anonymous one with the key its tickets are judged by. */
export type SurveyGroup = {
  readonly key: string
  readonly name: string
  readonly asked: number
  readonly publicKey?: string
}

export const surveys = followTree(
  unitTable(
    'surveys',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      kind: text('kind').$type<keyof typeof surveyKinds>().notNull(),
      title: text('title').notNull(),
      formId: uuid('form_id').notNull(),
      isAnonymous: boolean('is_anonymous').notNull(),
      breakdown: text('breakdown').$type<Breakdown>(),
      audience: jsonb('audience').$type<SurveyPlan['audience']>().notNull(),
      quotas: jsonb('quotas').$type<SurveyPlan['quotas']>().notNull(),
      from: date('from_day').notNull(),
      until: date('until_day').notNull(),
      state: text('state').$type<keyof typeof surveyStates>().notNull(),
      groups: jsonb('groups').$type<SurveyGroup[]>().notNull(),
      /** By group, sealed; gone when the survey has ended, so that no ticket can be signed afterwards. */
      ticketKeys: jsonb('ticket_keys').$type<Record<string, string>>(),
      /** What a neighbour asks about: "class:<id>". */
      subject: text('subject').notNull(),
      version: integer('version').notNull(),
      byId: uuid('by_id').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
      endedOn: date('ended_on'),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.formId, forms),
      index('surveys_by_path').on(self.path),
      index('surveys_by_subject').on(self.unitId, self.subject),
    ],
  ),
)

/** Who is asked. There is no moment in here, and nothing of what is answered. */
export const surveyInvitations = unitTable(
  'survey_invitations',
  {
    surveyId: uuid('survey_id').notNull(),
    memberUnitId: uuid('member_unit_id').notNull(),
    memberId: uuid('member_id').notNull(),
    age: text('age').notNull(),
    sector: text('sector').notNull(),
    post: text('post').notNull(),
    /** By whose key the ticket is signed, merged so that no group is small. */
    group: text('group').notNull(),
    /** A digest of the blinded ticket that was signed, so that the same may be asked for again and no other. */
    ticket: text('ticket'),
  },
  (self) => [
    withinUnit(self, self.surveyId, surveys),
    unique('survey_invitations_once').on(
      self.unitId,
      self.surveyId,
      self.memberUnitId,
      self.memberId,
    ),
    index('survey_invitations_by_member').on(self.memberId),
  ],
)

/** What somebody answered under their name. */
export const surveyResponses = unitTable(
  'survey_responses',
  {
    surveyId: uuid('survey_id').notNull(),
    memberUnitId: uuid('member_unit_id').notNull(),
    memberId: uuid('member_id').notNull(),
    answers: jsonb('answers').$type<Answers>().notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    grade: text('grade').$type<keyof typeof checkGrades>(),
    comment: text('comment').notNull().default(''),
    assessedBy: uuid('assessed_by'),
  },
  (self) => [
    withinUnit(self, self.surveyId, surveys),
    unique('survey_responses_once').on(
      self.unitId,
      self.surveyId,
      self.memberUnitId,
      self.memberId,
    ),
  ],
)

/** What somebody answered with a ticket: no name, no moment, no order. Ids are random, not made from the clock. */
export const surveyBallots = unitTable(
  'survey_ballots',
  {
    surveyId: uuid('survey_id').notNull(),
    group: text('group').notNull(),
    /** A digest of the ticket as it was shown, which nobody saw when it was signed. */
    ticket: text('ticket').notNull(),
    answers: jsonb('answers').$type<Answers>().notNull(),
  },
  (self) => [
    withinUnit(self, self.surveyId, surveys),
    unique('survey_ballots_once').on(self.unitId, self.surveyId, self.ticket),
  ],
)

/** What a survey says is wanted, on its way into a plan. */
export const surveyNeeds = followTree(
  unitTable(
    'survey_needs',
    {
      surveyId: uuid('survey_id').notNull(),
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      questionId: text('question_id').notNull(),
      optionId: text('option_id').notNull(),
      title: text('title').notNull(),
      reason: text('reason').notNull(),
      cohort: text('cohort').notNull(),
      support: integer('support').notNull(),
      state: text('state').$type<keyof typeof needStates>().notNull(),
      note: text('note').notNull(),
      version: integer('version').notNull(),
      planId: uuid('plan_id'),
      itemId: uuid('item_id'),
      decidedBy: uuid('decided_by'),
      at: timestamp('at', { withTimezone: true }).notNull(),
    },
    (self) => [
      withinUnit(self, self.surveyId, surveys),
      unique('survey_needs_once').on(self.unitId, self.surveyId, self.questionId, self.optionId),
      index('survey_needs_by_path').on(self.path),
    ],
  ),
)
