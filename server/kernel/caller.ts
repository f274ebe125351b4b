import type { Entry, Grant, Input, Output } from '@zhixing/contract'
import type { Db } from './db.ts'
import type { FileStore } from './files.ts'
import { forbidden, unidentified } from './problem.ts'
import { reachOf } from './reach.ts'
import type { Reading } from './reading.ts'
import type { Appointment, Place, Reach } from './reach.ts'
import type { Vault } from './vault.ts'

export type Actor = {
  readonly accountId: string
  /** Whom the inbox, the roll call and the ledger know: the member, or the account of somebody who is none. */
  readonly personId: string
  readonly memberId?: string
  readonly unitId: string
  readonly name: string
  /** Where somebody stands when they speak about themself: the own branch, or the first office held. */
  readonly place: Place
  readonly appointments: readonly Appointment[]
  /** What they have to do before any office counts; `appointments` is empty until then. */
  readonly owes?: 'newPassword' | 'totp'
  /** Whose session holds only where it began: administrators do not walk about with theirs. */
  readonly boundTo?: string
}

/** What the wire knows of a call besides its words; the only way for an act to begin or end a session. */
export type Visit = {
  readonly address: string
  readonly agent: string
  readonly token: string | undefined
  readonly begin: (token: string, until: Date) => void
  readonly end: () => void
  /** What only this browser holds: what is given to it is worth nothing in another. */
  readonly device: string | undefined
  readonly remember: (device: string, until: Date) => void
}

export type Overlook = {
  /** Whether they want it counted anew. */
  readonly isAnew: boolean
  /** When they themselves last did something: an older answer would hide it from them. */
  readonly actedAt: Date | undefined
  readonly acted: () => void
  /** Of which moment the answer is. */
  readonly takenAt: (moment: Date) => void
  /** A few connections for what takes longer than anybody waits, so that it never takes up those of the others. */
  readonly unhurried?: Db | undefined
}

/** Who calls, when, and on which database: all that an implementation gets from outside. */
export type Caller = {
  readonly db: Db
  readonly now: () => Date
  readonly vault: Vault
  readonly files: FileStore
  readonly visit: Visit
  /** How this caller may look at a copy of the database; missing where there is none. */
  readonly reading?: Reading | undefined
  /** How this caller hears of what was not counted at this moment; missing where nobody would. */
  readonly overlook?: Overlook | undefined
  /** Missing where nobody has signed in; only what is open to all may then be called. */
  readonly actor: Actor | undefined
}

/** What the platform itself has to work with, whoever calls. */
export type Surroundings = Pick<Caller, 'db' | 'now' | 'vault' | 'files'>

/** Made by the wrappers only; it remembers its entry, so that it cannot be served under another name. */
export type Implementation<E extends Entry> = {
  (caller: Caller, input: Input<E>): Promise<Output<E>>
  readonly entry: E
}

export function implementation<E extends Entry>(
  entry: E,
  run: (caller: Caller, input: Input<E>) => Promise<Output<E>>,
): Implementation<E> {
  if (entry.kind === 'query') return Object.assign(run, { entry })
  // Also what was refused may have changed something, and whoever is told that a form is old wants to see the new one.
  const marked: typeof run = (caller, input) =>
    run(caller, input).finally(async () => {
      caller.overlook?.acted()
      await caller.reading?.wrote()
    })
  return Object.assign(marked, { entry })
}

export function requireActor({ actor }: Caller): Actor {
  if (!actor) throw unidentified()
  return actor
}

export function requireReach(actor: Actor, grant: Grant): Reach {
  const reach = reachOf(actor.appointments, grant)
  if (reach.length === 0) throw forbidden('reach.none')
  return reach
}
