import { sql } from 'drizzle-orm'
import {
  index,
  integer,
  jsonb,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Answers } from '@zhixing/contract'
import { acrossUnits, unitTable, withinUnit } from '../../kernel/tables.ts'
import { forms } from '../forms/table.ts'
import { members } from '../members/table.ts'

const kinds = ['activity', 'course'] as const

/** One question to everybody there; what is asked is a form of one question, which never changes. */
export const polls = unitTable(
  'polls',
  {
    about: text('about', { enum: kinds }).notNull(),
    aboutId: uuid('about_id').notNull(),
    formId: uuid('form_id').notNull(),
    state: text('state', { enum: ['draft', 'open', 'closed'] }).notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    openedAt: timestamp('opened_at', { withTimezone: true }),
    closedAt: timestamp('closed_at', { withTimezone: true }),
  },
  (self) => [
    withinUnit(self, self.formId, forms),
    index('polls_by_floor').on(self.unitId, self.aboutId, self.createdAt),
    uniqueIndex('polls_one_open')
      .on(self.unitId, self.aboutId)
      .where(sql`state = 'open'`),
  ],
)

/** Who chose what: kept so that nobody counts twice, shown to nobody. */
export const pollAnswers = unitTable(
  'poll_answers',
  {
    pollId: uuid('poll_id').notNull(),
    memberUnitId: uuid('member_unit_id').notNull(),
    memberId: uuid('member_id').notNull(),
    answers: jsonb('answers').$type<Answers>().notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.pollId, polls),
    acrossUnits(self.memberUnitId, self.memberId, members),
    unique('poll_answers_once').on(self.unitId, self.pollId, self.memberId),
  ],
)

export const askedQuestions = unitTable(
  'asked_questions',
  {
    about: text('about', { enum: kinds }).notNull(),
    aboutId: uuid('about_id').notNull(),
    memberUnitId: uuid('member_unit_id').notNull(),
    memberId: uuid('member_id').notNull(),
    /** As they were called that day. */
    name: text('name').notNull(),
    organizationName: text('organization_name').notNull(),
    text: text('text').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    answer: text('answer').notNull().default(''),
    answererName: text('answerer_name').notNull().default(''),
    answeredAt: timestamp('answered_at', { withTimezone: true }),
    hiddenAt: timestamp('hidden_at', { withTimezone: true }),
    hiddenBy: uuid('hidden_by'),
    hiddenReason: text('hidden_reason').notNull().default(''),
  },
  (self) => [
    acrossUnits(self.memberUnitId, self.memberId, members),
    index('asked_questions_by_floor').on(self.unitId, self.aboutId, self.at),
  ],
)

export const askedLikes = unitTable(
  'asked_likes',
  {
    askedId: uuid('asked_id').notNull(),
    memberId: uuid('member_id').notNull(),
  },
  (self) => [
    withinUnit(self, self.askedId, askedQuestions),
    unique('asked_likes_once').on(self.unitId, self.askedId, self.memberId),
  ],
)

/** Some of those there, with a task, and what they found together. */
export const workGroups = unitTable(
  'work_groups',
  {
    about: text('about', { enum: kinds }).notNull(),
    aboutId: uuid('about_id').notNull(),
    number: integer('number').notNull(),
    task: text('task').notNull(),
    report: text('report').notNull().default(''),
    reporterName: text('reporter_name').notNull().default(''),
    reportedAt: timestamp('reported_at', { withTimezone: true }),
    version: integer('version').notNull().default(0),
  },
  (self) => [unique('work_groups_once').on(self.unitId, self.aboutId, self.number)],
)

/** Who works in which group: in one at a time. */
export const workGroupMembers = unitTable(
  'work_group_members',
  {
    groupId: uuid('group_id').notNull(),
    aboutId: uuid('about_id').notNull(),
    memberUnitId: uuid('member_unit_id').notNull(),
    memberId: uuid('member_id').notNull(),
    name: text('name').notNull(),
  },
  (self) => [
    withinUnit(self, self.groupId, workGroups),
    acrossUnits(self.memberUnitId, self.memberId, members),
    unique('work_group_members_once').on(self.unitId, self.aboutId, self.memberId),
    index('work_group_members_by_group').on(self.unitId, self.groupId),
  ],
)
