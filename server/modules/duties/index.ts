/**
 * Duties: what each organization and each of its posts answers for in a year, laid down above, signed by whoever holds
 * the post, handed over with it, done by a day and proven. Which of them bind an organization follows from its level,
 * tier and field; nothing of that is kept.
 */
import { covers, reachOf } from '../../kernel/reach.ts'
import type { FileSubject } from '../files/index.ts'

export { seatsOf, standingsBelow } from './catalogue/standing.ts'
export type { Seat, Standing } from './catalogue/standing.ts'

/** Evidence is seen by those who may see the duties of that organization. */
export const dutyFiles: FileSubject = {
  kind: 'duty',
  maySee: async ({ actor }, { path }) => covers(reachOf(actor.appointments, 'duties.view'), path),
}
