import type { Entry, Grant, Input, Output } from '@zhixing/contract'
import { implementation, requireReach } from './caller.ts'
import type { Actor, Implementation } from './caller.ts'
import type { Reader } from './db.ts'
import type { Reach } from './reach.ts'

/** One thing a person can see: a grant, a reach, and nothing to write with. */
export function view<E extends Entry<'query', Grant>>(
  entry: E,
  body: (db: Reader, reach: Reach, input: Input<E>) => Promise<Output<E>>,
): Implementation<E> {
  return implementation(entry, async ({ db, actor }, input) =>
    body(db, requireReach(actor, entry.grant), input),
  )
}

/** What people see about themselves: no grant, and no way to name somebody else. */
export function ownView<E extends Entry<'query', undefined>>(
  entry: E,
  body: (db: Reader, actor: Actor, input: Input<E>) => Promise<Output<E>>,
): Implementation<E> {
  return implementation(entry, async ({ db, actor }, input) => body(db, actor, input))
}
