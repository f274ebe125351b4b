import type { Contract, Input } from '@zhixing/contract'
import { contract } from '@zhixing/contract'
import { listedKinds } from '@zhixing/contract/words.ts'
import { batchAct } from '../../../kernel/batch-act.ts'
import type { Call } from '../../../kernel/batch-act.ts'
import { newId } from '../../../kernel/ids.ts'
import { Problem, conflict, missing } from '../../../kernel/problem.ts'
import { digestOf } from '../../../kernel/token.ts'
import { readTicket, ticketText } from '../rules/code.ts'
import type { TicketFacts } from '../rules/code.ts'
import { holdActivities } from '../store/activities.ts'
import { findOnLists, listKey } from '../store/listed.ts'
import { attendanceKey, findClosed, keepSignIns } from '../store/attendances.ts'

type SignIn = Call<Input<Contract['activities']['signIn']>>

/** A hall full of people scans the code in the same minute, some of them twice. */
export const signIn = batchAct(contract.activities.signIn, async (tx, calls) => {
  const read = calls.map(admit)
  const tickets = read.flatMap((one) => (one instanceof Problem ? [] : [one]))
  const found = await holdActivities(tx, tickets)
  const closed = await findClosed(tx, tickets)
  const learners = calls.flatMap(({ actor }, at) => {
    const ticket = read[at]
    if (!ticket || ticket instanceof Problem || !isListed(found.get(ticket.activityId))) return []
    return [{ activityId: ticket.activityId, memberId: actor.personId }]
  })
  const listed = await findOnLists(tx, learners)

  const judged = calls.map((call, at) => {
    const ticket = read[at]
    if (!ticket || ticket instanceof Problem) return ticket ?? missing('activities.unknown')
    const one = found.get(ticket.activityId)
    if (!one) return missing('activities.unknown')
    if (one.cancelledAt) return conflict('activities.cancelled')
    if (closed.has(ticket.activityId)) return conflict('activities.notOpen')

    const { actor } = call
    const own = actor.place.path
    if (isListed(one)) {
      const key = listKey({ activityId: ticket.activityId, memberId: actor.personId })
      if (!listed.has(key)) return conflict('activities.notEnrolled')
      return { path: own, row: attendanceOf(call, ticket, false) }
    }
    if (actor.unitId !== ticket.unitId) return conflict('activities.otherUnit')
    const isGuest = !own.startsWith(one.path)
    // A guest speaks from the own branch; everybody else from the one that meets.
    return { path: isGuest ? own : one.path, row: attendanceOf(call, ticket, isGuest) }
  })

  const admitted = judged.flatMap((one) => (one instanceof Error ? [] : [one.row]))
  const kept = await keepSignIns(tx, admitted)

  return judged.map((one) => {
    if (one instanceof Error) return one
    const row = kept.get(attendanceKey(one.row)) ?? one.row
    return {
      value: { signedAt: row.at.toISOString() },
      place: { unitId: row.unitId, path: one.path },
      // A row with another id than ours was there before: the same person scanned again.
      change:
        row.id === one.row.id ? { subject: `activity:${row.activityId}`, after: row } : 'none',
    }
  })
})

/** The ticket, if it is ours, of this browser and still good, and its holder is a member. */
function admit({ input, actor, now, vault, visit }: SignIn): TicketFacts | Problem {
  const ticket = readTicket(input.ticket)
  const device = visit.device ? digestOf(visit.device) : undefined
  if (!ticket || !device || !vault.isSigned(ticketText(ticket, device), ticket.signature))
    return new Problem('unreadable', 'activities.ticketBroken')
  if (now.getTime() >= ticket.until * 1000) return conflict('activities.ticketExpired')
  return actor.memberId ? ticket : conflict('activities.membersOnly')
}

/** A class or a study group takes whoever stands on its list, from every unit; a meeting its own unit only. */
function isListed(one: { readonly kind: string } | undefined): boolean {
  return listedKinds.some((kind) => kind === one?.kind)
}

function attendanceOf({ actor, now }: SignIn, ticket: TicketFacts, isGuest: boolean) {
  const { unitId, activityId } = ticket
  const facts = { mark: 'present', way: 'code', at: now, byId: actor.personId } as const
  const standing = { isGuest, isDue: !isGuest, note: '', isLate: false }
  const who = { memberUnitId: actor.unitId, memberId: actor.personId }
  return { id: newId(), unitId, activityId, ...who, ...facts, ...standing }
}
