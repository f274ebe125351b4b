import { contract } from '@zhixing/contract'
import { act, ownAct } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { rejudge } from '../steps/rejudge.ts'
import { findRound, isVisitor } from '../store/rounds.ts'
import { changeVisit, findSaid, keepConfirmation, lockVisit } from '../store/visits.ts'

/** The second person: who went along, or the member whom it is about. */
export const confirm = ownAct(contract.outreach.confirm, async (scene, input) => {
  const { tx, now, actor } = scene
  const { unitId, visitId, isTrue, note } = input
  const visit = actor.unitId === unitId ? await lockVisit(tx, { unitId, visitId }) : undefined
  const round = visit && (await findRound(tx, { unitId, roundId: visit.roundId }))
  if (!visit || !round) throw missing('outreach.visitUnknown')
  const { memberId = '', personId, name } = actor
  const isMember = visit.memberId === memberId
  const along = memberId !== '' && (await isVisitor(tx, { unitId, roundId: round.id, memberId }))
  if (!isMember && !along) throw missing('outreach.noWord')
  const { captures } = (await findSaid(tx, [visitId]))(visitId)
  if (captures.some((one) => one.personId === personId)) throw conflict('outreach.own')
  if (visit.settledMet !== null) throw conflict('outreach.settled', { 姓名: visit.settledBy })

  const as = isMember ? 'member' : 'visitor'
  const word = { id: newId(), unitId, visitId, personId, name, as, isTrue, note, at: now } as const
  await keepConfirmation(tx, word)
  const { shown } = await rejudge({ tx, now, actor, title: round.title }, visit)
  return {
    value: { visit: shown },
    place: { unitId, path: visit.path },
    change: { subject: `visit:${visitId}`, after: { as, isTrue, note } },
  }
})

/** Where people say different things, somebody who was not there decides, and says on what ground. */
export const settle = act(contract.outreach.settle, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { unitId, visitId, version, isMet, minutes, reason } = input
  const visit = await lockVisit(tx, { unitId, visitId })
  if (!visit || !covers(reach, visit.path)) throw missing('outreach.visitUnknown')
  if (visit.version !== version) throw conflict('input.stale')
  const { captures, confirmations } = (await findSaid(tx, [visitId]))(visitId)
  const spoke = [...captures, ...confirmations].some((one) => one.personId === actor.personId)
  if (spoke || visit.memberId === actor.memberId) throw conflict('outreach.settleOwn')
  if (isMet && minutes < 1) throw conflict('outreach.minutes')

  const round = await findRound(tx, { unitId, roundId: visit.roundId })
  const settled = await changeVisit(tx, visit, {
    settledMet: isMet,
    settledMinutes: isMet ? minutes : 0,
    settledBy: actor.name,
    settledReason: reason,
  })
  const { visit: kept } = await rejudge({ tx, now, actor, title: round?.title ?? '' }, settled)
  return {
    value: { version: kept.version },
    place: { unitId, path: visit.path },
    change: {
      subject: `visit:${visitId}`,
      before: { state: visit.state, creditedMinutes: visit.creditedMinutes },
      after: { isMet, minutes, reason, state: kept.state },
    },
  }
})
