import { and, between, inArray, sql } from 'drizzle-orm'
import { addDays, addMonths, dayOf, yearOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { activities, attendances, closures } from '../modules/activities/table.ts'
import { contactPoints, leaderPlans, leaderStudies } from '../modules/leaders/table.ts'
import type { DemoBranch } from './population.ts'
import { insertAll } from './rows.ts'

type Scene = { readonly tx: Db; readonly now: Date }

/** Leading cadres of the county's organs with the villages they look after, and what they study. */
export async function plantLeaders(
  { tx, now }: Scene,
  filled: readonly DemoBranch[],
): Promise<void> {
  const today = dayOf(now)
  const year = yearOf(today)
  const organs = filled.filter(({ branch }) => branch.sector === 'agency')
  const leaders = organs
    .filter(({ people }, at) => at % 3 === 0 && people.length > 3)
    .flatMap(({ people: [leader] }) => leader ?? [])
  const villages = filled.filter(
    ({ branch, people }) => branch.sector === 'village' && people.length > 3,
  )
  // The last of them looks after nobody, the last two have no plan: a county smaller than that shows nothing of it.
  if (leaders.length < 3 || villages.length === 0) return
  const points = leaders.slice(0, -1).flatMap((leader, at) => {
    const village = villages[at % villages.length]
    if (!village) return []
    const { id: organizationId, unitId } = village.branch
    const from = addMonths(today, -8)
    const basis = '县委办公室关于县级领导干部联系支部的通知'
    return {
      id: newId(),
      unitId,
      organizationId,
      memberId: leader.id,
      from,
      basis,
      byId: leader.id,
      at: now,
    }
  })
  await insertAll(tx, contactPoints, points)
  await visit(tx, points.slice(0, 3))
  const plans = leaders.slice(0, -2).map(({ id: memberId, unitId }, at) => ({
    id: newId(),
    unitId,
    memberId,
    year,
    goal: '把党的创新理论学深，带着乡村全面振兴的问题学。',
    items: itemsOf(year, today),
    submittedAt: at % 4 === 3 ? null : now,
    at: now,
    version: 1,
  }))
  await insertAll(tx, leaderPlans, plans)
  await plantStudies({ tx, now }, plans)
}

type Plan = Pick<typeof leaderPlans.$inferSelect, 'unitId' | 'memberId' | 'items'>

async function plantStudies({ tx, now }: Scene, plans: readonly Plan[]): Promise<void> {
  const today = dayOf(now)
  const year = yearOf(today)
  await insertAll(
    tx,
    leaderStudies,
    plans.map(({ unitId, memberId, items: [item] }) => ({
      id: newId(),
      unitId,
      memberId,
      year,
      itemId: item?.itemId ?? null,
      on: addDays(today, -1) < `${year}-01-01` ? today : addDays(today, -1),
      way: 'self' as const,
      title: '原著选读第一编',
      minutes: 90,
      note: '结合分管工作，先把产业帮扶政策讲清楚，再到联系支部听意见。',
      at: now,
    })),
  )
}

function itemsOf(year: number, today: string) {
  const way = { self: 'self', research: 'research', lesson: 'lesson' } as const
  return [
    {
      itemId: newId(),
      title: '通读党的创新理论原著选读',
      way: way.self,
      minutes: 600,
      dueOn: `${year}-12-31`,
    },
    {
      itemId: newId(),
      title: '到联系支部调研一次',
      way: way.research,
      minutes: null,
      dueOn: today,
    },
    {
      itemId: newId(),
      title: '讲一次专题党课',
      way: way.lesson,
      minutes: null,
      dueOn: `${year}-12-31`,
    },
  ]
}

type Point = { readonly unitId: string; readonly organizationId: string; readonly memberId: string }

/** They were there once: as a guest of a theme day that is closed. */
async function visit(tx: Db, points: readonly Point[]): Promise<void> {
  for (const { unitId, organizationId, memberId } of points)
    // Three of them.
    // oxlint-disable-next-line no-await-in-loop
    await tx.execute(sql`insert into ${attendances}
      (id, unit_id, activity_id, member_unit_id, member_id, mark, way, is_guest, is_due, at, by_id)
      select ${newId()}, a.unit_id, a.id, ${unitId}, ${memberId}, 'present', 'rollCall', true, false, a.starts_at, ${memberId}
      from ${activities} a join ${closures} c on c.unit_id = a.unit_id and c.activity_id = a.id and c.reopened_at is null
      where a.organization_id = ${organizationId} and a.kind = 'themeDay'
      order by a.starts_at desc limit 1`)
}

/** A few branches closed what lay around in one evening: that is what the page of regularity is for. */
export async function plantHeaps({ tx, now }: Scene, filled: readonly DemoBranch[]): Promise<void> {
  const ids = filled.filter((_, at) => at % 11 === 5).map(({ branch }) => branch.id)
  const day = 86_400_000
  const closedAt = new Date(now.getTime() - 20 * day)
  const old = tx
    .select({ id: activities.id })
    .from(activities)
    .where(
      and(
        inArray(activities.organizationId, ids),
        between(
          activities.startsAt,
          new Date(now.getTime() - 110 * day),
          new Date(now.getTime() - 35 * day),
        ),
      ),
    )
  await tx.update(closures).set({ closedAt, isLate: true }).where(inArray(closures.activityId, old))
}
