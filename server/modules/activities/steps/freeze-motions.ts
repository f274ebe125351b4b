import type { Db } from '../../../kernel/db.ts'
import { isPassed } from '../rules/motion.ts'
import { changeMotion } from '../store/motions.ts'
import type { MotionRow } from '../store/motions.ts'
import type { ReadMotion } from './read-motions.ts'
import type { Record } from './read-record.ts'

/** Keeps who could vote, and what came of it, as it stands now; what was published stays as it was published. */
export async function freezeMotions(
  tx: Db,
  { motions, electorate }: Pick<Record, 'motions' | 'electorate'>,
): Promise<void> {
  if (!electorate) return
  const { entitled, present } = electorate
  for (const motion of motions.filter(isOpen)) {
    // What a ballot counted stands as it was counted; a show of hands follows the roll.
    const { ballot, inFavour, against, abstained } = motion
    const raised = ballot === null ? null : isPassed(motion, electorate)
    const set =
      motion.vote?.state === 'closed'
        ? { ballot, inFavour, against, abstained, ...numbersOf(motion) }
        : { entitled, present, passed: raised }
    // One meeting has a handful of them.
    // oxlint-disable-next-line no-await-in-loop
    await changeMotion(tx, motion, set)
  }
}

/** With the record open again, the numbers follow the roll again. */
export async function thawMotions(tx: Db, motions: readonly MotionRow[]): Promise<void> {
  for (const motion of motions.filter(isOpen))
    // oxlint-disable-next-line no-await-in-loop
    await changeMotion(tx, motion, { entitled: null, present: null, passed: null })
}

function numbersOf({ entitled, present, passed }: ReadMotion) {
  return { entitled, present, passed }
}

function isOpen({ publishedAt }: Pick<MotionRow, 'publishedAt'>): boolean {
  return publishedAt === null
}
