import { contract } from '@zhixing/contract'
import { withoutKeys } from '@zhixing/contract/form-logic.ts'
import { and, asc, eq, ne, or, gte } from 'drizzle-orm'
import { addDays, dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { openView, ownView } from '../../../kernel/view.ts'
import { formOf } from '../../forms/index.ts'
import { organizations } from '../../organizations/table.ts'
import { findSurvey } from '../store/surveys.ts'
import { surveyInvitations, surveyResponses, surveys } from '../table.ts'

const longAgo = 180

/** The surveys somebody was asked to answer, whether they have or not. */
export async function findMine(db: Reader, memberId: string | undefined, since: string) {
  if (!memberId) return []
  const rows = await db
    .select({
      survey: surveys,
      organizationName: organizations.name,
      group: surveyInvitations.group,
      ticket: surveyInvitations.ticket,
      response: surveyResponses.id,
      grade: surveyResponses.grade,
      comment: surveyResponses.comment,
    })
    .from(surveyInvitations)
    .innerJoin(
      surveys,
      and(eq(surveys.unitId, surveyInvitations.unitId), eq(surveys.id, surveyInvitations.surveyId)),
    )
    .innerJoin(organizations, eq(organizations.id, surveys.organizationId))
    .leftJoin(
      surveyResponses,
      and(
        eq(surveyResponses.unitId, surveyInvitations.unitId),
        eq(surveyResponses.surveyId, surveyInvitations.surveyId),
        eq(surveyResponses.memberId, surveyInvitations.memberId),
      ),
    )
    .where(
      and(
        eq(surveyInvitations.memberId, memberId),
        ne(surveys.state, 'draft'),
        or(eq(surveys.state, 'open'), gte(surveys.endedOn, since)),
      ),
    )
    .orderBy(asc(surveys.until), asc(surveys.id))
  return rows.map(({ survey, organizationName, ticket, response, ...row }) => ({
    survey,
    row,
    head: {
      unitId: survey.unitId,
      surveyId: survey.id,
      kind: survey.kind,
      title: survey.title,
      organizationName,
      isAnonymous: survey.isAnonymous,
      state: survey.state,
      from: survey.from,
      until: survey.until,
      isAnswered: ticket !== null || response !== null,
    },
  }))
}

export const mine = ownView(contract.surveys.mine, async ({ db, now, actor }) => {
  const found = await findMine(db, actor.memberId, addDays(dayOf(now), -longAgo))
  const rows = found.map(({ head }) => head)
  return {
    rows: rows.toSorted((one, other) => Number(one.isAnswered) - Number(other.isAnswered)),
  }
})

export const asked = ownView(contract.surveys.asked, async ({ db, actor }, key) => {
  const found = await findMine(db, actor.memberId, '1921-07-01')
  const one = found.find(({ survey }) => survey.unitId === key.unitId && survey.id === key.surveyId)
  if (!one) throw missing('surveys.notAsked')
  const { grade, comment, group } = one.row
  return {
    ...one.head,
    definition: withoutKeys(await formOf(db, one.survey)),
    group,
    assessment: grade ? { grade, comment: comment ?? '' } : null,
  }
})

/** The same for everybody, so that nobody can be given a key of their own. */
export const ballot = openView(contract.surveys.ballot, async ({ db }, key) => {
  const survey = await findSurvey(db, key)
  if (!survey?.isAnonymous || survey.state === 'draft') throw missing('surveys.unknown')
  return {
    definition: withoutKeys(await formOf(db, survey)),
    keys: survey.groups.flatMap(({ key: group, publicKey }) =>
      publicKey ? { group, publicKey } : [],
    ),
  }
})
