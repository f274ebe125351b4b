import { date, index, jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { sharedTable } from '../../kernel/tables.ts'

/**
 * A parameter of the rules as it holds from a day until a day, for everybody or below one organization.
 * What a key means, its unit and which direction is tighter is declared in the catalogue.
 */
export const ruleValues = sharedTable(
  'rule_values',
  {
    key: text('key').notNull(),
    /** Nobody's: the national rule. */
    organizationId: uuid('organization_id'),
    value: jsonb('value').notNull(),
    clause: text('clause').notNull(),
    from: date('from_day').notNull(),
    until: date('until_day'),
    byId: uuid('by_id').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
  },
  (self) => [index('rule_values_by_key').on(self.key, self.organizationId)],
)
