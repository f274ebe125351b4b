import type { ageGroups, educationGroups } from '@zhixing/contract/development-words.ts'

type Education = keyof typeof educationGroups
type Age = keyof typeof ageGroups

/** GB/T 4658 by its first figure: 1 graduate, 2 bachelor, 3 college, and all below. */
const figures: Readonly<Record<string, Education>> = { 1: 'graduate', 2: 'bachelor', 3: 'college' }

export function educationGroupOf(code: string): Education {
  return figures[code.charAt(0)] ?? 'lower'
}

/** From which age each group begins, the oldest first. */
const ages: readonly (readonly [from: number, group: Age])[] = [
  [46, 'over45'],
  [36, 'under46'],
  [30, 'under36'],
  [0, 'under30'],
]

export function ageGroupOf(age: number): Age {
  return ages.find(([from]) => age >= from)?.[1] ?? 'under30'
}

/** How many may be chosen of so many who are ready, at one of each `ratio`; a single one is not left waiting for company. */
export function placesOf(ready: number, ratio: number): number {
  return ready === 0 ? 0 : Math.max(1, Math.floor(ready / Math.max(1, ratio)))
}

/** How often each of some words is there. */
export function countsOf<Key extends string>(keys: readonly Key[]): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}
