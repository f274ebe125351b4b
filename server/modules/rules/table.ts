import { sql } from 'drizzle-orm'
import { date, index, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { sharedTable } from '../../kernel/tables.ts'

/**
 * A parameter of the rules as it holds from a day until a day, for everybody or below one organization.
 * What a key means, its unit and which direction is tighter is declared in the catalogue. Never edited: a better value
 * is a later row, a mistaken one is withdrawn.
 */
export const ruleValues = sharedTable(
  'rule_values',
  {
    key: text('key').notNull(),
    /** Nobody's: the national rule. */
    organizationId: uuid('organization_id'),
    value: jsonb('value'),
    clause: text('clause').notNull(),
    from: date('from_day').notNull(),
    /** The first day on which it no longer holds. */
    until: date('until_day'),
    byId: uuid('by_id').notNull(),
    byName: text('by_name').notNull().default(''),
    at: timestamp('at', { withTimezone: true }).notNull(),
    withdrawnOn: date('withdrawn_on'),
    withdrawnBy: uuid('withdrawn_by'),
    withdrawReason: text('withdraw_reason').notNull().default(''),
  },
  (self) => [
    index('rule_values_by_key').on(self.key, self.organizationId),
    uniqueIndex('rule_values_one_a_day')
      .on(self.organizationId, self.key, self.from)
      .where(sql`withdrawn_on is null and organization_id is not null`),
  ],
)
