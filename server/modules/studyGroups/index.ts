/**
 * Study groups: 党委（党组）理论学习中心组, from the plan of a year to its file. A sitting's roll, minutes and hours are
 * those of an activity; here are the plan it carries out, the report it owes, and who came to observe it.
 */
import { covers, reachOf } from '../../kernel/reach.ts'
import type { FileSubject } from '../files/index.ts'

export { overdueReports } from './catalogue/overdue.ts'

/** What hangs on a sitting is for those who see the sitting. */
export const studySessionFiles: FileSubject = {
  kind: 'studySession',
  maySee: async ({ actor }, { path }) =>
    covers(reachOf(actor.appointments, 'studyGroups.view'), path),
}
