import type { Entry, Grant, Input, Output } from '@zhixing/contract'
import { implementation, requireReach } from './caller.ts'
import type { Actor, Implementation } from './caller.ts'
import { inTransaction } from './db.ts'
import type { Db } from './db.ts'
import { forbidden } from './problem.ts'
import { covers } from './reach.ts'
import type { Reach } from './reach.ts'
import { traces, tracesOf } from './trace.ts'
import type { Done } from './trace.ts'

/** Everything an act may use. There is a transaction here, and no way around it. */
export type Scene = {
  readonly tx: Db
  readonly now: Date
  readonly actor: Actor
  readonly reach: Reach
}

/**
 * One thing a person can do: one grant, one transaction, one trace.
 * The body says where in the tree it acted; if that is outside the actor's reach, all of it is undone.
 */
export function act<E extends Entry<'command', Grant>>(
  entry: E,
  body: (scene: Scene, input: Input<E>) => Promise<Done<Output<E>>>,
): Implementation<E> {
  return implementation(entry, async ({ db, now, actor }, input) => {
    const reach = requireReach(actor, entry.grant)

    return inTransaction(db, async (tx) => {
      const scene = { tx, now: now(), actor, reach }
      const done = await body(scene, input)
      if (!covers(reach, done.place.path)) throw forbidden('reach.outside')

      const rows = tracesOf(done, { command: entry.name, actorId: actor.id, at: scene.now })
      if (rows.length > 0) await tx.insert(traces).values(rows)
      return done.value
    })
  })
}
