/**
 * Packages: SCORM courses made elsewhere. Read and judged as a whole or not at all, played on an origin of their own,
 * and believed only as far as our clock reaches.
 */
import { covers, reachOf } from '../../kernel/reach.ts'
import type { FileSubject } from '../files/index.ts'

export { readPackageJob } from './jobs.ts'
export { keptIds as keptPackageIds } from './store/packages.ts'

export const packageFiles: FileSubject = {
  kind: 'package',
  maySee: async ({ actor }, { path }) => covers(reachOf(actor.appointments, 'packages.keep'), path),
}
