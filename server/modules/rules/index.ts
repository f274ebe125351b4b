/**
 * Rules: parameters with source and dates; a lower organization may be stricter, never laxer.
 * Neighbours ask here what holds for whom on which day, and show the clause with whatever they conclude from it.
 */
import type { Day } from '../../kernel/calendar.ts'
import type { Db, Reader } from '../../kernel/db.ts'
import { idOf } from '../../kernel/ids.ts'
import { objectOf } from '../../kernel/object-of.ts'
import { nobody } from '../../kernel/trace.ts'
import { catalogue, declaredRule, isValueOf } from './catalogue/index.ts'
import type { RuleKey, ValueOf } from './catalogue/index.ts'
import { said, valueInForce } from './rules.ts'
import type { Kept } from './rules.ts'
import { findValues, findValuesBelow, keepSeeds } from './store.ts'

export type { RuleKey, ValueOf } from './catalogue/index.ts'

/** Somewhere in the tree, on some day. */
export type RulePoint = { readonly path: string; readonly day: Day }

export type RuleAnswer<K extends RuleKey> = {
  readonly key: K
  readonly value: ValueOf<K>
  readonly clause: string
  readonly from: Day
  /** Whose value it is; nothing for the national one. */
  readonly ownerName: string | null
}

export type RuleAnswers<K extends RuleKey> = { readonly [Key in K]: RuleAnswer<Key> }

/** What a rule says at a place on a day. */
export async function ruleAt<K extends RuleKey>(db: Reader, key: K, point: RulePoint) {
  return answer(key, await findValues(db, [key], [point.path]), point)
}

/** The same for many rules, in one statement. */
export async function rulesAt<K extends RuleKey>(
  db: Reader,
  keys: readonly K[],
  point: RulePoint,
): Promise<RuleAnswers<K>> {
  const kept = await findValues(db, keys, [point.path])
  return answersOf(keys, kept, point)
}

/** The same for any organization at or below a path and any day: one statement, then no more. */
export async function rulesBelow<K extends RuleKey>(db: Reader, keys: readonly K[], path: string) {
  return (await ruleMap(db, keys, path)).at
}

/** What holds at and below one owner of a value; deeper owners come first, the place asked about last. */
export type RuleRegion<K extends RuleKey> = RuleAnswers<K> & { readonly path: string }

/** The rules of a path and of everything below it: at a point, or on a day by regions. */
type RuleMap<K extends RuleKey> = {
  readonly at: (point: RulePoint) => RuleAnswers<K>
  /** Whoever is below the first path that fits is under its values. */
  readonly regionsOn: (day: Day) => readonly RuleRegion<K>[]
}

export async function ruleMap<K extends RuleKey>(
  db: Reader,
  keys: readonly K[],
  path: string,
): Promise<RuleMap<K>> {
  const kept = await findValuesBelow(db, keys, path)
  const owners = [...new Set(kept.flatMap(({ ownerPath }) => ownerPath ?? []))]
  const known = new Map<string, RuleAnswers<K>>()

  function at(point: RulePoint): RuleAnswers<K> {
    // Those whom the same organizations bind on the same day have the same answers: thousands share a few.
    const bound = owners.filter((owner) => point.path.startsWith(owner))
    const place = [point.day, ...bound].join(' ')
    const answers = known.get(place) ?? answersOf(keys, kept, point)
    known.set(place, answers)
    return answers
  }

  const below = owners
    .filter((owner) => owner.startsWith(path) && owner !== path)
    .toSorted((one, other) => other.length - one.length)
  const regionsOn = (day: Day) =>
    [...below, path].map((owner) => ({ ...at({ path: owner, day }), path: owner }))
  return { at, regionsOn }
}

/** How a parameter is called; a key that is no longer declared speaks for itself. */
export function ruleName(key: string): string {
  return declaredRule(key)?.name ?? key
}

/** A parameter's value in words: "32 学时". */
export function sayValue(key: RuleKey, value: unknown): string {
  const declared = declaredRule(key)
  return declared ? said(declared, value) : String(value)
}

/** Puts the national values of the catalogue where they are missing; may be repeated at every start. */
export async function seedRules(db: Db): Promise<void> {
  const at = new Date()
  const rows = catalogue.flatMap(({ key, seeds }) =>
    seeds.map(({ value, from, clause }) => ({
      id: idOf(`rule ${key} ${from}`),
      key,
      organizationId: null,
      value,
      clause,
      from,
      byId: nobody,
      at,
    })),
  )
  await keepSeeds(db, rows)
}

function answersOf<K extends RuleKey>(
  keys: readonly K[],
  kept: readonly Kept[],
  point: RulePoint,
): RuleAnswers<K> {
  return objectOf<RuleAnswers<K>>(keys.map((key) => [key, answer(key, kept, point)] as const))
}

function answer<K extends RuleKey>(key: K, kept: readonly Kept[], point: RulePoint): RuleAnswer<K> {
  const declared = declaredRule(key)
  const found = declared && valueInForce(declared, kept, point)
  const value = found?.value
  // Seeded at every start, and judged before it is kept: without it, nothing that is computed can be trusted.
  if (!found || !isValueOf(key, value)) throw new Error(`no sound value of ${key} is kept`)
  return { key, value, clause: found.clause, from: found.from, ownerName: found.ownerName }
}
