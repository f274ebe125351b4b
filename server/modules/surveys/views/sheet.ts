import { anonymityLeast } from '@zhixing/contract/survey-words.ts'
import type { Answers } from '@zhixing/contract'
import { and, asc, count, eq, sql } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { formOf } from '../../forms/index.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { nameOfGroup, shownGroups } from '../rules/groups.ts'
import { wordsOf } from '../rules/tally.ts'
import { findSurvey } from '../store/surveys.ts'
import type { Survey, SurveyKey } from '../store/surveys.ts'
import { surveyBallots, surveyResponses } from '../table.ts'

const heap = 500

type Line = { readonly who: readonly string[]; readonly answers: Answers }

/** The answers as lines of a file, some at a time: with names where they were given, else with the group where it is not small. */
export async function sheetOf(db: Reader, key: SurveyKey) {
  const survey = await findSurvey(db, key)
  if (!survey) return undefined
  const { questions } = await formOf(db, survey)
  const heads = survey.isAnonymous ? ['分组'] : ['姓名', '党组织']
  const columns = [...heads, ...questions.map(({ title }) => title)]
  const heaps = survey.isAnonymous ? anonymous(db, survey) : named(db, survey)
  return {
    columns: columns.map((heading) => ({ heading, width: 20 })),
    rows: cellsOf(heaps, ({ who, answers }) => [
      ...who,
      ...questions.map((question) => wordsOf(question, answers[question.id])),
    ]),
  }
}

async function* cellsOf(heaps: AsyncIterable<readonly Line[]>, cells: (line: Line) => string[]) {
  for await (const lines of heaps) yield lines.map(cells)
}

/** In the order of what was answered, so that nothing follows from the order. */
async function* anonymous(db: Reader, survey: Survey): AsyncGenerator<Line[]> {
  const { unitId, surveyId, id, group, answers } = surveyBallots
  const ofSurvey = and(eq(unitId, survey.unitId), eq(surveyId, survey.id))
  const groups = await db
    .select({ group, count: count() })
    .from(surveyBallots)
    .where(ofSurvey)
    .groupBy(group)
  const all = groups.reduce((sum, one) => sum + one.count, 0)
  if (survey.state !== 'ended' || all < anonymityLeast) return
  const known = new Map(groups.map((one) => [one.group, one.count]))
  const counts = new Map(survey.groups.map(({ key }) => [key, known.get(key) ?? 0]))
  const shown = shownGroups(counts, true)
  const text = sql<string>`${answers}::text collate "C"`
  let last: { text: string; id: string } | undefined
  for (;;) {
    const after = last ? sql`(${text}, ${id}) > (${last.text}, ${last.id}::uuid)` : undefined
    // Each heap begins where the one before ended.
    // oxlint-disable-next-line no-await-in-loop
    const rows = await db
      .select({ id, group, answers, text })
      .from(surveyBallots)
      .where(and(ofSurvey, after))
      .orderBy(text, asc(id))
      .limit(heap)
    if (rows.length === 0) return
    yield rows.map((row) => ({
      who: [shown.has(row.group) ? nameOfGroup(survey.breakdown, row.group) : '不显示'],
      answers: row.answers,
    }))
    last = rows.at(-1)
  }
}

async function* named(db: Reader, survey: Survey): AsyncGenerator<Line[]> {
  const { unitId, surveyId, memberUnitId, memberId, answers } = surveyResponses
  const { id, nameKey, name } = members
  const said = db
    .select({ memberUnitId, memberId, answers })
    .from(surveyResponses)
    .where(and(eq(unitId, survey.unitId), eq(surveyId, survey.id)))
    .as('said')
  const own = and(eq(members.unitId, said.memberUnitId), eq(id, said.memberId))
  let last: { nameKey: string; id: string } | undefined
  for (;;) {
    const after = last ? sql`(${nameKey}, ${id}) > (${last.nameKey}, ${last.id}::uuid)` : undefined
    // Each heap begins where the one before ended.
    // oxlint-disable-next-line no-await-in-loop
    const rows = await db
      .select({ id, nameKey, name, organizationName: organizations.name, answers: said.answers })
      .from(said)
      .innerJoin(members, own)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .where(after)
      .orderBy(asc(nameKey), asc(id))
      .limit(heap)
    if (rows.length === 0) return
    yield rows.map((row) => ({ who: [row.name, row.organizationName], answers: row.answers }))
    last = rows.at(-1)
  }
}
