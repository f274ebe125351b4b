import { contract } from '@zhixing/contract'
import { headings } from '@zhixing/contract/plan-words.ts'
import { and, sql } from 'drizzle-orm'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { countPeople, peopleOf } from '../catalogue/people.ts'
import { areNear } from '../rules/plan.ts'
import { itemsOfYear } from './year.ts'
import type { YearItem } from './year.ts'

/** More pairs than anybody would look through. */
const pairsMax = 60

/** The same heading for the same people at nearly the same time, whoever plans it: 多头管理、重复教育. */
export const overlaps = view(
  contract.plans.overlaps,
  async ({ db, now, reach }, { organizationId, year }) => {
    const narrowed = await narrowTo(db, reach, organizationId)
    const day = dayOf(now)
    const asked = year ?? yearOf(day)
    const found = await itemsOfYear(db, { reach: narrowed.reach, year: asked })
    const pairs = pairsOf(found).slice(0, pairsMax)
    const counted = await Promise.all(
      pairs.map(async ([first, second]) => ({
        first,
        second,
        persons: await shared(db, first, second, { here: narrowed.organization.path, day }),
      })),
    )
    const rows = counted
      .filter(({ persons }) => persons > 0)
      .toSorted((one, other) => other.persons - one.persons)
    return {
      year: asked,
      checked: found.length,
      rows: rows.map(({ first, second, persons }) => ({
        first: sideOf(first),
        second: sideOf(second),
        heading: first.item.heading,
        persons,
        sentence: sentenceOf(first, second, persons),
      })),
    }
  },
)

function pairsOf(found: readonly YearItem[]): (readonly [YearItem, YearItem])[] {
  return found.flatMap((first, at) =>
    found
      .slice(at + 1)
      .filter(
        (second) =>
          second.item.heading === first.item.heading &&
          areNear(first.item, second.item) &&
          lineOf(first, second) !== undefined,
      )
      .map((second) => [first, second] as const),
  )
}

type Scene = { readonly here: string; readonly day: string }

/** Where both plans hold: at the lower of the two; nowhere if they lie side by side in the tree. */
function lineOf(first: YearItem, second: YearItem): string | undefined {
  const [one, other] = [first.item.path, second.item.path]
  if (one.startsWith(other)) return one
  return other.startsWith(one) ? other : undefined
}

/** How many below here are meant by both. */
async function shared(db: Reader, first: YearItem, second: YearItem, { here, day }: Scene) {
  const lower = lineOf(first, second)
  if (lower === undefined) return 0
  const path = here.startsWith(lower) ? here : lower
  const both = and(
    peopleOf(first.item.audience, path, day),
    peopleOf(second.item.audience, path, day),
  )
  return countPeople(db, both ?? sql`false`)
}

function sideOf({ item, organizationName }: YearItem) {
  const { unitId, planId, id, title, from, until } = item
  return { unitId, planId, itemId: id, title, organizationName, from, until }
}

function sentenceOf(first: YearItem, second: YearItem, persons: number): string {
  const name = headings[first.item.heading]
  const [one, other] = [first.organizationName, second.organizationName]
  const who = one === other ? `${one}安排了两次` : `${one}和${other}都安排了`
  const span = `${first.item.from} 至 ${first.item.until} 与 ${second.item.from} 至 ${second.item.until}`
  return `${who}“${name}”，时间相近（${span}），对象中有 ${persons} 人相同，建议合并办班或错开。`
}
