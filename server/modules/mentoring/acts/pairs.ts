import { contract } from '@zhixing/contract'
import { act, ownAct } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { sendNotice } from '../../notices/index.ts'
import { findMembersOf } from '../../members/index.ts'
import { requireLive } from '../../organizations/index.ts'
import { endPairOn, keepPair, keepSession, lockPair, lockSession, sayOfSession } from '../store.ts'

export const join = act(contract.mentoring.join, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { organizationId, mentorId, learnerId, goal, from, until } = input
  if (mentorId === learnerId) throw conflict('mentoring.oneself')
  if (until < from) throw conflict('mentoring.days')
  const { unitId, path } = await requireLive(tx, reach, organizationId)
  const people = await findMembersOf(tx, reach, { unitId, memberIds: [mentorId, learnerId] })
  if (people.length < 2) throw missing('mentoring.memberUnknown')
  const nameOf = (id: string) => people.find(({ memberId }) => memberId === id)?.name ?? ''

  const id = newId()
  const by = { byId: actor.accountId, at: now }
  const pair = { unitId, id, organizationId, path, mentorId, learnerId, goal, from, until }
  if (!(await keepPair(tx, { ...pair, ...by })))
    throw conflict('mentoring.known', { 师: nameOf(mentorId), 徒: nameOf(learnerId) })
  await sendNotice(tx, {
    unitId,
    path,
    key: `pair:${id}`,
    kind: 'mentoring',
    from: actor.name,
    fromId: actor.accountId,
    title: '结对带学',
    body: `${nameOf(mentorId)}带${nameOf(learnerId)}：${goal}。每次带教后在手机上登记，另一方确认。`,
    link: '/mentoring',
    personIds: [mentorId, learnerId],
    now,
  })
  return {
    value: { unitId, pairId: id },
    place: { unitId, path },
    change: { subject: `pair:${id}`, after: { mentorId, learnerId, goal, from, until } },
  }
})

export const endPair = act(contract.mentoring.endPair, async ({ tx, now, reach }, input) => {
  const pair = await lockPair(tx, { unitId: input.unitId, id: input.pairId })
  if (!pair || !covers(reach, pair.path)) throw missing('mentoring.pairUnknown')
  if (pair.endedOn) throw conflict('mentoring.ended', { 日期: pair.endedOn })
  const endedOn = dayOf(now)
  await endPairOn(tx, pair, endedOn, input.reason)
  return {
    value: {},
    place: pair,
    change: { subject: `pair:${pair.id}`, after: { endedOn, reason: input.reason } },
  }
})

/** Either of the two writes it down. */
export const record = ownAct(contract.mentoring.record, async (scene, input) => {
  const { tx, now, actor } = scene
  const { unitId, pairId, formId, on, minutes, text } = input
  const pair = await lockPair(tx, { unitId, id: pairId })
  const { memberId } = actor
  const isOurs = pair && (pair.mentorId === memberId || pair.learnerId === memberId)
  if (!isOurs || !memberId || actor.unitId !== unitId) throw missing('mentoring.pairUnknown')
  const today = dayOf(now)
  if (pair.endedOn && on > pair.endedOn) throw conflict('mentoring.ended', { 日期: pair.endedOn })
  if (on < pair.from || on > pair.until || on > today)
    throw conflict('mentoring.outside', { 开始: pair.from, 截止: pair.until, 今天: today })

  const id = newId()
  const by = { byMemberId: memberId, byName: actor.name, at: now }
  const sessionId = await keepSession(tx, { ...by, id, unitId, pairId, formId, on, minutes, text })
  return {
    value: { unitId, sessionId },
    place: pair,
    change: sessionId === id ? { subject: `pair:${pairId}`, after: { on, minutes, text } } : 'none',
  }
})

/** The other of the two says whether it is true. */
export const confirm = ownAct(contract.mentoring.confirm, async ({ tx, actor }, input) => {
  const { unitId, sessionId: id, isTrue } = input
  const session = await lockSession(tx, { unitId, id })
  const pair = session && (await lockPair(tx, { unitId, id: session.pairId }))
  const isOurs = pair?.mentorId === actor.memberId || pair?.learnerId === actor.memberId
  if (!pair || !isOurs || actor.unitId !== unitId) throw missing('mentoring.sessionUnknown')
  if (session.byMemberId === actor.memberId) throw conflict('mentoring.own')
  await sayOfSession(tx, session, isTrue)
  return {
    value: {},
    place: pair,
    change: { subject: `pair:${pair.id}`, after: { sessionId: id, isTrue } },
  }
})
