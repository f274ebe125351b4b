import { contract } from '@zhixing/contract'
import { observationSheet } from '@zhixing/contract/study-sheet.ts'
import { act, ownAct } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { spanText } from '../../../kernel/words.ts'
import { judgeAnswers } from '../../forms/index.ts'
import { judged } from '../rules/sheet.ts'
import { changeObservation, lockObservation } from '../store/observations.ts'
import { findSession } from '../store/sessions.ts'

/** Whoever was sent says what they found; once, and not before it has begun. */
export const observe = ownAct(contract.studyGroups.observe, async (scene, input) => {
  const { tx, now, actor } = scene
  const { unitId, observationId, version, answers } = input
  const found = await lockObservation(tx, { unitId, observationId })
  if (!actor.memberId || found?.observation.memberId !== actor.memberId)
    throw missing('studyGroups.observationUnknown')
  const { observation, group } = found
  if (observation.withdrawnAt) throw missing('studyGroups.observationUnknown')
  if (observation.observedAt) throw conflict('studyGroups.observedAlready')
  if (observation.version !== version) throw conflict('input.stale')
  const session = await findSession(tx, ['/'], { unitId, sessionId: observation.sessionId })
  if (!session || session.cancelledAt) throw conflict('studyGroups.cancelled')
  const { startsAt: from, endsAt: until } = session
  if (now < from) throw conflict('studyGroups.early', { 时间: spanText({ from, until }) })
  const kept = judgeAnswers(observationSheet, answers)
  const { grade, score } = judged(kept)
  await changeObservation(tx, observation, { answers: kept, grade, score, observedAt: now })
  return {
    value: { grade, score },
    place: group,
    change: { subject: `studySession:${session.id}`, after: { observed: grade, score } },
  }
})

export const withdrawObserver = act(contract.studyGroups.withdrawObserver, async (scene, input) => {
  const { tx, now, reach } = scene
  const { unitId, observationId, version, reason } = input
  const found = await lockObservation(tx, { unitId, observationId })
  if (!found || !covers(reach, found.group.path)) throw missing('studyGroups.observationUnknown')
  const { observation, group } = found
  if (observation.observedAt) throw conflict('studyGroups.observedAlready')
  if (observation.withdrawnAt || observation.version !== version) throw conflict('input.stale')
  await changeObservation(tx, observation, { withdrawnAt: now, reason })
  return {
    value: {},
    place: group,
    change: { subject: `studySession:${observation.sessionId}`, after: { withdrawn: reason } },
  }
})
