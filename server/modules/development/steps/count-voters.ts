import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { hasVote } from '../../members/index.ts'
import { findFullMembers } from '../store/applicants.ts'

/** How many of a branch have a vote on a day. */
export async function countVoters(db: Reader, organizationId: string, day: Day): Promise<number> {
  return (await findFullMembers(db, organizationId)).filter((one) => hasVote(one, day)).length
}
