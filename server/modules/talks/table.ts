import type { talkSigns } from '@zhixing/contract/talk-words.ts'
import { sql } from 'drizzle-orm'
import {
  date,
  index,
  integer,
  jsonb,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { followTree, pathText, unitTable, withinUnit } from '../../kernel/tables.ts'
import { members } from '../members/table.ts'
import { organizations } from '../organizations/table.ts'

/** A reason as it stood on the day: later months may say something else. */
type KeptReason = {
  readonly sign: keyof typeof talkSigns
  readonly sentence: string
  readonly clause: string
}

/**
 * A talk with one member, from the appointment until nothing is left to look after. What was said is sealed: it is for
 * the secretary and the committees above, and for nobody who merely reads the database or the traces.
 */
export const talks = followTree(
  unitTable(
    'talks',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      memberId: uuid('member_id').notNull(),
      state: text('state', { enum: ['planned', 'following', 'closed', 'cancelled'] }).notNull(),
      reasons: jsonb('reasons').$type<readonly KeptReason[]>().notNull(),
      cause: text('cause').notNull(),
      talkerName: text('talker_name').notNull(),
      plannedOn: date('planned_on').notNull(),
      place: text('place').notNull(),
      heldOn: date('held_on'),
      contentSealed: text('content_sealed'),
      promiseSealed: text('promise_sealed'),
      followUpOn: date('follow_up_on'),
      closedOn: date('closed_on'),
      cancelReason: text('cancel_reason').notNull().default(''),
      byId: uuid('by_id').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
      version: integer('version').notNull().default(0),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.memberId, members),
      index('talks_by_path').on(self.path, self.state),
      // One at a time with one person.
      uniqueIndex('talks_one_open')
        .on(self.unitId, self.memberId)
        .where(sql`state in ('planned', 'following')`),
    ],
  ),
)

/** What became of it, time after time, until it is settled. */
export const talkFollowUps = unitTable(
  'talk_follow_ups',
  {
    talkId: uuid('talk_id').notNull(),
    day: date('day').notNull(),
    findingSealed: text('finding_sealed').notNull(),
    next: date('next_on'),
    byName: text('by_name').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.talkId, talks),
    index('talk_follow_ups_by_talk').on(self.talkId),
  ],
)
