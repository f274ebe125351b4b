import { date, integer, jsonb, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { sharedTable } from '../../kernel/tables.ts'

/** How a year was announced. Never edited: what turns out to be mistaken is written again, and the later one counts. */
export const holidayYears = sharedTable(
  'holiday_years',
  {
    year: integer('year').notNull(),
    edition: integer('edition').notNull(),
    notice: text('notice').notNull(),
    off: jsonb('off')
      .$type<readonly { readonly name: string; readonly from: string; readonly until: string }[]>()
      .notNull(),
    worked: date('worked').array().notNull(),
    byId: uuid('by_id').notNull(),
    byName: text('by_name').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [unique('holiday_years_once').on(self.year, self.edition)],
)
