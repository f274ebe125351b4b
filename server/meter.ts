import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import { dayOf } from './kernel/calendar.ts'
import { countCall } from './kernel/call-counts.ts'
import type { Actor } from './kernel/caller.ts'
import type { Db } from './kernel/db.ts'
import { busy } from './kernel/problem.ts'
import type { CallerOf } from './kernel/wire.ts'
import { rulesAt } from './modules/rules/index.ts'

/** Doors behind which more is done than for a page. What an export gives an address for is fetched through another. */
export type Cost = keyof typeof costs

/** Lets somebody through a costly door, or says when they may come again. */
export type Meter = (actor: Actor, cost: Cost) => Promise<void>

const [minute, hour] = [60, 3_600]

const costs = {
  search: { rule: 'calls.searches', seconds: minute, reason: 'calls.searches' },
  paper: { rule: 'calls.papers', seconds: hour, reason: 'calls.papers' },
  export: { rule: 'calls.exports', seconds: hour, reason: 'calls.exports' },
  fetch: { rule: 'calls.exports', seconds: hour, reason: 'calls.exports' },
} as const

/** Counts in the database, since whoever is let in here may knock at another server next. What is refused counts too. */
export function meterBy(db: Db, now: () => Date): Meter {
  return async ({ accountId, place }, cost) => {
    const { rule, seconds, reason } = costs[cost]
    const at = now()
    const { count, secondsLeft } = await countCall(db, {
      key: `${cost}:${accountId}`,
      seconds,
      now: at,
    })
    const { [rule]: most } = await rulesAt(db, [rule], { path: place.path, day: dayOf(at) })
    if (count <= most.value) return
    const wait = { 秒: secondsLeft, 分钟: Math.ceil(secondsLeft / minute) }
    throw busy(reason, { 上限: most.value, ...wait })
  }
}

type CostOf = (request: FastifyRequest) => Cost | undefined

/** The same caller, counted where the door is a costly one. Who has not signed in is refused behind it, by its grant. */
export function counted(callerOf: CallerOf, meter: Meter | undefined, costOf: CostOf): CallerOf {
  if (!meter) return callerOf
  return async (request, reply) => {
    const caller = await callerOf(request, reply)
    const cost = costOf(request)
    if (cost && caller.actor) await meter(caller.actor, cost)
    return caller
  }
}

const words = z.string().trim().optional()
const Asked = z.object({ input: z.object({ text: words, search: words }) })

/** A verb called export takes something out; a question with words in it has many rows looked through. */
export function costOfVerb({ routeOptions, query }: FastifyRequest): Cost | undefined {
  if (routeOptions.url?.endsWith('/export')) return 'export'
  const { input } = Asked.safeParse(query).data ?? {}
  return input?.text || input?.search ? 'search' : undefined
}
