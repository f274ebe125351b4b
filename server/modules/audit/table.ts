import { integer, text, timestamp, unique } from 'drizzle-orm/pg-core'
import { unitTable } from '../../kernel/tables.ts'

/**
 * A link of the unit's chain. It closes over some traces and over the link before it, so that no trace can be
 * changed, removed or slipped in later without every later link being wrong.
 */
export const seals = unitTable(
  'seals',
  {
    number: integer('number').notNull(),
    traces: integer('traces').notNull(),
    previous: text('previous').notNull(),
    digest: text('digest').notNull(),
    /** Made with the platform's secret: who can write the database still cannot forge a chain. */
    signature: text('signature').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [unique('seals_number').on(self.unitId, self.number)],
)
