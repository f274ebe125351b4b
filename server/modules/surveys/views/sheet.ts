import { anonymityLeast } from '@zhixing/contract/survey-words.ts'
import { and, asc, eq } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { formOf } from '../../forms/index.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { nameOfGroup, shownGroups } from '../rules/groups.ts'
import { wordsOf } from '../rules/tally.ts'
import { findAnswers } from '../store/results.ts'
import { findSurvey } from '../store/surveys.ts'
import type { Survey, SurveyKey } from '../store/surveys.ts'
import { surveyResponses } from '../table.ts'

/** The answers as lines of a file: with names where they were given, else with the group where it is not small. */
export async function sheetOf(db: Reader, key: SurveyKey) {
  const survey = await findSurvey(db, key)
  if (!survey) return undefined
  const { questions } = await formOf(db, survey)
  const lines = survey.isAnonymous ? await anonymous(db, survey) : await named(db, survey)
  const heads = survey.isAnonymous ? ['分组'] : ['姓名', '党组织']
  const columns = [...heads, ...questions.map(({ title }) => title)]
  return {
    columns: columns.map((heading) => ({ heading, width: 20 })),
    rows: lines.map(({ who, answers }) => [
      ...who,
      ...questions.map((question) => wordsOf(question, answers[question.id])),
    ]),
  }
}

async function anonymous(db: Reader, survey: Survey) {
  const all = await findAnswers(db, survey)
  if (survey.state !== 'ended' || all.length < anonymityLeast) return []
  const counts = new Map(
    survey.groups.map(({ key }) => [key, all.filter(({ group }) => group === key).length]),
  )
  const shown = shownGroups(counts, true)
  return all
    .map(({ group, answers }) => ({
      who: [shown.has(group) ? nameOfGroup(survey.breakdown, group) : '不显示'],
      answers,
    }))
    .toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
}

async function named(db: Reader, { unitId, id }: Survey) {
  const rows = await db
    .select({
      name: members.name,
      organizationName: organizations.name,
      answers: surveyResponses.answers,
    })
    .from(surveyResponses)
    .innerJoin(
      members,
      and(
        eq(members.unitId, surveyResponses.memberUnitId),
        eq(members.id, surveyResponses.memberId),
      ),
    )
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(eq(surveyResponses.unitId, unitId), eq(surveyResponses.surveyId, id)))
    .orderBy(asc(members.nameKey), asc(members.id))
  return rows.map(({ name, organizationName, answers }) => ({
    who: [name, organizationName],
    answers,
  }))
}
