import { index, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { unitTable, withinUnit } from '../../kernel/tables.ts'
import { members } from '../members/table.ts'
import { organizations } from '../organizations/table.ts'

/** Whose turn it is to give the lesson of a month. */
export const lectureTurns = unitTable(
  'lecture_turns',
  {
    organizationId: uuid('organization_id').notNull(),
    month: text('month').notNull(),
    memberId: uuid('member_id').notNull(),
    byId: uuid('by_id').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.organizationId, organizations),
    withinUnit(self, self.memberId, members),
    unique('lecture_turns_once').on(self.unitId, self.organizationId, self.month),
    index('lecture_turns_by_member').on(self.memberId),
  ],
)
