import { contract } from '@zhixing/contract'
import { menuCategories } from '@zhixing/contract/resource-words.ts'
import { and, count, desc, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { view } from '../../../kernel/view.ts'
import { ruleAt } from '../../rules/index.ts'
import type { RuleKey } from '../../rules/index.ts'
import { sameFeature } from '../rules/menu.ts'
import { findInUnit, findParts, findResource } from '../store/resources.ts'
import type { Resource } from '../store/resources.ts'
import { resourceBookings, resourceItems, resources } from '../table.ts'
import { rowsFor } from './rows.ts'

/** All of one resource. */
export const showResource = view(
  contract.resources.show,
  async ({ db, now, reach, actor }, key) => {
    const found = await findResource(db, reach, key)
    const [row] = found ? await rowsFor(db, [found], { actor, now }) : []
    if (!found || !row) throw missing('resources.unknown')
    const { resource } = found
    const { details, opening, address, latitude, longitude, partOfId, version } = resource
    const menu = await menuOf(db, resource)
    const house = partOfId
      ? await findInUnit(db, { unitId: resource.unitId, resourceId: partOfId })
      : undefined
    const parts = await findParts(db, key)
    const day = dayOf(now)
    return {
      ...row,
      details,
      opening,
      version,
      menu,
      spot: address || latitude !== null ? { address, latitude, longitude } : null,
      partOf: house ? { resourceId: house.id, name: house.name } : null,
      parts: parts.map(({ id, kind, type, name }) => ({ resourceId: id, kind, type, name })),
      hints: row.mayManage
        ? await hintsFor(db, resource, { day, items: menu.filter((one) => one.isOffered) })
        : [],
      feeCap: await feeCapOf(db, resource, day),
      reviews: await reviewsOf(db, resource),
    }
  },
)

/** The menu by category, what is ordered most first. */
export async function menuOf(db: Reader, { unitId, id }: Pick<Resource, 'unitId' | 'id'>) {
  const ordered = await db
    .select({ itemId: resourceBookings.itemId, count: count() })
    .from(resourceBookings)
    .where(and(eq(resourceBookings.resourceId, id), isNotNull(resourceBookings.itemId)))
    .groupBy(resourceBookings.itemId)
  const times = new Map(ordered.map((one) => [one.itemId, one.count]))
  const items = await db
    .select()
    .from(resourceItems)
    .where(and(eq(resourceItems.unitId, unitId), eq(resourceItems.resourceId, id)))
  const order = Object.keys(menuCategories)
  return items
    .map(({ id: itemId, category, form, title, body, minutes, persons, honours, isOffered }) => ({
      itemId,
      ordered: times.get(itemId) ?? 0,
      category,
      form,
      title,
      body,
      minutes,
      persons,
      honours,
      isOffered,
    }))
    .toSorted(
      (one, other) =>
        order.indexOf(one.category) - order.indexOf(other.category) ||
        other.ordered - one.ordered ||
        one.title.localeCompare(other.title, 'zh'),
    )
}

type Items = readonly { readonly category: keyof typeof menuCategories }[]

/** What a base still lacks; it may be used all the same. */
async function hintsFor(
  db: Reader,
  { kind, type, unitId, id, path, feature }: Resource,
  { day, items }: { readonly day: string; readonly items: Items },
) {
  if (kind !== 'base') return []
  const hints: { sentence: string; clause: string }[] = []
  const others = await db
    .select({ name: resources.name, feature: resources.feature })
    .from(resources)
    .where(
      and(
        eq(resources.unitId, unitId),
        eq(resources.kind, 'base'),
        ne(resources.id, id),
        isNull(resources.retiredOn),
      ),
    )
  const same = sameFeature(feature, others)
  if (same)
    hints.push({
      sentence: `特色与“${same.name}”（${same.feature}）相近，请突出这个基地自己的特色`,
      clause: '一基地一特色',
    })
  if (type !== 'openBase') return hints
  const least = await ruleAt(db, 'base.items.min', { path, day })
  if (items.length < least.value)
    hints.push({
      sentence: `菜单有 ${items.length} 项，按规定至少 ${least.value} 项，还差 ${least.value - items.length} 项`,
      clause: least.clause,
    })
  const missed = Object.entries(menuCategories).filter(
    ([category]) => !items.some((item) => item.category === category),
  )
  if (missed.length > 0)
    hints.push({
      sentence: `菜单里还没有${missed.map(([, name]) => name).join('、')}`,
      clause: '组织生活“菜单”四类',
    })
  return hints
}

const caps = {
  associate: 'lecturer.fee.hour.associate',
  senior: 'lecturer.fee.hour.senior',
  academician: 'lecturer.fee.hour.academician',
} as const satisfies Record<string, RuleKey>

/** What a teaching hour may cost at most, by the title rank. */
async function feeCapOf(db: Reader, { details, path }: Resource, day: string) {
  if (details.kind !== 'lecturer') return null
  const { value, clause } = await ruleAt(db, caps[details.rank], { path, day })
  return { yuan: value, clause }
}

async function reviewsOf(db: Reader, { unitId, id }: Resource) {
  const rows = await db
    .select()
    .from(resourceBookings)
    .where(
      and(
        eq(resourceBookings.unitId, unitId),
        eq(resourceBookings.resourceId, id),
        isNotNull(resourceBookings.score),
      ),
    )
    .orderBy(desc(resourceBookings.ratedAt))
    .limit(20)
  return rows.map(({ score, comment, forName, from }) => ({
    score: score ?? 0,
    comment,
    forName,
    day: dayOf(from),
  }))
}
