import { contract } from '@zhixing/contract'
import type { Answer, Question } from '@zhixing/contract'
import { dayOf } from '../../../kernel/calendar.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import type { Sight } from '../../../kernel/view.ts'
import { formOf } from '../../forms/index.ts'
import { narrowTo } from '../../organizations/index.ts'
import { findBodies, openAt, owesForm } from '../catalogue/find.ts'
import { isGiven, returnStateOf } from '../rules/standing.ts'
import { figuresOf, valueFor } from '../rules/roll-up.ts'
import { isAbove } from '../steps/words.ts'
import { findReturns } from '../catalogue/returns.ts'

type Asked = {
  readonly campaignId: string
  readonly organizationId: string
  readonly returnFormId: string
}

/** Who owes the form at and below a place, and what each has given. */
async function readReturns({ db, now, reach }: Sight, asked: Asked) {
  const { organization } = await narrowTo(db, reach, asked.organizationId)
  const { campaign, scope } = await openAt(db, organization, asked.campaignId)
  const form = campaign.returnForms.find(({ returnFormId }) => returnFormId === asked.returnFormId)
  if (!form) throw missing('campaigns.formUnknown')
  const bodies = (await findBodies(db, campaign, scope)).filter((one) => owesForm(one, form.by))
  const given = new Map(
    (await findReturns(db, campaign.id, scope))
      .filter(({ returnFormId }) => returnFormId === form.returnFormId)
      .map((one) => [one.organizationId, one]),
  )
  const today = dayOf(now)
  const lines = bodies.map((body) => {
    const own = given.get(body.id)
    return { body, own, state: returnStateOf(own, form.dueOn, today) }
  })
  const definition = await formOf(db, { unitId: campaign.unitId, formId: form.formId })
  return { campaign, organization, form, definition, lines }
}

const urgency = ['overdue', 'sentBack', 'due', 'late', 'corrected', 'returned'] as const

export const listReturns = view(
  contract.campaigns.returns,
  async (sight, { state, page, size, ...asked }) => {
    const { form, lines } = await readReturns(sight, asked)
    const chosen = lines
      .filter((line) => state === undefined || line.state === state)
      .toSorted((one, other) => urgency.indexOf(one.state) - urgency.indexOf(other.state))
    return {
      title: form.title,
      dueOn: form.dueOn,
      total: chosen.length,
      rows: chosen.slice((page - 1) * size, page * size).map((line) => ({
        organizationId: line.body.id,
        organizationName: line.body.name,
        unitId: line.body.unitId,
        returnId: line.own?.id ?? null,
        state: line.state,
        at: line.own?.at.toISOString() ?? null,
        byName: line.own?.byName ?? '',
        corrections: line.own?.corrections ?? 0,
      })),
    }
  },
)

/** Numbers are added, choices counted, texts opened; only what was given and not sent back. */
export const rollUp = view(contract.campaigns.rollUp, async (sight, asked) => {
  const { definition, lines } = await readReturns(sight, asked)
  const given = lines.flatMap(({ own, state }) => (own && isGiven(state) ? [own.answers] : []))
  return {
    title: definition.title,
    expected: lines.length,
    returned: given.length,
    figures: definition.questions.flatMap((question) => figuresOf(question, given)),
  }
})

export const figure = view(
  contract.campaigns.figure,
  async (sight, { questionId, optionId, page, size, ...asked }) => {
    const { definition, lines } = await readReturns(sight, asked)
    const question = definition.questions.find(({ id }) => id === questionId)
    if (!question) throw missing('campaigns.questionUnknown')
    const rows = lines.flatMap(({ body, own, state }) => {
      const answer = own && isGiven(state) ? own.answers[questionId] : undefined
      const value = textOf(question, answer, optionId)
      return value ? [{ organizationId: body.id, organizationName: body.name, value }] : []
    })
    return {
      title: question.title,
      rows: rows.slice((page - 1) * size, page * size),
      total: rows.length,
    }
  },
)

function textOf(question: Question, answer: Answer | undefined, optionId: string | null): string {
  return answer === undefined ? '' : valueFor(question, answer, optionId)
}

export const showReturn = view(contract.campaigns.return, async (sight, asked) => {
  const { db, now, reach, actor } = sight
  const { organization } = await narrowTo(db, reach, asked.organizationId)
  const { campaign } = await openAt(db, organization, asked.campaignId)
  const form = campaign.returnForms.find(({ returnFormId }) => returnFormId === asked.returnFormId)
  if (!form) throw missing('campaigns.formUnknown')
  const { unitId, id: organizationId, path, name } = organization
  const below = await findReturns(db, campaign.id, path)
  const given = below.find(
    (one) => one.organizationId === organizationId && one.returnFormId === form.returnFormId,
  )
  const state = returnStateOf(given, form.dueOn, dayOf(now))
  const isRunning = campaign.state === 'running'
  const judges = reachOf(actor.appointments, 'campaigns.judge')
  const answers = reachOf(actor.appointments, 'campaigns.answer')
  const isAsked = path !== campaign.path && owesForm(organization, form.by)
  return {
    unitId,
    returnId: given?.id ?? null,
    organizationName: name,
    dueOn: form.dueOn,
    form: await formOf(db, { unitId: campaign.unitId, formId: form.formId }),
    answers: given?.answers ?? {},
    state,
    at: given?.at.toISOString() ?? null,
    byName: given?.byName ?? '',
    sentBack: given?.sentBack ?? '',
    earlier: (given?.earlier ?? []).map(({ at, byName, reason }) => ({ at, byName, reason })),
    version: given?.version ?? 0,
    mayGive: isRunning && isAsked && covers(answers, path),
    maySendBack:
      isRunning &&
      given !== undefined &&
      isGiven(state) &&
      given.byId !== actor.accountId &&
      isAbove(judges, path),
  }
})
