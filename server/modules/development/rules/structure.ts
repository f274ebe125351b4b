import type { structureTargets } from '@zhixing/contract/development-words.ts'
import { yearsBetween } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'

type Person = {
  readonly sex: 'male' | 'female'
  readonly ethnicity: string
  readonly bornOn: Day
  readonly education: string
  readonly isFrontline: boolean
}
export type Target = keyof typeof structureTargets

/** GB/T 4658: 1 graduate, 2 bachelor, 3 college. */
const educated = new Set(['1', '2', '3'])
const youthMax = 35

export function belongsTo(target: Target, person: Person, on: Day): boolean {
  if (target === 'women') return person.sex === 'female'
  if (target === 'minority') return person.ethnicity !== '01'
  if (target === 'youth') return yearsBetween(person.bornOn, on) <= youthMax
  if (target === 'educated') return educated.has(person.education.charAt(0))
  return person.isFrontline
}

/** What share of these people each target covers, in whole per cent. */
export function sharesOf(people: readonly (Person & { readonly on: Day })[]) {
  const share = (target: Target) =>
    Math.round(
      (people.filter((person) => belongsTo(target, person, person.on)).length * 100) /
        people.length,
    )
  if (people.length === 0) return {}
  const targets = ['women', 'minority', 'youth', 'educated', 'frontline'] as const
  return Object.fromEntries(targets.map((target) => [target, share(target)]))
}
