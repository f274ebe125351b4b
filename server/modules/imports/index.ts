/**
 * Imports: a file of members on its way into the roll, looked at before anything is written, and taken back whole.
 */
import { covers, reachOf } from '../../kernel/reach.ts'
import type { FileSubject } from '../files/index.ts'

export { readJob, takeBackJob, writeJob } from './jobs.ts'

/** The roll that was uploaded and what was not taken in are seen by those who may import there. */
export const importFiles: FileSubject = {
  kind: 'import',
  maySee: async ({ actor }, { path }) =>
    covers(reachOf(actor.appointments, 'members.import'), path),
}
