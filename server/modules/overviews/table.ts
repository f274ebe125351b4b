import { index, json, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { sharedTable } from '../../kernel/tables.ts'

/** What somebody was told about a large place, and when it was looked at; `id` is made of who asked what. */
export const keptOverviews = sharedTable(
  'kept_overviews',
  {
    /** The entry of the contract, for those who wonder what all this is. */
    name: text('name').notNull(),
    accountId: uuid('account_id').notNull(),
    answer: json('answer').notNull(),
    takenAt: timestamp('taken_at', { withTimezone: true }).notNull(),
    /** When it was done counting, which at a large place is some time after the moment it shows. */
    keptAt: timestamp('kept_at', { withTimezone: true }).notNull(),
  },
  (self) => [index('kept_overviews_by_age').on(self.takenAt)],
)
