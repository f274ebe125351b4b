/**
 * Floating members: where somebody is, who keeps in touch, and at which branch they have reported.
 * Neighbours ask here whom a branch has taken in, and to end a stay that something else has ended.
 */
import type { Day } from '../../kernel/calendar.ts'
import type { Db } from '../../kernel/db.ts'
import { findOpenCheckIn, updateCheckIn } from './store/check-ins.ts'
import { lockPerson, updateStay } from './store/people.ts'
import type { MemberKey } from './store/people.ts'

export { findSearches as searchesFor } from './store/logs.ts'
export { heardFrom } from './steps/heard-from.ts'
export { findTakenIn, rehost } from './store/check-ins.ts'

/** Their relationship has followed them: the stay is over, and with it what was reported elsewhere. */
export async function closeStay(tx: Db, key: MemberKey, endedOn: Day): Promise<void> {
  const found = await lockPerson(tx, ['/'], key)
  if (found?.stay) await updateStay(tx, found.stay, { endedOn, endedBecause: 'transferred' })
  const checkIn = await findOpenCheckIn(tx, key)
  if (checkIn) await updateCheckIn(tx, checkIn, { state: 'ended', endedOn })
}
