import { contract } from '@zhixing/contract'
import { and, desc, eq, isNull, or, sql } from 'drizzle-orm'
import { addMonths, dayOf } from '../../../kernel/calendar.ts'
import { missing } from '../../../kernel/problem.ts'
import { within } from '../../../kernel/reach.ts'
import { ownView, view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { mentorPairs, mentorSessions, placements, placementTasks } from '../table.ts'
import { readSessions, selectPairs, selectPlacements, withTasks } from './shown.ts'

const mineMax = 20

/** Pairs, those that last first; silent is who has not met for a quarter. */
export const listPairs = view(contract.mentoring.pairs, async (sight, input) => {
  const { db, now } = sight
  const { reach } = await narrowTo(db, sight.reach, input.organizationId)
  const chosen = within(reach, mentorPairs.path)
  const since = addMonths(dayOf(now), -3)
  const rows = await selectPairs(db)
    .where(chosen)
    .orderBy(sql`${mentorPairs.endedOn} is not null`, desc(mentorPairs.at), desc(mentorPairs.id))
    .limit(input.size)
    .offset((input.page - 1) * input.size)
  const silent = await db.$count(
    mentorPairs,
    and(
      chosen,
      isNull(mentorPairs.endedOn),
      sql`not exists (select from ${mentorSessions} s where s.unit_id = ${mentorPairs.unitId}
        and s.pair_id = ${mentorPairs.id} and s.on_day >= ${since}::date)`,
    ),
  )
  return { rows, total: await db.$count(mentorPairs, chosen), silent }
})

export const showPair = view(contract.mentoring.pair, async ({ db, actor, reach }, input) => {
  const { unitId, pairId } = input
  const [pair] = await selectPairs(db).where(
    and(
      eq(mentorPairs.unitId, unitId),
      eq(mentorPairs.id, pairId),
      within(reach, mentorPairs.path),
    ),
  )
  if (!pair) throw missing('mentoring.pairUnknown')
  const sessions = await readSessions(db, [pairId], actor.memberId)
  return { ...pair, rows: sessions.get(pairId) ?? [] }
})

export const listPlacements = view(contract.mentoring.placements, async (sight, input) => {
  const { db } = sight
  const { reach } = await narrowTo(db, sight.reach, input.organizationId)
  const chosen = within(reach, placements.path)
  const rows = await selectPlacements(db)
    .where(chosen)
    .orderBy(desc(placements.from), desc(placements.id))
    .limit(input.size)
    .offset((input.page - 1) * input.size)
  const [waiting] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(placementTasks)
    .innerJoin(
      placements,
      and(
        eq(placements.unitId, placementTasks.unitId),
        eq(placements.id, placementTasks.placementId),
      ),
    )
    .where(and(chosen, eq(placementTasks.state, 'reported')))
  return {
    rows: await withTasks(db, rows),
    total: await db.$count(placements, chosen),
    waiting: waiting?.count ?? 0,
  }
})

/** Whom I lead, who leads me, and what I learn by doing. */
export const mine = ownView(contract.mentoring.mine, async ({ db, actor }) => {
  const { unitId, memberId } = actor
  if (!memberId) return { pairs: [], placements: [] }
  const pairs = await selectPairs(db)
    .where(
      and(
        eq(mentorPairs.unitId, unitId),
        or(eq(mentorPairs.mentorId, memberId), eq(mentorPairs.learnerId, memberId)),
      ),
    )
    .orderBy(sql`${mentorPairs.endedOn} is not null`, desc(mentorPairs.at))
    .limit(mineMax)
  const sessions = await readSessions(
    db,
    pairs.map(({ pairId }) => pairId),
    memberId,
  )
  const placed = await selectPlacements(db)
    .where(and(eq(placements.unitId, unitId), eq(placements.memberId, memberId)))
    .orderBy(desc(placements.from))
    .limit(mineMax)
  return {
    pairs: pairs.map((pair) => ({
      ...pair,
      isMentor: pair.mentorId === memberId,
      rows: sessions.get(pair.pairId) ?? [],
    })),
    placements: await withTasks(db, placed),
  }
})
