import { contract } from '@zhixing/contract'
import { batchAct } from '../../../kernel/batch-act.ts'
import type { Db } from '../../../kernel/db.ts'
import { Problem } from '../../../kernel/problem.ts'
import { finishItem } from '../index.ts'
import { isWatched } from '../rules/watching.ts'
import { admit, hearAll } from '../steps/hear.ts'
import type { Heard } from '../steps/hear.ts'
import { holdProgress, keepAsked, keepClocks, keepWatched } from '../store/learning.ts'
import type { Held } from '../store/learning.ts'

/**
 * Everybody who watches says so every few seconds: those who speak together are read and written together. What is
 * kept is the sum, not each word; a trace is left where something was finished.
 */
export const beat = batchAct(contract.courses.beat, async (tx, calls) => {
  const admitted = calls.map(admit)
  const keys = calls.flatMap(({ actor: { unitId } }, at) => {
    const ticket = admitted[at]
    return !ticket || ticket instanceof Problem ? [] : [{ ...ticket, unitId }]
  })
  const held = await holdProgress(tx, keys)
  const { verdicts, touched } = hearAll(calls, admitted, held)
  await keepWatched(tx, touched)
  await keepClocks(tx, touched)
  await keepAnswers(tx, calls, touched)

  const answers = []
  for (const [at, verdict] of verdicts.entries()) {
    const call = calls[at]
    // Only who has just finished asks the database once more, and they are few.
    // oxlint-disable-next-line no-await-in-loop
    if (call) answers.push(verdict instanceof Problem ? verdict : await answer(tx, call, verdict))
  }
  return answers
})

/** Few of those who watch have just been asked. */
async function keepAnswers(tx: Db, calls: readonly Heard[], touched: readonly Held[]) {
  const said = new Set(calls.flatMap(({ input }) => input.answers.map(({ checkId }) => checkId)))
  if (said.size === 0) return
  for (const row of touched)
    if (row.asked.some(({ checkId, chosen }) => chosen && said.has(checkId)))
      // oxlint-disable-next-line no-await-in-loop
      await keepAsked(tx, row)
}

/** Of what was said in these words, what was taken, and whether it was right. */
function verdictsOf({ input }: Heard, { asked, checks }: Held) {
  return input.answers.flatMap(({ checkId }) => {
    const { isRight = null } = asked.find((one) => one.checkId === checkId) ?? {}
    const check = checks.find((one) => one.checkId === checkId)
    if (!check || isRight === null) return []
    return [{ checkId, isRight, keys: [...check.keys], explanation: check.explanation }]
  })
}

async function answer(tx: Db, call: Heard, row: Held) {
  const { actor, now } = call
  const checks = verdictsOf(call, row)
  const { unitId, memberId, itemId, courseId, watchedSeconds } = row
  const isItemDone = isWatched(row.spans, row.lengthSeconds * 1000, row.watchPercent)
  const { place, accountId: by } = actor
  if (!isItemDone || row.completedAt) {
    const isDone = isItemDone || row.completedAt !== null
    const value = { watchedSeconds, isItemDone: isDone, isCourseDone: false, checks }
    return { value, place, change: 'none' as const }
  }
  const whose = { unitId, memberId, courseId, itemId }
  const { isNew, ...after } = await finishItem(tx, { ...whose, path: place.path, by, now })
  return {
    value: { watchedSeconds, isItemDone, isCourseDone: after.isCourseDone, checks },
    place,
    change: isNew ? { subject: `courseItem:${itemId}`, after } : ('none' as const),
  }
}
