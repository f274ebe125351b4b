import type { Breakdown } from '@zhixing/contract'
import { ageBands, postBands } from '@zhixing/contract/survey-words.ts'
import { sectors } from '@zhixing/contract/words.ts'

/** The groups of each way to tell people apart, from the young to the old, from the secretary to the member. */
export const groupsOf: Readonly<Record<Breakdown, Readonly<Record<string, string>>>> = {
  age: ageBands,
  sector: sectors,
  post: postBands,
}

const order = Object.values(groupsOf).flatMap((words) => Object.keys(words))

/** In the order of the words; what was merged stands last. */
export function inOrder<Group extends { readonly key: string }>(groups: readonly Group[]): Group[] {
  const placeOf = ({ key }: Group) => (order.includes(key) ? order.indexOf(key) : order.length)
  return groups.toSorted((one, other) => placeOf(one) - placeOf(other))
}
