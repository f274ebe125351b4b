import type { Entry, Grant, Input, Output } from '@zhixing/contract'
import { implementation, requireActor, requireReach } from './caller.ts'
import type { Actor, Implementation, Visit } from './caller.ts'
import type { Reader } from './db.ts'
import { look } from './reading.ts'
import type { Reach } from './reach.ts'
import type { Vault } from './vault.ts'

/** Everything a view may use: a database with its pen taken away, and how far it may look. */
export type Sight = {
  readonly db: Reader
  readonly now: Date
  readonly vault: Vault
  readonly actor: Actor
  readonly reach: Reach
}

export type OwnSight = Omit<Sight, 'reach'> & { readonly visit: Visit }

/** One thing a person can see: a grant, a reach, and nothing to write with. */
export function view<E extends Entry<'query', Grant>>(
  entry: E,
  body: (sight: Sight, input: Input<E>) => Promise<Output<E>>,
): Implementation<E> {
  return implementation(entry, async (caller, input) => {
    const actor = requireActor(caller)
    const reach = requireReach(actor, entry.grant)
    const { now, vault } = caller
    return look(caller, (db) => body({ db, now: now(), vault, actor, reach }, input))
  })
}

/** What people see about themselves: no grant, and no way to name somebody else. */
export function ownView<E extends Entry<'query', undefined>>(
  entry: E,
  body: (sight: OwnSight, input: Input<E>) => Promise<Output<E>>,
): Implementation<E> {
  return implementation(entry, async (caller, input) => {
    const { now, vault, visit } = caller
    const actor = requireActor(caller)
    return look(caller, (db) => body({ db, now: now(), vault, visit, actor }, input))
  })
}

/**
 * What anybody may see without a name.
 * @public
 */
export function openView<E extends Entry<'query', 'open'>>(
  entry: E,
  body: (sight: Omit<Sight, 'reach' | 'actor'>, input: Input<E>) => Promise<Output<E>>,
): Implementation<E> {
  return implementation(entry, async (caller, input) => {
    const { now, vault } = caller
    return look(caller, (db) => body({ db, now: now(), vault }, input))
  })
}
