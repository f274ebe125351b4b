/**
 * Development: from the application to full membership. Somebody who is transferred takes their way along: the file
 * goes on in the branch that receives them, with the time they have.
 */
import type { Reader } from '../../kernel/db.ts'
import { findWayOf } from './store/applicants.ts'
import type { Key } from './store/applicants.ts'

export { inspectOnOf } from './catalogue/inspections.ts'
export { letGo } from './steps/end-way.ts'
export { handOver } from './steps/hand-over.ts'

/** The open file of somebody who is on the roll already, on probation; nothing for anybody else. */
export async function wayOf(
  db: Reader,
  who: { readonly unitId: string; readonly memberId: string },
): Promise<Key | undefined> {
  const found = await findWayOf(db, who)
  return found && { unitId: found.unitId, applicantId: found.id }
}
