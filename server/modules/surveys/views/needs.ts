import { contract } from '@zhixing/contract'
import { and, asc, desc, eq, like, sql } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { classSessions, classes } from '../../classes/table.ts'
import { surveyNeeds, surveys } from '../table.ts'

export const listNeeds = view(contract.surveys.needs, async (sight, input) => {
  const { db, actor } = sight
  const { organization } = await narrowTo(db, sight.reach, input.organizationId)
  const here = like(surveyNeeds.path, `${organization.path}%`)
  const rows = await db
    .select({
      unitId: surveyNeeds.unitId,
      needId: surveyNeeds.id,
      title: surveyNeeds.title,
      reason: surveyNeeds.reason,
      cohort: surveyNeeds.cohort,
      support: surveyNeeds.support,
      surveyId: surveyNeeds.surveyId,
      surveyTitle: surveys.title,
      planId: surveyNeeds.planId,
      itemId: surveyNeeds.itemId,
      state: surveyNeeds.state,
      note: surveyNeeds.note,
      version: surveyNeeds.version,
    })
    .from(surveyNeeds)
    .innerJoin(
      surveys,
      and(eq(surveys.unitId, surveyNeeds.unitId), eq(surveys.id, surveyNeeds.surveyId)),
    )
    .where(here)
    .orderBy(desc(surveyNeeds.support), desc(surveyNeeds.id))
    .limit(input.size)
    .offset((input.page - 1) * input.size)
  const [sum] = await db
    .select({
      total: sql<number>`count(*)::int`,
      proposed: sql<number>`(count(*) filter (where ${surveyNeeds.state} = 'proposed'))::int`,
      approved: sql<number>`(count(*) filter (where ${surveyNeeds.state} = 'approved'))::int`,
    })
    .from(surveyNeeds)
    .where(here)
  const may = (grant: 'surveys.manage' | 'plans.approve') =>
    covers(reachOf(actor.appointments, grant), organization.path)
  const lessons = await lessonsOf(
    db,
    rows.map(({ needId }) => needId),
  )
  return {
    rows: rows.map((row) => ({ ...row, lessons: lessons.get(row.needId) ?? [] })),
    total: sum?.total ?? 0,
    proposed: sum?.proposed ?? 0,
    approved: sum?.approved ?? 0,
    mayManage: may('surveys.manage'),
    mayDecide: may('plans.approve'),
  }
})

/** The lessons that answer needs, by need, in the order of the calendar. */
async function lessonsOf(db: Reader, needIds: readonly string[]) {
  const rows = await db
    .select({
      needId: classSessions.needId,
      unitId: classSessions.unitId,
      classId: classSessions.classId,
      classTitle: classes.title,
      title: classSessions.title,
      startsAt: classSessions.startsAt,
    })
    .from(classSessions)
    .innerJoin(
      classes,
      and(eq(classes.unitId, classSessions.unitId), eq(classes.id, classSessions.classId)),
    )
    .where(oneOf(classSessions.needId, needIds))
    .orderBy(asc(classSessions.startsAt), asc(classSessions.id))
  const shown = rows.map(({ startsAt, ...row }) => ({ ...row, day: dayOf(startsAt) }))
  return Map.groupBy(shown, ({ needId }) => needId)
}
