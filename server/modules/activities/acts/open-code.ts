import { contract } from '@zhixing/contract'
import { openAct } from '../../../kernel/act.ts'
import type { OpenScene } from '../../../kernel/act.ts'
import { Problem, conflict, missing } from '../../../kernel/problem.ts'
import { digestOf, newToken } from '../../../kernel/token.ts'
import {
  codeText,
  readCode,
  refuseSignIn,
  refuseSlot,
  ticketText,
  writeTicket,
} from '../rules/code.ts'
import type { CodeTimes } from '../rules/code.ts'
import { momentWords } from '../rules/words.ts'
import { codeTimes } from '../steps/code-times.ts'
import { findAnywhere } from '../store/activities.ts'
import type { Activity, Held } from '../store/activities.ts'
import { findClosure } from '../store/closures.ts'

/**
 * Whoever opens the code in time gets a ticket that only this browser can use, and some minutes to finish signing in
 * to the platform. Open to all, because most phones have to log in first.
 */
export const openCode = openAct(contract.activities.openCode, async (scene, { code }) => {
  const { tx, now, vault, visit } = scene
  const { facts, held, times } = await findShown(scene, code)
  const { activity } = held
  if (activity.cancelledAt) throw conflict('activities.cancelled')
  if (await findClosure(tx, facts)) throw conflict('activities.notOpen')
  const refusal = refuseSlot(facts.slot, now, times) ?? undefined
  if (refusal) throw conflict(refusal.reason, refusal.words)
  refuseTime(activity, now, times)

  const device = visit.device ?? newToken(vault)
  const until = Math.floor(now.getTime() / 1000) + times.finish
  const ticket = { unitId: facts.unitId, activityId: facts.activityId, until }
  const signature = vault.sign(ticketText(ticket, digestOf(device)))
  visit.remember(device, new Date(until * 1000))
  return {
    value: {
      unitId: facts.unitId,
      activityId: facts.activityId,
      ticket: writeTicket(ticket, signature),
      until: new Date(until * 1000).toISOString(),
      title: activity.title,
      organizationName: held.organizationName,
      startsAt: activity.startsAt.toISOString(),
      place: activity.place,
    },
    place: { unitId: activity.unitId, path: held.path },
    change: 'none',
  }
})

async function findShown({ tx, now, vault }: OpenScene, code: string) {
  const facts = readCode(code)
  const signatures = facts ? vault.signatures(codeText(facts)) : []
  if (!facts || !signatures.some((one) => one.slice(0, 16) === facts.signature))
    throw new Problem('unreadable', 'activities.codeBroken')
  const held: Held | undefined = await findAnywhere(tx, facts)
  if (!held) throw missing('activities.unknown')
  return { facts, held, times: await codeTimes(tx, held.path, now) }
}

function refuseTime(
  activity: Activity,
  now: Date,
  times: CodeTimes & { opensBefore: number; closesAfter: number },
): void {
  const refusal = refuseSignIn(activity, now, times)
  if (refusal === 'over') throw conflict('activities.notOpen')
  if (refusal === 'early') {
    const opensAt = new Date(activity.startsAt.getTime() - times.opensBefore * 60_000)
    throw conflict('activities.notOpenYet', { 时间: momentWords(opensAt) })
  }
}
