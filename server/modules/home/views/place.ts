import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import type { organizations } from '../../organizations/table.ts'

/** Where and when somebody asks what there is to do. */
export type Place = {
  readonly db: Reader
  readonly now: Date
  readonly today: Day
  readonly organization: typeof organizations.$inferSelect
  readonly isBranch: boolean
}
