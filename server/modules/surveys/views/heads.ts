import { contract } from '@zhixing/contract'
import { and, count, desc, eq, like, sql } from 'drizzle-orm'
import { view } from '../../../kernel/view.ts'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { formOf } from '../../forms/index.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { countAnswered } from '../store/results.ts'
import type { Survey, SurveyKey } from '../store/surveys.ts'
import { surveyInvitations, surveyResponses, surveys } from '../table.ts'

const asked = sql<number>`(select count(*) from ${surveyInvitations}
  where ${surveyInvitations.unitId} = ${surveys.unitId}
    and ${surveyInvitations.surveyId} = ${surveys.id})::int`
const answered = sql<number>`((select count(*) from ${surveyInvitations}
  where ${surveyInvitations.unitId} = ${surveys.unitId}
    and ${surveyInvitations.surveyId} = ${surveys.id} and ${surveyInvitations.ticket} is not null)
  + (select count(*) from ${surveyResponses} where ${surveyResponses.unitId} = ${surveys.unitId}
    and ${surveyResponses.surveyId} = ${surveys.id}))::int`

const columns = {
  unitId: surveys.unitId,
  surveyId: surveys.id,
  kind: surveys.kind,
  title: surveys.title,
  organizationName: organizations.name,
  isAnonymous: surveys.isAnonymous,
  state: surveys.state,
  from: surveys.from,
  until: surveys.until,
  asked,
  answered,
}

export const listSurveys = view(contract.surveys.list, async (sight, input) => {
  const { db, actor } = sight
  const { organization } = await narrowTo(db, sight.reach, input.organizationId)
  const here = like(surveys.path, `${organization.path}%`)
  const rows = await db
    .select(columns)
    .from(surveys)
    .innerJoin(organizations, eq(organizations.id, surveys.organizationId))
    .where(here)
    .orderBy(desc(surveys.at), desc(surveys.id))
    .limit(input.size)
    .offset((input.page - 1) * input.size)
  const total = await db.$count(surveys, here)
  const [all] = await db
    .select({
      open: count(),
      asked: sql<number>`coalesce(sum(${asked}), 0)::int`,
      answered: sql<number>`coalesce(sum(${answered}), 0)::int`,
    })
    .from(surveys)
    .where(and(here, eq(surveys.state, 'open')))
  const mayManage = covers(reachOf(actor.appointments, 'surveys.manage'), organization.path)
  const inAll = { open: all?.open ?? 0, asked: all?.asked ?? 0, answered: all?.answered ?? 0 }
  return { rows, total, ...inAll, mayManage }
})

export const showSurvey = view(contract.surveys.show, async (sight, key) => {
  const { db, actor } = sight
  const { survey, organizationName } = await requireSeen(db, sight.reach, key)
  const { kind, isAnonymous, breakdown, audience, quotas, from, until } = survey
  const known = await countAnswered(db, survey)
  const groups = survey.groups.map((group) => ({
    key: group.key,
    name: group.name,
    asked: group.asked,
    answered: known.get(group.key) ?? 0,
  }))
  const definition = await formOf(db, survey)
  return {
    unitId: survey.unitId,
    surveyId: survey.id,
    kind,
    title: survey.title,
    organizationName,
    isAnonymous,
    state: survey.state,
    from,
    until,
    asked: sum(groups.map((group) => group.asked)),
    answered: sum(groups.map((group) => group.answered)),
    plan: { kind, definition, isAnonymous, breakdown, audience, quotas, from, until },
    groups,
    version: survey.version,
    mayManage: covers(reachOf(actor.appointments, 'surveys.manage'), survey.path),
  }
})

/** The survey within the reach, or nothing is known of it. */
export async function requireSeen(
  db: Reader,
  reach: Reach,
  { unitId, surveyId }: SurveyKey,
): Promise<{ survey: Survey; organizationName: string }> {
  const [row] = await db
    .select({ survey: surveys, organizationName: organizations.name })
    .from(surveys)
    .innerJoin(organizations, eq(organizations.id, surveys.organizationId))
    .where(and(eq(surveys.unitId, unitId), eq(surveys.id, surveyId), within(reach, surveys.path)))
  if (!row) throw missing('surveys.unknown')
  return row
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => one + other, 0)
}
