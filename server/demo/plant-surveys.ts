import { randomUUID } from 'node:crypto'
import type { Answers, FormDefinition } from '@zhixing/contract'
import { surveyTemplates } from '@zhixing/contract/survey-templates.ts'
import { and, eq, sql } from 'drizzle-orm'
import { addDays, dayOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { oneOf } from '../kernel/many.ts'
import type { Vault } from '../kernel/vault.ts'
import { keepForm } from '../modules/forms/index.ts'
import { candidatesOf } from '../modules/surveys/catalogue/candidates.ts'
import { invite } from '../modules/surveys/index.ts'
import { findAnswers } from '../modules/surveys/store/results.ts'
import { keepNeeds } from '../modules/surveys/store/needs.ts'
import { changeSurvey, findSurvey, keepSurvey } from '../modules/surveys/store/surveys.ts'
import { surveyBallots, surveyInvitations, surveyResponses } from '../modules/surveys/table.ts'
import type { Dice } from './dice.ts'
import type { DemoBranch } from './population.ts'
import { insertAll } from './rows.ts'
import type { DemoOrganization } from './tree.ts'

type Scene = { readonly tx: Db; readonly now: Date; readonly vault: Vault; readonly dice: Dice }
/** In the branch that visitors are shown nobody has spoken without a name yet. */
type Asking = Scene & { readonly silent: ReadonlySet<string> }
type Kind = keyof typeof surveyTemplates
type Round = {
  readonly kind: Kind
  readonly title: string
  readonly place: DemoOrganization
  readonly isAnonymous?: boolean
  readonly breakdown: 'age' | 'sector' | null
  /** In days from today. */
  readonly from: number
  readonly until: number
  readonly state: 'draft' | 'open' | 'ended'
  /** Of those who were asked. */
  readonly answering: number
}

const byId = '00000000-0000-4000-8000-000000000000'
const wishes = ['想多看看外村怎么做', '晚上讲最好，白天要下地', '讲短一点，讲实一点', '']

/** What people want to learn, asked and counted; how content they are, asked without names; and a draft. */
export async function plantSurveys(
  scene: Scene,
  county: DemoOrganization,
  { branch, people }: DemoBranch,
): Promise<void> {
  const year = Number(dayOf(scene.now).slice(0, 4)) + 1
  const rounds: readonly Round[] = [
    {
      kind: 'needs',
      title: `${year} 年党员教育培训需求调研`,
      place: county,
      breakdown: 'age',
      from: -40,
      until: -12,
      state: 'ended',
      answering: 0.7,
    },
    {
      kind: 'satisfaction',
      title: '党员教育满意度测评',
      place: county,
      isAnonymous: true,
      breakdown: null,
      from: -6,
      until: 15,
      state: 'open',
      answering: 0.35,
    },
    {
      kind: 'workResult',
      title: '果树修剪培训学用反馈',
      place: branch,
      breakdown: null,
      from: -4,
      until: 10,
      state: 'open',
      answering: 0.4,
    },
    {
      kind: 'opinion',
      title: '对支部工作的意见建议',
      place: branch,
      breakdown: null,
      from: 0,
      until: 20,
      state: 'draft',
      answering: 0,
    },
  ]
  const silent = new Set(people.map(({ id }) => id))
  for (const round of rounds) await plantRound({ ...scene, silent }, round)
}

async function plantRound(scene: Asking, round: Round): Promise<void> {
  const { tx, now } = scene
  const { kind, title, place, isAnonymous = false, breakdown, state } = round
  const { unitId, id: organizationId, path } = place
  const today = dayOf(now)
  const definition = { ...surveyTemplates[kind], title }
  const { formId } = await keepForm(tx, unitId, definition)
  const surveyId = newId()
  const facts = { unitId, organizationId, path, kind, title, formId, isAnonymous, breakdown }
  const days = { from: addDays(today, round.from), until: addDays(today, round.until) }
  const fresh = { audience: {}, quotas: [], groups: [], subject: '', version: 1 }
  const by = { byId, at: now }
  await keepSurvey(tx, { ...facts, ...days, ...fresh, ...by, id: surveyId, state: 'draft' })
  const survey = await findSurvey(tx, { unitId, surveyId })
  if (!survey || state === 'draft') return

  await invite(scene, survey, await candidatesOf(tx, survey, today))
  const key = { unitId, surveyId }
  await (isAnonymous ? cast(scene, key, round) : answer(scene, key, { ...round, definition }))
  if (state !== 'ended') return
  await changeSurvey(tx, survey, { state, endedOn: days.until, ticketKeys: null })
  if (kind === 'needs') await listNeeds(scene, { ...key, definition }, round)
}

type Key = { readonly unitId: string; readonly surveyId: string }

async function invited({ tx }: Scene, { unitId, surveyId }: Key) {
  return tx
    .select()
    .from(surveyInvitations)
    .where(and(eq(surveyInvitations.unitId, unitId), eq(surveyInvitations.surveyId, surveyId)))
    .orderBy(surveyInvitations.memberId)
}

async function answer(
  scene: Scene,
  key: Key,
  { answering, definition }: Round & { definition: FormDefinition },
): Promise<void> {
  const { tx, now, dice } = scene
  const people = (await invited(scene, key)).filter(() => dice.chance(answering))
  await insertAll(
    tx,
    surveyResponses,
    people.map(({ memberId, memberUnitId }) => ({
      ...key,
      id: newId(),
      memberId,
      memberUnitId,
      answers: answersTo(definition, dice),
      at: now,
    })),
  )
}

/** As ballots lie there: nothing says whose they are. */
async function cast(scene: Asking, key: Key, { kind, answering }: Round): Promise<void> {
  const { tx, dice, silent } = scene
  const definition = surveyTemplates[kind]
  const people = (await invited(scene, key))
    .filter(() => dice.chance(answering))
    .filter(({ memberId }) => !silent.has(memberId))
  const asked = oneOf(
    surveyInvitations.id,
    people.map(({ id }) => id),
  )
  await tx
    .update(surveyInvitations)
    .set({ ticket: sql`md5(${surveyInvitations.id}::text)` })
    .where(and(eq(surveyInvitations.unitId, key.unitId), asked))
  await insertAll(
    tx,
    surveyBallots,
    people.map(({ group }) => ({
      ...key,
      id: randomUUID(),
      group,
      ticket: randomUUID(),
      answers: answersTo(definition, dice),
    })),
  )
}

function answersTo({ questions }: FormDefinition, dice: Dice): Answers {
  const answers: Answers = {}
  for (const { id, kind, options, max, showIf } of questions) {
    const earlier = showIf && answers[showIf.questionId]
    const isAsked = !showIf || showIf.anyOf.some((one) => [earlier].flat().includes(one))
    if (!isAsked) continue
    const ids = options.map((option) => option.id)
    if (kind === 'single') answers[id] = leaning(ids, dice)
    if (kind === 'multiple') answers[id] = [...new Set([leaning(ids, dice), leaning(ids, dice)])]
    if (kind === 'scale') answers[id] = Math.max(1, (max ?? 5) - dice.between(0, 3))
    if (kind === 'number') answers[id] = dice.between(1, 30)
    if (kind === 'text') answers[id] = wishes[dice.between(0, wishes.length - 1)] || '没有别的意见'
  }
  return answers
}

/** What stands first is chosen more often. */
function leaning(ids: readonly string[], dice: Dice): string {
  const last = ids.length - 1
  return ids[Math.min(dice.between(0, last), dice.between(0, last))] ?? ''
}

async function listNeeds(
  { tx, now }: Scene,
  { definition, ...key }: Key & { definition: FormDefinition },
  { place }: Round,
): Promise<void> {
  const survey = await findSurvey(tx, key)
  const [question] = definition.questions
  if (!survey || !question) return
  const all = await findAnswers(tx, survey)
  const countOf = (optionId: string) =>
    all.filter(({ answers }) => [answers[question.id]].flat().includes(optionId)).length
  const rows = question.options.slice(0, 4).map(({ id: optionId, text }) => {
    const support = countOf(optionId)
    return {
      ...key,
      id: newId(),
      organizationId: place.id,
      path: place.path,
      questionId: question.id,
      optionId,
      title: text,
      reason: `“${question.title}”：${support} 人选，共 ${all.length} 份答卷`,
      cohort: survey.groups.map(({ name }) => name).join('、'),
      support,
      state: 'proposed' as const,
      note: '',
      version: 1,
      at: now,
    }
  })
  await keepNeeds(tx, rows)
}
