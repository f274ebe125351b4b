import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { findLive, keepEntries } from '../store/entries.ts'
import { addToTotals, lockTotals } from '../store/totals.ts'
import { dropWaitingOf, findWaitingFor } from '../store/waiting.ts'
import { retryWaiting } from './wait.ts'

type Reversal = {
  readonly unitId: string
  readonly reason: string
  readonly by: string
  readonly now: Date
} & ({ readonly sourceIds: readonly string[] } | { readonly entryIds: readonly string[] })

/**
 * Takes back what counts of these sources or entries; what has been taken back already stays as it is. What waited for
 * room on those days is posted now, as far as there is room.
 */
export async function reverseHours(tx: Db, { reason, by, now, ...some }: Reversal) {
  const live = await findLive(tx, some.unitId, some)
  await lockTotals(tx, live)
  const entries = await keepEntries(
    tx,
    live.map((entry) => ({
      ...entry,
      id: newId(),
      minutes: -entry.minutes,
      key: `reversal:${entry.id}`,
      reversesId: entry.id,
      reason,
      postedBy: by,
      at: now,
    })),
  )
  await addToTotals(tx, entries)
  if ('sourceIds' in some) await dropWaitingOf(tx, some.unitId, some.sourceIds)
  const freed = entries.map(({ memberId, day }) => ({ memberId, day }))
  await retryWaiting(tx, await findWaitingFor(tx, some.unitId, freed))
  return { entries }
}
