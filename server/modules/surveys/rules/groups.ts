import type { Breakdown } from '@zhixing/contract'
import {
  ageBands,
  anonymityLeast,
  breakdowns,
  postBands,
  restOfGroups,
} from '@zhixing/contract/survey-words.ts'
import { sectors } from '@zhixing/contract/words.ts'
import { yearsBetween } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'

export type Facts = Readonly<Record<Breakdown, string>>

const youthUntil = 35
const oldFrom = 60

type Known = {
  readonly bornOn: string
  readonly sector: string
  readonly posts: readonly { readonly post: string }[]
}

/** What somebody is told apart by, on the day they are asked. */
export function factsOf({ bornOn, sector, posts }: Known, day: Day): Facts {
  const age = yearsBetween(bornOn, day)
  const isSecretary = posts.some(({ post }) => post === 'secretary' || post === 'firstSecretary')
  const rest = posts.length > 0 ? 'committee' : 'member'
  return {
    age: bandOf(age),
    sector,
    post: isSecretary ? 'secretary' : rest,
  }
}

function bandOf(age: number): keyof typeof ageBands {
  if (age <= youthUntil) return 'youth'
  return age >= oldFrom ? 'old' : 'middle'
}

const words: Readonly<Record<Breakdown, Readonly<Record<string, string>>>> = {
  age: ageBands,
  sector: sectors,
  post: postBands,
}

export const everybody = 'all'
export const rest = 'rest'

export function nameOfGroup(breakdown: Breakdown | null, key: string): string {
  if (key === rest) return restOfGroups
  return breakdown ? (words[breakdown][key] ?? key) : '全体'
}

export function groupWords(breakdown: Breakdown): readonly string[] {
  return Object.keys(words[breakdown])
}

export function sentenceOfBreakdown(breakdown: Breakdown): string {
  return `${breakdowns[breakdown]}：${Object.values(words[breakdown]).join('、')}`
}

/**
 * Which group each value goes to. Of an anonymous survey no group may be so small that it says who somebody is: small
 * ones go together, and if they are still few, the next smallest goes with them.
 */
export function groupsFor(
  counts: ReadonlyMap<string, number>,
  isAnonymous: boolean,
): ReadonlyMap<string, string> {
  const ordered = [...counts].toSorted(
    ([one, few], [other, many]) => few - many || (one < other ? -1 : 1),
  )
  const merged = new Set(
    isAnonymous ? ordered.filter(([, size]) => size < anonymityLeast).map(([key]) => key) : [],
  )
  let together = ordered.reduce((sum, [key, size]) => sum + (merged.has(key) ? size : 0), 0)
  for (const [key, size] of ordered)
    if (merged.size > 0 && together < anonymityLeast && !merged.has(key)) {
      merged.add(key)
      together += size
    }
  return new Map(ordered.map(([key]) => [key, merged.has(key) ? rest : key]))
}

/**
 * Which groups' answers are shown. One small group alone would follow from the sum and the others, so the next smallest
 * is kept back with it.
 */
export function shownGroups(
  answered: ReadonlyMap<string, number>,
  isAnonymous: boolean,
): ReadonlySet<string> {
  const ordered = [...answered].toSorted(
    ([one, few], [other, many]) => few - many || (one < other ? -1 : 1),
  )
  if (!isAnonymous) return new Set(ordered.map(([key]) => key))
  const hidden = new Set<string>()
  let together = 0
  for (const [key, size] of ordered) {
    const isNeeded =
      size > 0 && (size < anonymityLeast || (together > 0 && together < anonymityLeast))
    if (size === 0 || isNeeded) {
      hidden.add(key)
      together += size
    }
  }
  return new Set(ordered.filter(([key]) => !hidden.has(key)).map(([key]) => key))
}
