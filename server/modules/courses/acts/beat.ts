import { contract } from '@zhixing/contract'
import { batchAct } from '../../../kernel/batch-act.ts'
import type { Db } from '../../../kernel/db.ts'
import { Problem } from '../../../kernel/problem.ts'
import { finishItem } from '../index.ts'
import { isWatched } from '../rules/watching.ts'
import { admit, hearAll } from '../steps/hear.ts'
import type { Heard } from '../steps/hear.ts'
import { holdProgress, keepClocks, keepWatched } from '../store/learning.ts'
import type { Held } from '../store/learning.ts'

/**
 * Everybody who watches says so every few seconds: those who speak together are read and written together. What is
 * kept is the sum, not each word; a trace is left where something was finished.
 */
export const beat = batchAct(contract.courses.beat, async (tx, calls) => {
  const admitted = calls.map(admit)
  const tickets = admitted.flatMap((one) => (one instanceof Problem ? [] : [one]))
  const held = await holdProgress(
    tx,
    tickets.map(({ memberId }) => memberId),
    tickets.map(({ itemId }) => itemId),
  )
  const { verdicts, touched } = hearAll(calls, admitted, held)
  await keepWatched(tx, touched)
  await keepClocks(tx, touched)

  const answers = []
  for (const [at, verdict] of verdicts.entries()) {
    const call = calls[at]
    // Only who has just finished asks the database once more, and they are few.
    // oxlint-disable-next-line no-await-in-loop
    if (call) answers.push(verdict instanceof Problem ? verdict : await answer(tx, call, verdict))
  }
  return answers
})

async function answer(tx: Db, { actor, now }: Heard, row: Held) {
  const { unitId, memberId, itemId, courseId, watchedSeconds } = row
  const isItemDone = isWatched(row.spans, row.lengthSeconds * 1000, row.watchPercent)
  const { place, accountId: by } = actor
  if (!isItemDone || row.completedAt) {
    const isDone = isItemDone || row.completedAt !== null
    const value = { watchedSeconds, isItemDone: isDone, isCourseDone: false }
    return { value, place, change: 'none' as const }
  }
  const whose = { unitId, memberId, courseId, itemId }
  const { isNew, ...after } = await finishItem(tx, { ...whose, path: place.path, by, now })
  return {
    value: { watchedSeconds, isItemDone, isCourseDone: after.isCourseDone },
    place,
    change: isNew ? { subject: `courseItem:${itemId}`, after } : ('none' as const),
  }
}
