import { contract, keysOf } from '@zhixing/contract'
import { curricula, curriculumAudiences, deliveryModes } from '@zhixing/contract/plan-words.ts'
import type { DeliveryMode, Heading } from '@zhixing/contract/plan-words.ts'
import { studyMethods } from '@zhixing/contract/words.ts'
import { and, countDistinct, eq, gte, isNull, lt, sql } from 'drizzle-orm'
import { dayOf, startOf, yearOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { activities, attendances, closureInForce, closures } from '../../activities/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { heldOf } from '../catalogue/held.ts'
import { countPeople, peopleOf } from '../catalogue/people.ts'
import { itemsOfYear } from './year.ts'
import { overview } from '../../overviews/index.ts'

const needsMost = 200

type Place = { readonly path: string; readonly year: number }

/** What a full curriculum holds beside what was taught; how it was taught; and whether it is what people asked for. */
export const curriculum = overview(
  contract.plans.curriculum,
  async ({ db, now, reach }, { organizationId, year: asked }) => {
    const narrowed = await narrowTo(db, reach, organizationId)
    const { path } = narrowed.organization
    const day = dayOf(now)
    const year = asked ?? yearOf(day)
    const items = (await itemsOfYear(db, { reach: narrowed.reach, year })).map(({ item }) => item)
    const taught = await taughtBelow(db, { path, year })
    const planned = Map.groupBy(items, ({ heading }) => heading)
    const held = await heldOf(db, items)
    const needs = items
      .filter(({ origin }) => origin.startsWith('survey:'))
      .map(({ title, heading, origin, originSentence, id }) => ({
        title,
        heading,
        origin: originSentence || origin,
        sessions: Math.max(held.get(id)?.sessions ?? 0, taught.get(heading)?.sessions ?? 0),
      }))
    const delivered = needs.filter(({ sessions }) => sessions > 0).length
    return {
      year,
      curricula: await Promise.all(
        keysOf(curricula).map(async (key) => ({
          key,
          people: await countPeople(db, peopleOf(curriculumAudiences[key], path, day)),
          headings: curricula[key].headings.map((heading) => ({
            heading,
            planned: planned.get(heading)?.length ?? 0,
            ...(taught.get(heading) ?? { sessions: 0, persons: 0, minutes: 0 }),
          })),
        })),
      ),
      methods: await methodsBelow(db, { path, year }),
      modes: keysOf(deliveryModes).map((mode: DeliveryMode) => {
        const own = items.filter((item) => item.mode === mode)
        const sessions = own.reduce((all, { id }) => all + (held.get(id)?.sessions ?? 0), 0)
        return { mode, planned: own.length, sessions }
      }),
      needs: {
        asked: needs.length,
        delivered,
        share: needs.length === 0 ? 0 : Math.round((delivered / needs.length) * 100),
        rows: needs.slice(0, needsMost),
      },
    }
  },
)

function inYear({ path, year }: Place) {
  return and(
    sql`${organizations.path} like ${`${path}%`}`,
    isNull(activities.cancelledAt),
    gte(activities.startsAt, startOf(`${year}-01-01`)),
    lt(activities.startsAt, startOf(`${year + 1}-01-01`)),
  )
}

/** Closed sessions by heading: how many, for how many people, how long. */
async function taughtBelow(db: Reader, place: Place) {
  const rows = await db
    .select({
      heading: activities.heading,
      sessions: countDistinct(activities.id),
      persons: sql<number>`count(distinct ${attendances.memberId})::int`,
      minutes: sql<number>`coalesce(sum(extract(epoch from ${activities.endsAt} - ${activities.startsAt}) / 60), 0)::int`,
    })
    .from(activities)
    .innerJoin(organizations, eq(organizations.id, activities.organizationId))
    .innerJoin(closures, closureInForce)
    .leftJoin(
      attendances,
      and(
        eq(attendances.unitId, activities.unitId),
        eq(attendances.activityId, activities.id),
        eq(attendances.mark, 'present'),
      ),
    )
    .where(and(inYear(place), sql`${activities.heading} is not null`))
    .groupBy(activities.heading)
  return new Map<Heading, { sessions: number; persons: number; minutes: number }>(
    rows.flatMap(({ heading, ...counts }) => (heading ? [[heading, counts] as const] : [])),
  )
}

/** How sessions were taught: a place that only reads aloud shows it here. */
async function methodsBelow(db: Reader, place: Place) {
  const rows = await db
    .select({ method: activities.method, sessions: countDistinct(activities.id) })
    .from(activities)
    .innerJoin(organizations, eq(organizations.id, activities.organizationId))
    .innerJoin(closures, closureInForce)
    .where(inYear(place))
    .groupBy(activities.method)
  const all = rows.reduce((sum, { sessions }) => sum + sessions, 0)
  const countOf = new Map(rows.map(({ method, sessions }) => [method, sessions]))
  return keysOf(studyMethods).map((method) => {
    const sessions = countOf.get(method) ?? 0
    const share = all === 0 ? 0 : Math.round((sessions / all) * 100)
    return { method: studyMethods[method], sessions, share }
  })
}
