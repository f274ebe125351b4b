import { contract } from '@zhixing/contract'
import { tripStates } from '@zhixing/contract/tour-words.ts'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { convertHours, postHours, reverseHours } from '../../ledgers/index.ts'
import type { Posting } from '../../ledgers/index.ts'
import { findMembersOf } from '../../members/index.ts'
import { release } from '../../resources/index.ts'
import { setRequestState } from '../store/requests.ts'
import { changeTrip, keepAttendances, lockTrip } from '../store/trips.ts'
import type { Trip } from '../store/trips.ts'

const minuteMillis = 60_000
const levels = { county: 'county', township: 'committee', village: 'branch' } as const

/** It was given: who heard it, what was said; hours for those who heard and for the member who taught. */
export const recordTrip = act(contract.tours.recordTrip, async (scene, input) => {
  const { tx, now } = scene
  const trip = await requireTrip(scene, input, 'planned')
  if (trip.version !== input.version) throw conflict('input.stale')
  if (trip.startsAt > now) throw conflict('tours.ahead', { 日期: dayOf(trip.startsAt) })
  const memberIds = [...new Set(input.memberIds)]
  if (memberIds.length + input.guests === 0) throw conflict('tours.nobody')
  const { unitId, path } = trip
  const people = await findMembersOf(tx, [path], { unitId, memberIds })
  const strangers = memberIds.length - people.length
  if (strangers > 0) throw conflict('tours.strangers', { 人数: strangers })

  await keepAttendances(tx, trip, memberIds)
  const credited = await credit(scene, trip, memberIds)
  const { guests, record } = input
  const version = await changeTrip(tx, trip, { state: 'held', guests, record })
  if (trip.requestId) await setRequestState(tx, { unitId, id: trip.requestId }, 'held')
  return {
    value: { credited, version },
    place: trip,
    change: { subject: `trip:${trip.id}`, after: { memberIds, guests, record } },
  }
})

/** What was written down wrongly: hours are taken back, and it is written down again. */
export const reopenTrip = act(contract.tours.reopenTrip, async (scene, input) => {
  const { tx, now, actor } = scene
  const { reason } = input
  const trip = await requireTrip(scene, input, 'held')
  const { unitId, id } = trip
  await reverseHours(tx, { unitId, sourceIds: [id], reason, by: actor.accountId, now })
  const version = await changeTrip(tx, trip, { state: 'planned', reason })
  if (trip.requestId) await setRequestState(tx, { unitId, id: trip.requestId }, 'matched')
  return {
    value: { version },
    place: trip,
    change: { subject: `trip:${id}`, before: { state: 'held' }, after: { reason } },
  }
})

export const cancelTrip = act(contract.tours.cancelTrip, async (scene, input) => {
  const trip = await requireTrip(scene, input, 'planned')
  const { unitId, id, requestId } = trip
  await changeTrip(scene.tx, trip, { state: 'cancelled', reason: input.reason })
  await release(scene.tx, `trip:${id}`, scene.now)
  if (requestId) await setRequestState(scene.tx, { unitId, id: requestId }, 'open')
  return {
    value: {},
    place: trip,
    change: { subject: `trip:${id}`, after: { state: 'cancelled', reason: input.reason } },
  }
})

async function requireTrip(
  { tx, reach }: Scene,
  { unitId, tripId }: { readonly unitId: string; readonly tripId: string },
  state: Trip['state'],
): Promise<Trip> {
  const trip = await lockTrip(tx, reach, { unitId, id: tripId })
  if (!trip) throw missing('tours.tripUnknown')
  if (trip.state !== state) throw conflict('tours.state', { 状态: tripStates[trip.state] })
  return trip
}

async function credit({ tx, now, actor }: Scene, trip: Trip, memberIds: readonly string[]) {
  const { unitId, id, path, topic, startsAt, endsAt, lecturerId, version } = trip
  const day = dayOf(startsAt)
  const level = levels[trip.level]
  const clockMinutes = Math.round((endsAt.getTime() - startsAt.getTime()) / minuteMillis)
  const common = {
    unitId,
    day,
    sourceId: id,
    title: `送课：${topic}`,
    level,
    key: `trip:${id}:${version}`,
    postedBy: actor.accountId,
    at: now,
  }
  const worthOf = (source: 'lecture' | 'teaching') =>
    convertHours(tx, { path, day }, { source, clockMinutes, level, days: 1 })
  const heard = await worthOf('lecture')
  const postings = memberIds
    .filter((memberId) => memberId !== lecturerId)
    .map((memberId): Posting => ({ ...common, ...heard, memberId, source: 'lecture' }))
  if (lecturerId)
    postings.push({
      ...common,
      ...(await worthOf('teaching')),
      memberId: lecturerId,
      source: 'teaching',
    })
  const { entries } = await postHours(tx, postings)
  return new Set(entries.map(({ memberId }) => memberId)).size
}
