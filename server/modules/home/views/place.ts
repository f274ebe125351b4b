import type { Grant } from '@zhixing/contract'
import type { Day } from '../../../kernel/calendar.ts'
import type { Actor } from '../../../kernel/caller.ts'
import type { Reader } from '../../../kernel/db.ts'
import type { organizations } from '../../organizations/table.ts'

/** Where and when somebody asks what there is to do. */
export type Place = {
  readonly db: Reader
  readonly now: Date
  readonly today: Day
  readonly actor: Actor
  readonly organization: typeof organizations.$inferSelect
  readonly isBranch: boolean
  /** Whether the reader holds a right here: what is not theirs to see is nothing to do for them. */
  readonly may: (grant: Grant) => boolean
}
