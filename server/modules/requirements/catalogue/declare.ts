import type { RequirementKey } from '@zhixing/contract'
import type { SQL } from 'drizzle-orm'
import type { Frame } from './frame.ts'
import type { NumberKey } from './place.ts'

/**
 * Who owes what by when. `rows` is the whole definition: lists, counts and derivations are made of the same rows,
 * so that they can never disagree.
 */
export type Requirement = {
  readonly key: RequirementKey
  readonly measure: 'minutes' | 'times'
  readonly ledger: 'member' | 'secretary'
  /** The parameter that says how much, or how long there is time; nothing where plans say it. */
  readonly rule: NumberKey | null
  /** Over how many years the rule speaks, where it is not one. */
  readonly years?: number
  /** What is asked, in one sentence; `{值}` is the value of the rule. */
  readonly sentence: string
  /** Who asks for it and since when, where no parameter does. */
  readonly ask?: (frame: Frame) => { readonly clause: string; readonly since: string }
  /** Whether only some owe it: then nobody is told that it does not concern them. */
  readonly isForAll: boolean
  /** Which entries count towards it, as a derivation lists them. */
  readonly counts: (entry: Countable) => boolean
  readonly rows: (frame: Frame) => SQL
}

export type Countable = {
  readonly source: string
  readonly level: string
  readonly category: string
  readonly day: string
  readonly heading: string | null
}
