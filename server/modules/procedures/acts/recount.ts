import { inTransaction } from '../../../kernel/db.ts'
import type { JobTools } from '../../../kernel/jobs.ts'
import { daysOf } from '../steps/turn.ts'
import { changeCase, findCountedOpen, lockCase } from '../store.ts'

/** Each case by itself: whoever decides one meanwhile is not held up, and finds the new days or brings them. */
export async function recount({ db, report }: Pick<JobTools, 'db' | 'report'>) {
  const found = await findCountedOpen(db)
  let moved = 0
  for (const [at, { unitId, id: caseId }] of found.entries()) {
    // One after another, so that none waits for another.
    // oxlint-disable-next-line no-await-in-loop
    const changed = await inTransaction(db, async (tx) => {
      const held = await lockCase(tx, { unitId, caseId })
      const step = held?.steps.find(({ key }) => key === held.step)
      if (!held || !step || held.state !== 'open') return false
      const days = await daysOf(tx, held, step)
      const { earliestOn, dueOn, limitOn } = held
      if (JSON.stringify(days) === JSON.stringify({ earliestOn, dueOn, limitOn })) return false
      await changeCase(tx, held, days)
      return true
    })
    if (changed) moved += 1
    // oxlint-disable-next-line no-await-in-loop
    await report(at + 1, found.length)
  }
  return { cases: found.length, moved }
}
