import { contract } from '@zhixing/contract'
import { anonymityLeast } from '@zhixing/contract/survey-words.ts'
import { and, asc, eq } from 'drizzle-orm'
import { missing } from '../../../kernel/problem.ts'
import { view } from '../../../kernel/view.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { formOf } from '../../forms/index.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { ruleAt } from '../../rules/index.ts'
import { nameOfGroup, shownGroups } from '../rules/groups.ts'
import { shareOf, talliesOf, textsOf } from '../rules/tally.ts'
import { findAnswers } from '../store/results.ts'
import type { Survey } from '../store/surveys.ts'
import { surveyInvitations, surveyResponses } from '../table.ts'
import { requireSeen } from './heads.ts'

export const showResults = view(contract.surveys.results, async (sight, input) => {
  const { db, now, reach } = sight
  const { survey } = await requireSeen(db, reach, input)
  const definition = await formOf(db, survey)
  const by = survey.isAnonymous ? survey.breakdown : (input.breakdown ?? survey.breakdown)
  const all = await findAnswers(db, survey, by)
  const { value: lowShare } = await ruleAt(db, 'surveys.low_share', {
    path: survey.path,
    day: dayOf(now),
  })
  const hidden = whyHidden(survey, all.length)
  const common = { definition, breakdown: by, lowShare, hidden }
  if (hidden) return { ...common, answered: 0, tallies: [], texts: [], share: null, groups: [] }

  const byGroup = Map.groupBy(all, ({ group }) => group)
  const counts = new Map(
    (by === survey.breakdown ? survey.groups.map(({ key }) => key) : [...byGroup.keys()]).map(
      (key) => [key, byGroup.get(key)?.length ?? 0],
    ),
  )
  const shown = shownGroups(counts, survey.isAnonymous)
  const groups = [...counts.keys()].map((key) => {
    const isShown = shown.has(key)
    const answers = isShown ? (byGroup.get(key) ?? []).map((one) => one.answers) : []
    const share = shareOf(definition, answers)
    return {
      key,
      name: nameOfGroup(by, key),
      answered: isShown ? answers.length : null,
      share,
      isLow: share !== null && share < lowShare,
      tallies: isShown ? talliesOf(definition, answers) : [],
      texts: isShown ? textsOf(definition, answers) : [],
    }
  })
  const answers = all.map((one) => one.answers)
  return {
    ...common,
    answered: all.length,
    tallies: talliesOf(definition, answers),
    texts: textsOf(definition, answers),
    share: shareOf(definition, answers),
    groups,
  }
})

/** While an anonymous survey runs, each new answer would stand out against what was seen before. */
export function whyHidden({ isAnonymous, state }: Survey, answered: number): string {
  if (!isAnonymous) return ''
  if (state !== 'ended') return '匿名问卷结束后才显示结果，免得看出谁刚答了什么。'
  return answered < anonymityLeast ? `匿名问卷不足 ${anonymityLeast} 份答卷，不显示结果。` : ''
}

export const listPeople = view(contract.surveys.people, async ({ db, reach }, input) => {
  const { survey } = await requireSeen(db, reach, input)
  if (survey.isAnonymous) throw missing('surveys.noPeople')
  const here = and(
    eq(surveyInvitations.unitId, survey.unitId),
    eq(surveyInvitations.surveyId, survey.id),
  )
  const asked = db
    .select({
      memberUnitId: surveyInvitations.memberUnitId,
      memberId: surveyInvitations.memberId,
      answers: surveyResponses.answers,
      grade: surveyResponses.grade,
      comment: surveyResponses.comment,
    })
    .from(surveyInvitations)
    .leftJoin(
      surveyResponses,
      and(
        eq(surveyResponses.unitId, surveyInvitations.unitId),
        eq(surveyResponses.surveyId, surveyInvitations.surveyId),
        eq(surveyResponses.memberUnitId, surveyInvitations.memberUnitId),
        eq(surveyResponses.memberId, surveyInvitations.memberId),
      ),
    )
    .where(here)
    .as('asked')
  const rows = await db
    .select({
      memberUnitId: asked.memberUnitId,
      memberId: asked.memberId,
      name: members.name,
      organizationName: organizations.name,
      answers: asked.answers,
      grade: asked.grade,
      comment: asked.comment,
    })
    .from(asked)
    .innerJoin(members, and(eq(members.unitId, asked.memberUnitId), eq(members.id, asked.memberId)))
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .orderBy(asc(members.nameKey), asc(members.id))
    .limit(input.size)
    .offset((input.page - 1) * input.size)
  return {
    rows: rows.map(({ grade, comment, ...row }) => ({
      ...row,
      assessment: grade ? { grade, comment: comment ?? '' } : null,
    })),
    total: await db.$count(surveyInvitations, here),
  }
})
