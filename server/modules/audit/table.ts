import { index, integer, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { unitTable } from '../../kernel/tables.ts'

/**
 * The chain that traces are sealed into, one chain a unit. A seal lists its traces with a digest of each
 * and carries the hash of the seal before; `signature` is made with a secret that the database does not know.
 */
export const auditSeals = unitTable(
  'audit_seals',
  {
    number: integer('number').notNull(),
    previous: text('previous').notNull(),
    ids: uuid('ids').array().notNull(),
    digests: text('digests').array().notNull(),
    hash: text('hash').notNull(),
    signature: text('signature').notNull(),
    sealedAt: timestamp('sealed_at', { withTimezone: true }).notNull(),
  },
  (self) => [
    unique('audit_seals_number').on(self.unitId, self.number),
    index('audit_seals_by_moment').on(self.unitId, self.sealedAt),
  ],
)
