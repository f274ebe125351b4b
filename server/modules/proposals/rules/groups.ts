import { greatestCommon } from './instance.ts'
import type { Instance, Option, Person } from './instance.ts'

/** People between whom the problem makes no difference: the same gap, the same offers open to them. */
export type Group = {
  readonly people: readonly string[]
  /** In units. */
  readonly need: number
  readonly onlineMax: number
  readonly options: readonly (Option & { readonly units: number })[]
  /** Minutes of one unit: every sum of options is a whole number of them. */
  readonly unit: number
}

/** More steps than this, and a gap is counted in quarters of an hour. */
const unitsMax = 640
const quarter = 15

/**
 * Puts people together. A gap is rounded up to the next sum that the options can reach, which changes nothing, and
 * makes many gaps one.
 */
export function groupsOf({ people, offers }: Instance): Group[] {
  const found = new Map<string, { group: Omit<Group, 'people'>; people: string[] }>()
  for (const person of people) {
    const group = roundedOf(person, (offer) => offers[offer]?.isOnline ?? false)
    const key = JSON.stringify(group)
    const known = found.get(key)
    if (known) known.people.push(person.id)
    else found.set(key, { group, people: [person.id] })
  }
  return [...found]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { group, people: ids }]) => ({ ...group, people: ids.toSorted() }))
}

function roundedOf(person: Person, isOnline: (offer: number) => boolean): Omit<Group, 'people'> {
  const useful = person.options
    .filter(({ minutes }) => minutes > 0)
    .toSorted((one, other) => one.offer - other.offer)
  const sum = (online: boolean) =>
    useful
      .filter(({ offer }) => isOnline(offer) === online)
      .reduce((minutes, option) => minutes + option.minutes, 0)
  const [taught, online] = [sum(false), Math.min(sum(true), person.onlineMax)]
  // Every sum that counts is a whole number of these: of the options, and of the cap where it bites.
  const steps = useful.map(({ minutes }) => minutes)
  const exact = [...steps, ...(online < sum(true) ? [online] : [])].reduce(greatestCommon, 0)
  const isFine = exact > 0 && person.need / exact <= unitsMax
  const unit = isFine ? exact : quarter
  const options = useful
    .map((option) => ({ ...option, units: Math.floor(option.minutes / unit) }))
    .filter(({ units }) => units > 0)
  const onlineMax = Math.floor(online / unit)
  // What nothing can reach stays open whatever is chosen: it need not make groups differ.
  const need = Math.min(Math.ceil(person.need / unit), Math.floor(taught / unit) + onlineMax)
  return { need, onlineMax, options, unit }
}
