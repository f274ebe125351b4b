import type { ActivityKind } from '@zhixing/contract'
import { date, index, integer, jsonb, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { sharedTable, unitTable, withinUnit } from '../../kernel/tables.ts'
import { members } from '../members/table.ts'

/** What an organization asks those below to study. Known everywhere: it goes down across units. */
export const studyTopics = sharedTable(
  'study_topics',
  {
    organizationId: uuid('organization_id').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull().default(''),
    links: jsonb('links').$type<readonly string[]>().notNull().default([]),
    /** How long it usually takes; where it enters an agenda, it enters with that. */
    minutes: integer('minutes').notNull(),
    dueOn: date('due_on').notNull(),
    /** The day on which everybody holds it, and as what; nothing where each branch chooses. */
    hold: jsonb('hold').$type<{ readonly on: string; readonly kind: ActivityKind }>(),
    pushedAt: timestamp('pushed_at', { withTimezone: true }).notNull(),
    pushedBy: uuid('pushed_by').notNull(),
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
    withdrawReason: text('withdraw_reason').notNull().default(''),
  },
  (self) => [index('study_topics_by_organization').on(self.organizationId, self.pushedAt)],
)

/** At which organizations, and everywhere below them. */
export const topicAudiences = sharedTable(
  'topic_audiences',
  {
    topicId: uuid('topic_id')
      .notNull()
      .references(() => studyTopics.id),
    organizationId: uuid('organization_id').notNull(),
  },
  (self) => [unique('topic_audiences_once').on(self.topicId, self.organizationId)],
)

/** Studied at one's own pace, with a few words about it; who studied it in a session stands on that session's roll. */
export const topicStudies = unitTable(
  'topic_studies',
  {
    topicId: uuid('topic_id').notNull(),
    memberId: uuid('member_id').notNull(),
    note: text('note').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.memberId, members),
    unique('topic_studies_once').on(self.unitId, self.topicId, self.memberId),
  ],
)
