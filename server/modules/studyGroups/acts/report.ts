import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { marksOfSessions } from '../../activities/index.ts'
import { attachFile } from '../../files/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { spanText } from '../../../kernel/words.ts'
import { hasRoll, reportDueOn } from '../rules/session.ts'
import { requireSession } from '../steps/require.ts'
import { changeSession } from '../store/sessions.ts'

/** 一学一报: once, when its record is closed; later than the rule's days it is kept as late. */
export const report = act(contract.studyGroups.report, async (scene, input) => {
  const { tx, now, actor } = scene
  const { unitId, sessionId, version, points, resolutions, followUp } = input
  const session = await requireSession(scene, { unitId, sessionId })
  const { startsAt: from, endsAt: until, path } = session
  if (session.reportedAt) throw conflict('studyGroups.reportedAlready')
  if (session.version !== version) throw conflict('input.stale')
  if (now < until) throw conflict('studyGroups.notHeld', { 时间: spanText({ from, until }) })
  if (hasRoll(session)) {
    const marks = await marksOfSessions(tx, unitId, [sessionId])
    if (!marks.some(({ isClosed }) => isClosed)) throw conflict('studyGroups.recordOpen')
  }
  const { value: days } = await ruleAt(tx, 'study_group.report.days', { path, day: dayOf(until) })
  const isLate = dayOf(now) > reportDueOn(session, days)
  const words = { points, resolutions, followUp }
  const next = await changeSession(tx, session, {
    ...words,
    reportedAt: now,
    reportedBy: actor.name,
    isLate,
  })
  return {
    value: { isLate, version: next },
    place: session,
    change: { subject: `studySession:${sessionId}`, after: { ...words, isLate } },
  }
})

/** Speeches, notes, essays, research: the file of the year. */
export const attach = act(contract.studyGroups.attach, async (scene, input) => {
  const { tx, actor } = scene
  const { unitId, sessionId, fileId, paper } = input
  const session = await requireSession(scene, { unitId, sessionId })
  const subject = `studySession:${sessionId}:${paper}`
  const { path } = session
  const file = await attachFile(tx, {
    unitId: actor.unitId,
    fileId,
    subject,
    path,
    accountId: actor.accountId,
  })
  return {
    value: {},
    place: session,
    change: { subject: `studySession:${sessionId}`, after: { paper, name: file.name } },
  }
})
