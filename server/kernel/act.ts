import type { Entry, Grant, Input, Output } from '@zhixing/contract'
import { implementation, requireActor, requireReach } from './caller.ts'
import type { Actor, Caller, Implementation, Surroundings, Visit } from './caller.ts'
import { inTransaction } from './db.ts'
import type { Db, Reader } from './db.ts'
import type { FileStore } from './files.ts'
import { forbidden } from './problem.ts'
import { covers } from './reach.ts'
import type { Reach } from './reach.ts'
import { nobody, traces, tracesOf } from './trace.ts'
import type { Done, Refused } from './trace.ts'
import type { Vault } from './vault.ts'

/** Everything an act may use. There is a transaction here, and no way around it. */
export type Scene = {
  readonly tx: Db
  readonly now: Date
  readonly vault: Vault
  readonly files: FileStore
  readonly actor: Actor
  readonly reach: Reach
}

export type OwnScene = Omit<Scene, 'reach'> & { readonly visit: Visit }
export type OpenScene = Omit<OwnScene, 'actor'>
export type SystemScene = Omit<Scene, 'reach' | 'actor'>

/** What slow work before the transaction may use: it reads, and holds no connection while it thinks. */
export type OpenEve = Pick<OpenScene, 'now' | 'vault' | 'visit'> & { readonly db: Reader }
export type OwnEve = OpenEve & { readonly actor: Actor }

/**
 * One thing a person can do: one grant, one transaction, one trace.
 * The body says where in the tree it acted; if that is outside the actor's reach, all of it is undone.
 */
export function act<E extends Entry<'command', Grant>>(
  entry: E,
  body: (scene: Scene, input: Input<E>) => Promise<Done<Output<E>>>,
): Implementation<E> {
  return implementation(entry, async (caller, input) => {
    const actor = requireActor(caller)
    const reach = requireReach(actor, entry.grant)
    return perform(caller, { command: entry.name, actorId: actor.accountId }, async (scene) => {
      const done = await body({ ...scene, actor, reach }, input)
      if (!covers(reach, done.place.path)) throw forbidden('reach.outside')
      return done
    })
  })
}

type OwnBody<E extends Entry, P> = (
  scene: OwnScene,
  input: Input<E>,
  prepared: P,
) => Promise<Done<Output<E>> | Refused>
type OpenBody<E extends Entry, P> = (
  scene: OpenScene,
  input: Input<E>,
  prepared: P,
) => Promise<Signed<Done<Output<E>> | Refused>>

/**
 * What people do about themselves: no grant, and no way to name somebody else.
 * `prepare` comes before the transaction: what it found may have changed by then, and is judged again inside.
 */
export function ownAct<E extends Entry<'command', undefined>>(
  entry: E,
  body: OwnBody<E, undefined>,
): Implementation<E>
export function ownAct<E extends Entry<'command', undefined>, P>(
  entry: E,
  prepare: (eve: OwnEve, input: Input<E>) => Promise<P>,
  body: OwnBody<E, P>,
): Implementation<E>
export function ownAct<E extends Entry<'command', undefined>>(
  entry: E,
  ...steps:
    | [OwnBody<E, undefined>]
    | [(eve: OwnEve, input: Input<E>) => Promise<unknown>, OwnBody<E, never>]
): Implementation<E> {
  const [prepare, body] = steps.length === 2 ? steps : [undefined, steps[0]]
  return implementation(entry, async (caller, input) => {
    const actor = requireActor(caller)
    const doer = { command: entry.name, actorId: actor.accountId }
    const prepared = await prepare?.({ ...eveOf(caller), actor }, input)
    return perform(caller, doer, (scene) =>
      body({ ...scene, actor, visit: caller.visit }, input, prepared as never),
    )
  })
}

/** What anybody may try at the door, as signing in. The body says in `by` who it turned out to be. */
export function openAct<E extends Entry<'command', 'open'>>(
  entry: E,
  body: OpenBody<E, undefined>,
): Implementation<E>
export function openAct<E extends Entry<'command', 'open'>, P>(
  entry: E,
  prepare: (eve: OpenEve, input: Input<E>) => Promise<P>,
  body: OpenBody<E, P>,
): Implementation<E>
export function openAct<E extends Entry<'command', 'open'>>(
  entry: E,
  ...steps:
    | [OpenBody<E, undefined>]
    | [(eve: OpenEve, input: Input<E>) => Promise<unknown>, OpenBody<E, never>]
): Implementation<E> {
  const [prepare, body] = steps.length === 2 ? steps : [undefined, steps[0]]
  return implementation(entry, async (caller, input) => {
    const prepared = await prepare?.(eveOf(caller), input)
    return perform(caller, { command: entry.name, actorId: nobody }, (scene) =>
      body({ ...scene, visit: caller.visit }, input, prepared as never),
    )
  })
}

function eveOf({ db, now, vault, visit }: Caller): OpenEve {
  return { db, now: now(), vault, visit }
}

/** What the platform does by itself, in a job or by the clock; traced under its own name. */
export function systemAct<I, Value>(
  name: string,
  body: (scene: SystemScene, input: I) => Promise<Signed<Done<Value>>>,
): (caller: Surroundings, input: I) => Promise<Value> {
  return async (caller, input) =>
    perform(caller, { command: name, actorId: nobody }, (scene) => body(scene, input))
}

/** Whose account the trace names, where the wrapper cannot know it. */
type Signed<D> = D & { readonly by?: string }

async function perform<Value>(
  { db, now, vault, files }: Surroundings,
  doer: { readonly command: string; readonly actorId: string },
  body: (scene: SystemScene) => Promise<Signed<Done<Value> | Refused>>,
): Promise<Value> {
  const done = await inTransaction(db, async (tx) => {
    const at = now()
    const outcome = await body({ tx, now: at, vault, files })
    const rows = tracesOf(outcome, { ...doer, actorId: outcome.by ?? doer.actorId, at })
    if (rows.length > 0) await tx.insert(traces).values(rows)
    return outcome
  })
  if ('refusal' in done) throw done.refusal
  return done.value
}
