import type { Surroundings } from '../../../kernel/caller.ts'
import { agesMs } from '../rules.ts'
import { dropKeptBefore } from '../store.ts'

/** What nobody has asked for in a week is looked at anew by the next who asks. It leaves no trace: nothing was lost. */
export async function forgetOverviews({ db, now }: Surroundings): Promise<void> {
  await dropKeptBefore(db, new Date(now().getTime() - agesMs.shown))
}
