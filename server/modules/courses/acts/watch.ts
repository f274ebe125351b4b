import { randomInt } from 'node:crypto'
import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import { missing } from '../../../kernel/problem.ts'
import { requireLesson } from '../index.ts'
import { ticketText, writeTicket } from '../rules/ticket.ts'
import { openChecks, planChecks } from '../rules/checks.ts'
import type { AskedCheck, Check } from '../rules/checks.ts'
import { beginItem, keepAsked } from '../store/learning.ts'

/** From this moment of our clock on, what the player tells can be believed; asking again opens one more window. */
export const watch = ownAct(
  contract.courses.watch,
  async ({ tx, now, actor, vault }, { courseId, itemId }) => {
    const { item, course, memberId, learnerUnitId } = await requireLesson(tx, actor, itemId)
    if (item.courseId !== courseId) throw missing('courses.itemUnknown')
    const learning = { unitId: learnerUnitId, memberId, courseId, itemId, now }
    const progress = await beginItem(tx, learning)
    const { positionMs } = progress
    const { checks } = item
    const recording = { lengthMs: item.seconds * 1000, watchPercent: course.watchPercent }
    const asked = planChecks(progress.asked, checks, recording, () => randomInt(1000) / 1000)
    if (checks.length + progress.asked.length > 0) await keepAsked(tx, { ...progress, asked })
    const facts = { courseId, itemId, openedAt: now.getTime() }
    const signature = vault.sign(ticketText({ ...facts, memberId }))
    return {
      value: {
        ticket: writeTicket({ ...facts, signature }),
        positionSeconds: Math.floor(positionMs / 1000),
        checks: progress.completedAt ? [] : asksOf(asked, checks),
      },
      place: actor.place,
      change: 'none',
    }
  },
)

/** What the player shows at each moment: no key, no explanation. */
function asksOf(asked: readonly AskedCheck[], checks: readonly Check[]) {
  return openChecks(asked).flatMap(({ checkId, atMs }) => {
    const check = checks.find((one) => one.checkId === checkId)
    if (!check) return []
    const { kind, text, options } = check
    return [{ checkId, atMs, kind, text, options: options.map((one) => ({ ...one })) }]
  })
}
