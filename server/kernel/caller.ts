import type { Entry, Grant, Input, Output } from '@zhixing/contract'
import type { Db } from './db.ts'
import { forbidden } from './problem.ts'
import { reachOf } from './reach.ts'
import type { Appointment, Reach } from './reach.ts'

export type Actor = {
  readonly id: string
  readonly unitId: string
  readonly appointments: readonly Appointment[]
}

/** Who calls, when, and on which database: all that an implementation gets from outside. */
export type Caller = { readonly db: Db; readonly now: () => Date; readonly actor: Actor }

/** Made by `act` and `view` only; it remembers its entry, so that it cannot be served under another name. */
export type Implementation<E extends Entry> = {
  (caller: Caller, input: Input<E>): Promise<Output<E>>
  readonly entry: E
}

export function implementation<E extends Entry>(
  entry: E,
  run: (caller: Caller, input: Input<E>) => Promise<Output<E>>,
): Implementation<E> {
  return Object.assign(run, { entry })
}

export function requireReach(actor: Actor, grant: Grant): Reach {
  const reach = reachOf(actor.appointments, grant)
  if (reach.length === 0) throw forbidden('reach.none')
  return reach
}
