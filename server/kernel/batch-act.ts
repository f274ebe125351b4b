import type { Entry, Grant, Input, Output } from '@zhixing/contract'
import { batched } from './batch.ts'
import { copyRows } from './copy.ts'
import { implementation, requireActor, requireReach } from './caller.ts'
import type { Actor, Caller, Implementation, Visit } from './caller.ts'
import { inTransaction, isDataFault } from './db.ts'
import type { Db } from './db.ts'
import { Problem, forbidden } from './problem.ts'
import { covers } from './reach.ts'
import type { Reach } from './reach.ts'
import { stopwatch, tell } from './signals.ts'
import { traces, tracesOf } from './trace.ts'
import type { Done } from './trace.ts'
import type { Vault } from './vault.ts'

export type OwnCall<I> = {
  readonly input: I
  readonly now: Date
  readonly actor: Actor
  readonly vault: Vault
  readonly visit: Visit
}

export type Call<I> = OwnCall<I> & { readonly reach: Reach }

const wait = { waitMs: 3, sizeMax: 500, atOnce: 2, isOnes }

export type Verdict<Value> = Done<Value> | Problem
type Body<C, Value> = (tx: Db, calls: readonly C[]) => Promise<readonly Verdict<Value>[]>

/**
 * An act for bursts: calls that come together share one transaction and its statements,
 * yet each keeps its own grant, its own answer and its own trace. The body answers in the order of the calls.
 */
export function batchAct<E extends Entry<'command', Grant>>(
  entry: E,
  body: Body<Call<Input<E>>, Output<E>>,
): Implementation<E> {
  const join = gathered<Call<Input<E>>, Output<E>>(entry.name, async (tx, calls) => {
    const verdicts = await body(tx, calls)
    for (const [at, { reach }] of calls.entries()) {
      const verdict = verdicts[at]
      if (verdict && !(verdict instanceof Problem) && !covers(reach, verdict.place.path))
        throw forbidden('reach.outside')
    }
    return verdicts
  })
  return implementation(entry, async (caller, input) => {
    const actor = requireActor(caller)
    const reach = requireReach(actor, entry.grant)
    return join(caller.db, { ...callOf(caller, actor), input, reach })
  })
}

/** The same for what people do about themselves: no grant, and no way to name somebody else. */
export function ownBatchAct<E extends Entry<'command', undefined>>(
  entry: E,
  body: Body<OwnCall<Input<E>>, Output<E>>,
): Implementation<E> {
  const join = gathered<OwnCall<Input<E>>, Output<E>>(entry.name, body)
  return implementation(entry, async (caller, input) =>
    join(caller.db, { ...callOf(caller, requireActor(caller)), input }),
  )
}

function callOf(caller: Caller, actor: Actor) {
  const { vault, visit } = caller
  return { now: caller.now(), actor, vault, visit }
}

/** Joins those who come to the same database at the same time. */
function gathered<C extends OwnCall<unknown>, Value>(command: string, body: Body<C, Value>) {
  const lines = new WeakMap<Db, (call: C) => Promise<Value>>()

  async function perform(db: Db, calls: readonly C[]) {
    const seconds = stopwatch()
    return inTransaction(db, async (tx) => {
      const verdicts = await body(tx, calls)
      const rows = calls.flatMap(({ actor, now }, at) => {
        const verdict = verdicts[at]
        if (!verdict || verdict instanceof Problem) return []
        return tracesOf(verdict, { command, actorId: actor.accountId, at: now })
      })
      if (rows.length > 0) await copyRows(tx, traces, rows)
      return verdicts.map((verdict) => (verdict instanceof Problem ? verdict : verdict.value))
    }).finally(() => tell('batch', { line: command, size: calls.length, seconds: seconds() }))
  }

  return (db: Db, call: C): Promise<Value> => {
    const line = lines.get(db) ?? batched<C, Value>((calls) => perform(db, calls), wait)
    lines.set(db, line)
    return line(call)
  }
}

function isOnes(error: unknown): boolean {
  return error instanceof Problem || isDataFault(error)
}
