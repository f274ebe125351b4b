import type { Contract, Input } from '@zhixing/contract'
import type { Call } from '../../../kernel/batch-act.ts'
import { Problem, conflict, missing } from '../../../kernel/problem.ts'
import { lengthOf } from '../rules/spans.ts'
import { holds, readTicket, ticketText } from '../rules/ticket.ts'
import type { TicketFacts } from '../rules/ticket.ts'
import { creditAsked } from '../rules/checks.ts'
import type { Held } from '../store/learning.ts'

export type Heard = Call<Input<Contract['courses']['beat']>>
type Ticket = TicketFacts & { readonly memberId: string }

/** The ticket, if it is ours, of this member and not older than a day. */
export function admit({ input, actor, now, vault }: Heard): Ticket | Problem {
  const { memberId } = actor
  if (!memberId) return conflict('courses.membersOnly')
  const ticket = readTicket(input.ticket)
  if (!ticket || !vault.isSigned(ticketText({ ...ticket, memberId }), ticket.signature))
    return new Problem('unreadable', 'courses.ticketBroken')
  return holds(ticket, now.getTime()) ? { ...ticket, memberId } : conflict('courses.ticketOld')
}

/** What is known of everybody after these words, in the order in which they were spoken. */
export function hearAll(
  calls: readonly Heard[],
  admitted: readonly (Ticket | Problem)[],
  held: readonly Held[],
) {
  const known = new Map(held.map((row) => [keyOf(row), row]))
  // Two windows of one person may come together: the second finds what the first has spent.
  const spent = new Map(held.map((row) => [row.clockId, row.spent]))
  const touched = new Map<string, Held>()

  const verdicts = calls.map((call, at): Held | Problem => {
    const ticket = admitted[at]
    if (!ticket || ticket instanceof Problem) return ticket ?? conflict('courses.ticketBroken')
    const key = keyOf({ ...ticket, unitId: call.actor.unitId })
    const row = known.get(key)
    if (!row) return missing('courses.itemUnknown')
    const next = hear({ ...row, spent: spent.get(row.clockId) ?? row.spent }, call, ticket)
    known.set(key, next)
    spent.set(next.clockId, next.spent)
    touched.set(key, next)
    return next
  })
  const last = [...touched.values()].map((row) => ({
    ...row,
    spent: spent.get(row.clockId) ?? row.spent,
  }))
  return { verdicts, touched: last }
}

function keyOf({ unitId, memberId, itemId }: Pick<Held, 'unitId' | 'memberId' | 'itemId'>): string {
  return `${unitId}:${memberId}:${itemId}`
}

function hear(row: Held, { input, now }: Heard, { openedAt }: Ticket): Held {
  const lengthMs = row.lengthSeconds * 1000
  const session = { openedAt, now: now.getTime(), lengthMs }
  // What is done asks nothing more.
  const known = row.completedAt ? { ...row, asked: [] } : row
  const { spans, spent, asked } = creditAsked(known, row.checks, session, input)
  const next = { spans, spent, asked: row.completedAt ? row.asked : asked }
  return {
    ...row,
    ...next,
    watchedSeconds: Math.floor(lengthOf(next.spans) / 1000),
    positionMs: Math.min(input.positionMs, lengthMs),
    seenAt: now,
  }
}
