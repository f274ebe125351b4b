import { contract } from '@zhixing/contract'
import { openAct, ownAct } from '../../../kernel/act.ts'
import { isSameSlip } from '../../../kernel/blind-box.ts'
import { isTicket, signBlinded } from '../../../kernel/blind-tickets.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Actor } from '../../../kernel/caller.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { digestOf } from '../../../kernel/token.ts'
import { formOf, judgeAnswers } from '../../forms/index.ts'
import {
  findBallot,
  findResponse,
  keepResponse,
  layBallot,
  lockInvitation,
  markTicket,
} from '../store/answers.ts'
import { holdSurvey, lockSurvey } from '../store/surveys.ts'
import type { Survey, SurveyKey } from '../store/surveys.ts'

/** Under one's name: once, and not to be changed. */
export const answer = ownAct(contract.surveys.answer, async ({ tx, now, actor }, input) => {
  const { answers, ...key } = input
  const { survey, person } = await requireAsked(tx, actor, key)
  if (survey.isAnonymous) throw conflict('surveys.anonymous')
  requireOpenOn(survey, now)
  const judged = judgeAnswers(await formOf(tx, survey), answers)
  const isNew = await keepResponse(tx, key, { ...person, answers: judged, at: now })
  if (!isNew) {
    const kept = await findResponse(tx, key, person)
    if (!isSameSlip(kept?.answers, judged)) throw conflict('surveys.answered')
  }
  const place = { unitId: survey.unitId, path: survey.path }
  return { value: {}, place, change: isNew ? { subject: `survey:${survey.id}` } : 'none' }
})

/**
 * Signs one ticket for each who is asked, without seeing it. The same ticket may be asked for again, when an answer was
 * lost on the way. There is no trace: the invitation says that it was given, and a moment would only help to guess.
 */
export const ticket = ownAct(contract.surveys.ticket, async (scene, { blinded, ...key }) => {
  const { tx, now, actor, vault } = scene
  const { survey, person, invitation } = await requireAsked(tx, actor, key)
  if (!survey.isAnonymous) throw conflict('surveys.named')
  requireOpenOn(survey, now)
  const sealed = survey.ticketKeys?.[invitation.group]
  if (!sealed) throw conflict('surveys.ended')
  const digest = digestOf(blinded)
  if (invitation.ticket !== null && invitation.ticket !== digest)
    throw conflict('surveys.ticketTaken')
  const signature = signBlinded(vault.open(sealed), blinded)
  if (!signature) throw conflict('surveys.ticketBroken')
  if (invitation.ticket === null) await markTicket(tx, key, person, digest)
  const place = { unitId: survey.unitId, path: survey.path }
  return { value: { signature }, place, change: 'none' }
})

/** With a ticket instead of a name: no session is asked for, and no trace is left. */
export const cast = openAct(contract.surveys.cast, async ({ tx, now }, input) => {
  const { group, message, signature, answers, ...key } = input
  const survey = await lockSurvey(tx, ['/'], key)
  if (!survey) throw missing('surveys.unknown')
  if (!survey.isAnonymous) throw conflict('surveys.named')
  requireOpenOn(survey, now)
  const publicKey = survey.groups.find((one) => one.key === group)?.publicKey
  if (!publicKey || !isTicket(publicKey, message, signature)) throw conflict('surveys.forged')
  const judged = judgeAnswers(await formOf(tx, survey), answers)
  const digest = digestOf(message)
  const kept = await findBallot(tx, key, digest)
  if (kept && !isSameSlip(kept, judged)) throw conflict('surveys.used')
  if (!kept) await layBallot(tx, key, { group, ticket: digest, answers: judged })
  const place = { unitId: survey.unitId, path: survey.path }
  return { value: {}, place, change: 'none' }
})

async function requireAsked(tx: Db, actor: Actor, key: SurveyKey) {
  const survey = await holdSurvey(tx, key)
  const { memberId } = actor
  if (!survey || !memberId) throw missing('surveys.unknown')
  const person = { memberUnitId: actor.unitId, memberId }
  const invitation = await lockInvitation(tx, key, person)
  if (!invitation) throw missing('surveys.notAsked')
  return { survey, person, invitation }
}

function requireOpenOn({ state, from, until }: Survey, now: Date): void {
  const today = dayOf(now)
  if (state === 'draft') throw conflict('surveys.notSent')
  if (state === 'ended' || today > until) throw conflict('surveys.ended')
  if (today < from) throw conflict('surveys.notOpen', { 日期: from })
}
