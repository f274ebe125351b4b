/**
 * Outreach: study brought home to those whom article 23 excuses, by rounds, with what two people say of each visit.
 * Whatever phones wrote down without a network comes in here, in any order, as often as it likes.
 */
import { covers, reachOf } from '../../kernel/reach.ts'
import type { FileSubject } from '../files/index.ts'
import { findSaid, findVisit } from './store/visits.ts'

export { beginRound, findExcused } from './steps/begin-round.ts'

/** A photo is seen by those who look after the round, by whoever went, and by the member. */
export const visitFiles: FileSubject = {
  kind: 'visit',
  async maySee({ db, actor }, { unitId, subject, path }) {
    if (covers(reachOf(actor.appointments, 'outreach.view'), path)) return true
    const visitId = subject.slice('visit:'.length)
    const visit = await findVisit(db, { unitId, visitId })
    if (visit?.memberId === actor.memberId) return true
    const { captures } = (await findSaid(db, [visitId]))(visitId)
    return captures.some(({ personId }) => personId === actor.personId)
  },
}
