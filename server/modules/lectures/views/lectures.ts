import { contract } from '@zhixing/contract'
import type { lectureTypes } from '@zhixing/contract/life-words.ts'
import { and, between, count, desc, eq, isNull, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { activities, attendances, closureInForce, closures } from '../../activities/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'

/** An older record that says nothing of it was a lesson. */
const typeOf = sql<keyof typeof lectureTypes>`coalesce(${activities.lectureType}, 'lesson')`
const listeners = sql<number>`(select count(*)::int from ${attendances}
  where ${attendances.unitId} = ${activities.unitId} and ${attendances.activityId} = ${activities.id}
  and ${attendances.mark} = 'present')`

/** How many were held of each kind by speakers of each kind; each number opens to its lectures. */
export const tallyLectures = view(
  contract.lectures.tally,
  async ({ db, reach }, { organizationId, year }) => {
    const narrowed = await narrowTo(db, reach, organizationId)
    const rows = await db
      .select({
        lectureType: typeOf,
        speaker: activities.speaker,
        times: count(),
        listeners: sql<number>`sum(${listeners})::int`,
      })
      .from(activities)
      .innerJoin(organizations, here)
      .innerJoin(closures, closureInForce)
      .where(heldIn(narrowed.reach, year))
      .groupBy(typeOf, activities.speaker)
      .orderBy(desc(count()))
    return {
      total: rows.reduce((sum, { times }) => sum + times, 0),
      listeners: rows.reduce((sum, row) => sum + row.listeners, 0),
      rows,
    }
  },
)

export const listLectures = view(
  contract.lectures.list,
  async ({ db, reach }, { organizationId, year, lectureType, speaker, page, size }) => {
    const narrowed = await narrowTo(db, reach, organizationId)
    const chosen = and(
      heldIn(narrowed.reach, year),
      lectureType ? eq(typeOf, lectureType) : undefined,
      speaker ? eq(activities.speaker, speaker) : undefined,
    )
    const rows = await db
      .select({
        unitId: activities.unitId,
        activityId: activities.id,
        title: activities.title,
        organizationName: organizations.name,
        lecturerName: activities.lecturerName,
        speaker: activities.speaker,
        lectureType: typeOf,
        startsAt: activities.startsAt,
        listeners,
      })
      .from(activities)
      .innerJoin(organizations, here)
      .innerJoin(closures, closureInForce)
      .where(chosen)
      .orderBy(desc(activities.startsAt), desc(activities.id))
      .limit(size)
      .offset((page - 1) * size)
    const [sum] = await db
      .select({ total: count() })
      .from(activities)
      .innerJoin(organizations, here)
      .innerJoin(closures, closureInForce)
      .where(chosen)
    return {
      rows: rows.map((row) => ({ ...row, startsAt: row.startsAt.toISOString() })),
      total: sum?.total ?? 0,
    }
  },
)

const here = eq(organizations.id, activities.organizationId)
/** Lectures with a closed record, by the month for which they count. */
function heldIn(reach: Reach, year: number): SQL | undefined {
  return and(
    within(reach, organizations.path),
    eq(activities.kind, 'lecture'),
    isNull(activities.cancelledAt),
    between(activities.month, `${year}-01`, `${year}-12`),
  )
}
