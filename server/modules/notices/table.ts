import { index, integer, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { followTree, pathText, unitTable, withinUnit } from '../../kernel/tables.ts'

/** Something said to people once; the key keeps it from being said again. */
export const notices = followTree(
  unitTable(
    'notices',
    {
      path: pathText('path').notNull(),
      key: text('key').notNull(),
      kind: text('kind').notNull(),
      from: text('from_name').notNull(),
      fromId: uuid('from_id').notNull(),
      title: text('title').notNull(),
      body: text('body').notNull(),
      /** Where in the interface it is dealt with. */
      link: text('link').notNull().default(''),
      at: timestamp('at', { withTimezone: true }).notNull(),
    },
    (self) => [
      unique('notices_once').on(self.unitId, self.key),
      index('notices_by_path').on(self.path, self.at),
    ],
  ),
)

/** One person's copy, and the proof that it was opened. `personId` is a member, or an account without one. */
export const receipts = unitTable(
  'receipts',
  {
    noticeId: uuid('notice_id').notNull(),
    personId: uuid('person_id').notNull(),
    /** When it was last put before them: a reminder moves it up again. */
    sentAt: timestamp('sent_at', { withTimezone: true }).notNull(),
    reminders: integer('reminders').notNull().default(0),
    readAt: timestamp('read_at', { withTimezone: true }),
  },
  (self) => [
    withinUnit(self, self.noticeId, notices),
    unique('receipts_once').on(self.unitId, self.noticeId, self.personId),
    index('receipts_by_person').on(self.personId, self.sentAt),
  ],
)
