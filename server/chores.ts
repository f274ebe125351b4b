import { forgetCalls } from './kernel/call-counts.ts'
import type { Chore } from './kernel/chores.ts'
import { watchBallots } from './modules/ballots/acts/watch.ts'
import { expireTransfers } from './modules/transfers/acts/expire.ts'
import { watchConduct } from './modules/conduct/acts/watch.ts'
import { watchReports } from './modules/studyGroups/acts/watch.ts'
import { watchDues } from './modules/dues/acts/watch.ts'
import { remindRetests } from './modules/quizzes/acts/remind.ts'
import { remindSites } from './modules/sites/acts/remind.ts'
import { sweepFiles } from './modules/files/acts/sweep.ts'
import type { Keeper } from './modules/files/acts/sweep.ts'
import { keptFileIds } from './modules/files/index.ts'
import { keptPackageIds } from './modules/packages/index.ts'
import { forgetOverviews } from './modules/overviews/acts/forget.ts'
import { sealTraces } from './modules/audit/acts/seal.ts'

/** Who knows which bytes on the disk belong to somebody. */
export const fileKeepers: readonly Keeper[] = [keptFileIds, keptPackageIds]

/** What the platform does by itself, again and again; one line each. */
export const chores: readonly Chore[] = [
  {
    name: 'sweep files',
    everySeconds: 3600,
    run: async (surroundings) => sweepFiles(surroundings, fileKeepers),
  },
  { name: 'forget calls', everySeconds: 3_600, run: forgetCalls },
  { name: 'seal traces', everySeconds: 10, run: async (surroundings) => sealTraces(surroundings) },
  {
    name: 'remind retests',
    everySeconds: 600,
    run: async (surroundings) => remindRetests(surroundings),
  },
  {
    name: 'remind sites',
    everySeconds: 3_600,
    run: async (surroundings) => remindSites(surroundings),
  },
  {
    name: 'expire transfers',
    everySeconds: 3600,
    run: async (surroundings) => expireTransfers(surroundings),
  },
  {
    name: 'watch ballots',
    everySeconds: 3600,
    run: async (surroundings) => watchBallots(surroundings),
  },
  {
    name: 'watch study reports',
    everySeconds: 3600,
    run: async (surroundings) => watchReports(surroundings),
  },
  {
    name: 'watch dues',
    everySeconds: 3600,
    run: async (surroundings) => watchDues(surroundings),
  },
  {
    name: 'forget overviews',
    everySeconds: 3600,
    run: async (surroundings) => forgetOverviews(surroundings),
  },
  {
    name: 'watch conduct',
    everySeconds: 21_600,
    run: async (surroundings) => watchConduct(surroundings),
  },
]
