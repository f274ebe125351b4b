import { contract } from '@zhixing/contract'
import { and, desc, eq, like, sql } from 'drizzle-orm'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
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
  return {
    rows,
    total: sum?.total ?? 0,
    proposed: sum?.proposed ?? 0,
    approved: sum?.approved ?? 0,
    mayManage: may('surveys.manage'),
    mayDecide: may('plans.approve'),
  }
})
