import { contract } from '@zhixing/contract'
import type { EntryOf, Input } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import {
  cancelSession as cancelRoll,
  changeSession as changeRoll,
  listForSession,
} from '../../activities/index.ts'
import { sendNotice } from '../../notices/index.ts'
import { isInPlan } from '../rules/plan.ts'
import { hasRoll, refuseTimes } from '../rules/session.ts'
import { dueAt, lessonOf, openRoll } from '../steps/record.ts'
import { byOf, requireGroup, requireSession } from '../steps/require.ts'
import { findPlan } from '../store/groups.ts'
import type { Group } from '../store/groups.ts'
import { changeSession as changeRow, findSession, keepSession } from '../store/sessions.ts'

type Asked = Omit<Input<EntryOf<'studyGroups.planSession'>>, 'unitId' | 'groupId' | 'sessionId'>

export const planSession = act(contract.studyGroups.planSession, async (scene, input) => {
  const { tx, reach } = scene
  const { unitId, groupId, sessionId, ...asked } = input
  const group = await requireGroup(scene, { unitId, groupId })
  const facts = await judge(scene, group, asked)
  const { organizationId, path } = group
  const place = { unitId, organizationId, path, groupId }
  const isNew = await keepSession(tx, { ...facts, ...place, ...byOf(scene), id: sessionId })
  if (!isNew && (await findSession(tx, reach, { unitId, sessionId }))?.groupId !== groupId)
    throw missing('studyGroups.sessionUnknown')
  if (isNew) await openRoll(scene, group, { ...facts, unitId, id: sessionId })
  return {
    value: { unitId, sessionId },
    place: group,
    change: isNew ? { subject: `studySession:${sessionId}`, after: facts } : 'none',
  }
})

/** Another day, place or list, as long as it has not begun. */
export const changeSession = act(contract.studyGroups.changeSession, async (scene, input) => {
  const { tx, now } = scene
  const { unitId, sessionId, version, ...asked } = input
  const session = await requireSession(scene, { unitId, sessionId })
  if (session.version !== version) throw conflict('input.stale')
  if (session.startsAt <= now) throw conflict('studyGroups.past')
  if (hasRoll(session) !== hasRoll(asked)) throw conflict('studyGroups.formFixed')
  const group = await requireGroup(scene, { unitId, groupId: session.groupId })
  const facts = await judge(scene, group, asked)
  if (hasRoll(session)) {
    const key = { unitId, activityId: sessionId }
    await changeRoll(tx, key, lessonOf({ ...facts, unitId, id: sessionId }))
    await listForSession(tx, key, await dueAt(tx, group, facts.isExtended))
  }
  const { title, startsAt, endsAt, place, form, isExtended } = session
  return {
    value: { version: await changeRow(tx, session, facts) },
    place: group,
    change: {
      subject: `studySession:${sessionId}`,
      before: { title, startsAt, endsAt, place, form, isExtended },
      after: facts,
    },
  }
})

export const cancelSession = act(contract.studyGroups.cancelSession, async (scene, input) => {
  const { tx, now } = scene
  const { unitId, sessionId, version, reason } = input
  const session = await requireSession(scene, { unitId, sessionId })
  if (session.version !== version) throw conflict('input.stale')
  if (session.reportedAt) throw conflict('studyGroups.reportedAlready')
  const group = await requireGroup(scene, { unitId, groupId: session.groupId })
  const due = await dueAt(tx, group, session.isExtended)
  if (hasRoll(session)) await cancelRoll(tx, { unitId, activityId: sessionId }, { reason, now })
  await changeRow(tx, session, { cancelledAt: now, cancelReason: reason })
  await sendNotice(tx, {
    unitId,
    path: group.path,
    key: `studySession:${sessionId}:cancelled`,
    kind: 'studyGroup',
    from: group.name,
    fromId: group.id,
    title: `中心组学习取消：${session.title}`,
    body: reason,
    link: '/study-groups',
    personIds: due.map(({ memberId }) => memberId),
    now,
  })
  return {
    value: {},
    place: group,
    change: { subject: `studySession:${sessionId}`, after: { cancelled: reason } },
  }
})

/** The times make sense, and what it carries out stands in the plan of that year. */
async function judge({ tx }: Scene, group: Group, asked: Asked) {
  const facts = { ...asked, startsAt: new Date(asked.startsAt), endsAt: new Date(asked.endsAt) }
  const refusal = refuseTimes(facts)
  if (refusal) throw conflict(refusal)
  const year = yearOf(dayOf(facts.startsAt))
  const plan = await findPlan(tx, { unitId: group.unitId, groupId: group.id, year })
  if (!isInPlan(plan, facts)) throw conflict('studyGroups.topicUnknown', { 年: year })
  return facts
}
