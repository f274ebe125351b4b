import type { Answers, HeadingMarks } from '@zhixing/contract'
import type {
  AppraisalGrade,
  appraisalRoles,
  heartTalkKinds,
  shortcomingSources,
  shortcomingStates,
} from '@zhixing/contract/appraisal-words.ts'
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
import { activities } from '../activities/table.ts'
import { forms } from '../forms/table.ts'
import { members } from '../members/table.ts'
import { organizations } from '../organizations/table.ts'

/** A branch's yearly appraisal. How far it is follows from its ballot and its closing. */
export const appraisals = followTree(
  unitTable(
    'appraisals',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      year: integer('year').notNull(),
      byGroup: boolean('by_group').notNull(),
      /** The questions of the self-rating, as they were asked. */
      formId: uuid('form_id').notNull(),
      activityId: uuid('activity_id'),
      /** Where the ballot was opened; ratings are frozen from then on. */
      votedOn: date('voted_on'),
      openedOn: date('opened_on').notNull(),
      rateUntil: date('rate_until').notNull(),
      closedOn: date('closed_on'),
      byId: uuid('by_id').notNull(),
      version: integer('version').notNull().default(0),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.formId, forms),
      withinUnit(self, self.activityId, activities),
      unique('appraisals_once').on(self.unitId, self.organizationId, self.year),
      index('appraisals_by_path').on(self.path, self.year),
    ],
  ),
)

/** Who takes part in a round, what they said of themselves, and what the branch concluded. */
export const appraisalPeople = unitTable(
  'appraisal_people',
  {
    appraisalId: uuid('appraisal_id').notNull(),
    memberId: uuid('member_id').notNull(),
    role: text('role').$type<keyof typeof appraisalRoles>().notNull(),
    roleNote: text('role_note').notNull().default(''),
    groupId: uuid('group_id'),
    selfAnswers: jsonb('self_answers').$type<Answers>(),
    selfGrade: text('self_grade').$type<AppraisalGrade>(),
    selfSummary: text('self_summary').notNull().default(''),
    selfOn: date('self_on'),
    headings: jsonb('headings').$type<HeadingMarks>(),
    grade: text('grade').$type<AppraisalGrade>(),
    opinion: text('opinion').notNull().default(''),
    concludedOn: date('concluded_on'),
    readAt: timestamp('read_at', { withTimezone: true }),
    reply: text('reply').notNull().default(''),
  },
  (self) => [
    withinUnit(self, self.appraisalId, appraisals),
    withinUnit(self, self.memberId, members),
    unique('appraisal_people_once').on(self.unitId, self.appraisalId, self.memberId),
    index('appraisal_people_by_member').on(self.unitId, self.memberId),
  ],
)

/** What one person says of another, by name, as it is said at the meeting. */
export const appraisalOpinions = unitTable(
  'appraisal_opinions',
  {
    appraisalId: uuid('appraisal_id').notNull(),
    raterId: uuid('rater_id').notNull(),
    memberId: uuid('member_id').notNull(),
    grade: text('grade').$type<AppraisalGrade>(),
    comment: text('comment').notNull(),
  },
  (self) => [
    withinUnit(self, self.appraisalId, appraisals),
    withinUnit(self, self.raterId, members),
    withinUnit(self, self.memberId, members),
    unique('appraisal_opinions_once').on(
      self.unitId,
      self.appraisalId,
      self.raterId,
      self.memberId,
    ),
  ],
)

/** Two members of a branch who talked, told by one or by the branch, confirmed by whoever did not tell it. */
export const heartTalks = followTree(
  unitTable(
    'heart_talks',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      /** The lesser id first: one pair, whoever told it. */
      oneId: uuid('one_id').notNull(),
      otherId: uuid('other_id').notNull(),
      day: date('day').notNull(),
      kind: text('kind').$type<keyof typeof heartTalkKinds>().notNull(),
      note: text('note').notNull(),
      /** Who told it; nobody of the two where the branch did. */
      toldBy: uuid('told_by'),
      confirmedAt: timestamp('confirmed_at', { withTimezone: true }),
      byId: uuid('by_id').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.oneId, members),
      withinUnit(self, self.otherId, members),
      unique('heart_talks_once').on(self.unitId, self.oneId, self.otherId, self.day),
      index('heart_talks_by_organization').on(self.organizationId, self.day),
      index('heart_talks_by_other').on(self.unitId, self.otherId),
    ],
  ),
)

/** What was found wrong, who mends it, and until when. */
export const shortcomings = followTree(
  unitTable(
    'shortcomings',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      year: integer('year').notNull(),
      source: text('source').$type<keyof typeof shortcomingSources>().notNull(),
      text: text('text').notNull(),
      measure: text('measure').notNull(),
      aboutId: uuid('about_id'),
      ownerId: uuid('owner_id').notNull(),
      dueOn: date('due_on').notNull(),
      state: text('state').$type<keyof typeof shortcomingStates>().notNull(),
      settledOn: date('settled_on'),
      byId: uuid('by_id').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
      version: integer('version').notNull().default(0),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.aboutId, members),
      withinUnit(self, self.ownerId, members),
      index('shortcomings_by_path').on(self.path, self.year),
      index('shortcomings_by_owner').on(self.unitId, self.ownerId),
    ],
  ),
)

/** What happened to it, in order. */
export const shortcomingEntries = unitTable(
  'shortcoming_entries',
  {
    shortcomingId: uuid('shortcoming_id').notNull(),
    what: text('what', {
      enum: ['added', 'progress', 'done', 'settled', 'returned', 'changed'],
    }).notNull(),
    text: text('text').notNull(),
    byId: uuid('by_id').notNull(),
    byName: text('by_name').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.shortcomingId, shortcomings),
    index('shortcoming_entries_by_shortcoming').on(self.shortcomingId),
  ],
)
