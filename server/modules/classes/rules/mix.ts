import {
  classRoutes,
  classTracks,
  courseRoles,
  sessionKinds,
} from '@zhixing/contract/class-words.ts'
import { contentCategories } from '@zhixing/contract/words.ts'
import { minutesOf, percentOf, sumOf } from './timetable.ts'
import type { Item } from './timetable.ts'

const ways = [
  { by: 'method', words: sessionKinds, keyOf: ({ kind }: Item) => kind },
  { by: 'route', words: classRoutes, keyOf: ({ route }: Item) => route },
  { by: 'track', words: classTracks, keyOf: ({ track }: Item) => track },
  { by: 'category', words: contentCategories, keyOf: ({ category }: Item) => category },
  { by: 'role', words: courseRoles, keyOf: ({ role }: Item) => role },
] as const

/** How the hours of a class are spread, in each way in which somebody may ask; only what there is. */
export function mixesOf(items: readonly Item[]) {
  const all = sumOf(items)
  return ways.map(({ by, words, keyOf }) => {
    const names: Readonly<Record<string, string>> = words
    const minutes = new Map<string, number>()
    for (const item of items) {
      const key = keyOf(item)
      minutes.set(key, (minutes.get(key) ?? 0) + minutesOf(item))
    }
    const parts = Object.keys(names).flatMap((key) => {
      const spent = minutes.get(key) ?? 0
      return spent === 0
        ? []
        : [{ key, name: names[key] ?? key, minutes: spent, percent: percentOf(spent, all) }]
    })
    return { by, parts }
  })
}
