import type { Entry, Grant, Input, Output } from '@zhixing/contract'
import { batched } from './batch.ts'
import { copyRows } from './copy.ts'
import { implementation, requireActor, requireReach } from './caller.ts'
import type { Actor, Implementation, Visit } from './caller.ts'
import { inTransaction, isDataFault } from './db.ts'
import type { Db } from './db.ts'
import { Problem, forbidden } from './problem.ts'
import { covers } from './reach.ts'
import type { Reach } from './reach.ts'
import { stopwatch, tell } from './signals.ts'
import { traces, tracesOf } from './trace.ts'
import type { Done } from './trace.ts'
import type { Vault } from './vault.ts'

export type Call<I> = {
  readonly input: I
  readonly now: Date
  readonly actor: Actor
  readonly reach: Reach
  readonly vault: Vault
  readonly visit: Visit
}

const wait = { waitMs: 3, sizeMax: 500, atOnce: 2, isOnes }

type Verdict<Value> = Done<Value> | Problem

/**
 * An act for bursts: calls that come together share one transaction and its statements,
 * yet each keeps its own grant, its own answer and its own trace. The body answers in the order of the calls.
 */
export function batchAct<E extends Entry<'command', Grant>>(
  entry: E,
  body: (tx: Db, calls: readonly Call<Input<E>>[]) => Promise<readonly Verdict<Output<E>>[]>,
): Implementation<E> {
  type Line = (call: Call<Input<E>>) => Promise<Output<E>>
  const lines = new WeakMap<Db, Line>()

  function lineOf(db: Db): Line {
    const line =
      lines.get(db) ?? batched<Call<Input<E>>, Output<E>>((calls) => perform(db, calls), wait)
    lines.set(db, line)
    return line
  }

  function perform(db: Db, calls: readonly Call<Input<E>>[]) {
    const seconds = stopwatch()
    return inTransaction(db, async (tx) => {
      const verdicts = await body(tx, calls)

      const rows = calls.flatMap(({ actor, reach, now }, at) => {
        const verdict = verdicts[at]
        if (!verdict || verdict instanceof Problem) return []
        if (!covers(reach, verdict.place.path)) throw forbidden('reach.outside')
        return tracesOf(verdict, { command: entry.name, actorId: actor.accountId, at: now })
      })
      if (rows.length > 0) await copyRows(tx, traces, rows)

      return verdicts.map((verdict) => (verdict instanceof Problem ? verdict : verdict.value))
    }).finally(() => tell('batch', { line: entry.name, size: calls.length, seconds: seconds() }))
  }

  return implementation(entry, async (caller, input) => {
    const actor = requireActor(caller)
    const reach = requireReach(actor, entry.grant)
    const { db, vault, visit } = caller
    return lineOf(db)({ input, now: caller.now(), actor, reach, vault, visit })
  })
}

function isOnes(error: unknown): boolean {
  return error instanceof Problem || isDataFault(error)
}
