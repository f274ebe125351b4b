import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { spanText } from '../../../kernel/words.ts'
import { sendNotice } from '../../notices/index.ts'
import { requireLive } from '../../organizations/index.ts'
import { groupsToSee, poolOf } from '../catalogue/observers.ts'
import { conflictOf } from '../rules/assign.ts'
import type { Observer } from '../rules/assign.ts'
import { byOf, requirePeople } from '../steps/require.ts'
import { endObserver, keepObservation, keepObserver } from '../store/observations.ts'
import { lockSession } from '../store/sessions.ts'
import type { Session } from '../store/sessions.ts'

export const addObserver = act(contract.studyGroups.addObserver, async (scene, input) => {
  const { organizationId, memberUnitId, memberId, toursMax } = input
  const organization = await requireLive(scene.tx, scene.reach, organizationId)
  await requirePeople(scene, [{ memberUnitId, memberId }])
  const { unitId, path } = organization
  const who = { memberUnitId, memberId, toursMax }
  const place = { unitId, organizationId, path }
  const row = { ...place, ...who, ...byOf(scene), id: newId() }
  const observerId = await keepObserver(scene.tx, row)
  return {
    value: { unitId, observerId },
    place: organization,
    change: { subject: `organization:${organizationId}`, after: { observer: who } },
  }
})

export const removeObserver = act(contract.studyGroups.removeObserver, async (scene, key) => {
  const ended = await endObserver(scene.tx, scene.reach, { ...key, day: dayOf(scene.now) })
  if (!ended) throw missing('studyGroups.observerUnknown')
  const { organizationId, memberId } = ended
  return {
    value: {},
    place: ended,
    change: { subject: `organization:${organizationId}`, after: { observerEnded: memberId } },
  }
})

/** All of them or none: each is judged as the proposal judged it, whatever the page has shown. */
export const assignObservers = act(contract.studyGroups.assignObservers, async (scene, input) => {
  const { tx, reach } = scene
  const { organizationId, rows } = input
  const organization = await requireLive(tx, reach, organizationId)
  const sorted = rows.toSorted((a, b) => (a.sessionId < b.sessionId ? -1 : 1))
  const pools = new Map<number, Map<string, Observer>>()
  const after = []
  for (const row of sorted) {
    const session = await lockSession(tx, reach, row)
    if (!session) throw missing('studyGroups.sessionUnknown')
    const year = yearOf(dayOf(session.startsAt))
    const pool = pools.get(year) ?? (await poolIn(tx, organizationId, year))
    pools.set(year, pool)
    const observer = pool.get(row.memberId)
    if (!observer) throw missing('studyGroups.observerUnknown')
    pool.set(row.memberId, await judge(scene, session, observer))
    const isNew = await send(scene, session, { ...row, senderId: organizationId })
    if (!isNew) throw conflict('studyGroups.observerThere', { 姓名: observer.name })
    after.push({ sessionId: row.sessionId, memberId: row.memberId })
  }
  return {
    value: { assigned: after.length },
    place: organization,
    change: { subject: `organization:${organizationId}`, after: { observers: after } },
  }
})

/** Who may be sent in a year, by member. */
async function poolIn(
  tx: Scene['tx'],
  organizationId: string,
  year: number,
): Promise<Map<string, Observer>> {
  const pool = await poolOf(tx, organizationId, year)
  return new Map(pool.map((one) => [one.memberId, one]))
}

/** The observer as they are once they are sent there too. */
async function judge({ tx, now }: Scene, session: Session, observer: Observer): Promise<Observer> {
  const { title, startsAt, cancelledAt, path } = session
  if (cancelledAt || startsAt <= now) throw conflict('studyGroups.sessionOver', { 名称: title })
  const [group] = await groupsToSee(tx, [path], [session.groupId])
  if (!group) throw missing('studyGroups.unknown')
  const { name, toursMax, taken, busyDays } = observer
  const reason = conflictOf(observer, group)
  if (reason) throw conflict(`studyGroups.${reason}`, { 姓名: name, 中心组: group.name })
  const day = dayOf(startsAt)
  if (busyDays.has(day))
    throw conflict('studyGroups.observerBusy', { 姓名: name, 日期: day, 中心组: group.name })
  if (taken >= toursMax) throw conflict('studyGroups.observerFull', { 姓名: name, 次数: taken })
  return { ...observer, taken: taken + 1, busyDays: new Set([...busyDays, day]) }
}

type Sent = {
  readonly memberUnitId: string
  readonly memberId: string
  readonly because: string
  readonly senderId: string
}

async function send(scene: Scene, session: Session, sent: Sent): Promise<boolean> {
  const { tx, now, actor } = scene
  const { unitId, id: sessionId, groupId, path, startsAt: from, endsAt: until } = session
  const { memberUnitId, memberId, because, senderId } = sent
  const id = newId()
  const who = { memberUnitId, memberId, because, senderId }
  const row = { ...byOf(scene), ...who, id, unitId, sessionId, groupId }
  if (!(await keepObservation(tx, row))) return false
  await sendNotice(tx, {
    unitId,
    path,
    key: `studyObservation:${id}`,
    kind: 'studyGroup',
    from: actor.name,
    fromId: actor.accountId,
    title: `请去旁听：${session.title}`,
    body: `${spanText({ from, until })}，${session.place}。听完填旁听记录表。`,
    link: '/observe',
    personIds: [memberId],
    now,
  })
  return true
}
