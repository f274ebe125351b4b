import { contract } from '@zhixing/contract'
import { requestStates } from '@zhixing/contract/tour-words.ts'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { sendNotice } from '../../notices/index.ts'
import { bookAll, requireUsable } from '../../resources/index.ts'
import { findById, requireLive } from '../../organizations/index.ts'
import { isInside, levelOf, overlaps, refuseTimes, sayWindows } from '../rules.ts'
import { findSeries, lockOffer, lockRequest, setRequestState } from '../store/requests.ts'
import type { Offer } from '../store/requests.ts'
import { findTripOfForm, findTripsOf, keepTrip } from '../store/trips.ts'
import type { Trip } from '../store/trips.ts'

type Times = { readonly startsAt: Date; readonly endsAt: Date }

/** A request meets an offer: both have days, the lecturer has an hour that is free, and there is a trip. */
export const match = act(contract.tours.match, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { unitId, requestId, offerId, place, venueId } = input
  const wish = await lockRequest(tx, reach, { unitId, id: requestId })
  if (!wish) throw missing('tours.requestUnknown')
  if (wish.state !== 'open')
    throw conflict('tours.requestTaken', { 状态: requestStates[wish.state] })
  const times = timesOf(input)
  const day = dayOf(times.startsAt)
  if (!isInside(day, wish.windows))
    throw conflict('tours.requestWindow', { 日期: day, 日子: sayWindows(wish.windows) })
  await requireVenue(scene, { unitId, path: wish.path, venueId })
  const taken = await takeOffer(scene, { unitId, offerId, path: wish.path, times })

  const organization = await findById(tx, wish.organizationId)
  if (!organization) throw missing('organizations.unknown')
  const { organizationId, path, topic, mode } = wish
  const trip = await keepTrip(tx, {
    ...lecturerOf(taken),
    ...times,
    id: newId(),
    unitId,
    organizationId,
    path,
    // One request, one trip at a time: what was cancelled leaves its form behind.
    formId: newId(),
    requestId,
    topic,
    place,
    venueId,
    mode,
    level: levelOf(organization.kind, path),
    sector: organization.sector,
    byId: actor.accountId,
    at: now,
  })
  if (!trip) throw missing('tours.tripUnknown')
  await setRequestState(tx, { unitId, id: requestId }, 'matched')
  await reserve(scene, trip, taken.resourceId)
  await tell(scene, trip, organization.name)
  return {
    value: { unitId, tripId: trip.id },
    place: { unitId, path },
    change: { subject: `trip:${trip.id}`, after: { requestId, offerId, day, place } },
  }
})

/** A stop of the touring school, or a session of a series, without anybody having asked. */
export const planTrip = act(contract.tours.planTrip, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { organizationId, formId, offerId, seriesId, topic, place, venueId, mode } = input
  const organization = await requireLive(tx, reach, organizationId)
  const { unitId, path, kind, sector, name } = organization
  const here = { unitId, path }
  // The organization is held: the same form sent twice at once comes here one after the other.
  const known = await findTripOfForm(tx, { unitId, formId })
  if (known?.organizationId === organizationId)
    return { value: { unitId, tripId: known.id }, place: here, change: 'none' }
  const times = timesOf(input)
  const series = seriesId ? await findSeries(tx, { unitId, id: seriesId }) : undefined
  if (seriesId && !(series && path.startsWith(series.path))) throw missing('tours.seriesUnknown')
  if (!offerId && input.lecturerName === '') throw conflict('tours.lecturer')
  await requireVenue(scene, { unitId, path, venueId })
  const taken = offerId ? await takeOffer(scene, { unitId, offerId, path, times }) : undefined
  const lecturer = taken
    ? lecturerOf(taken)
    : { lecturerName: input.lecturerName, lecturerRole: input.lecturerRole }

  const id = newId()
  const trip = await keepTrip(tx, {
    ...lecturer,
    ...times,
    id,
    unitId,
    organizationId,
    path,
    formId,
    seriesId,
    topic,
    place,
    venueId,
    mode,
    level: levelOf(kind, path),
    sector,
    byId: actor.accountId,
    at: now,
  })
  if (!trip) throw missing('tours.tripUnknown')
  await reserve(scene, trip, taken?.resourceId ?? null)
  await tell(scene, trip, name)
  return {
    value: { unitId, tripId: id },
    place: here,
    change: { subject: `trip:${id}`, after: { topic, startsAt: input.startsAt, place } },
  }
})

function timesOf(input: { readonly startsAt: string; readonly endsAt: string }): Times {
  const times = { startsAt: new Date(input.startsAt), endsAt: new Date(input.endsAt) }
  const refusal = refuseTimes(times)
  if (refusal) throw conflict(refusal.reason, refusal.words)
  return times
}

type Venue = { readonly unitId: string; readonly path: string; readonly venueId: string | null }

async function requireVenue({ tx }: Scene, { unitId, path, venueId }: Venue): Promise<void> {
  if (venueId) await requireUsable(tx, { unitId, resourceId: venueId }, path)
}

type Wanted = {
  readonly unitId: string
  readonly offerId: string
  readonly path: string
  readonly times: Times
}

/** The lecturer's day, number of trips and hour, judged while nobody else can take them. */
async function takeOffer({ tx }: Scene, { unitId, offerId, path, times }: Wanted): Promise<Offer> {
  const offer = await lockOffer(tx, { unitId, id: offerId })
  // Offered to all below: a village asks those above it and itself.
  if (!offer || !path.startsWith(offer.path)) throw missing('tours.offerUnknown')
  const { lecturerName: 姓名, windows, tripsMax } = offer
  const day = dayOf(times.startsAt)
  if (!isInside(day, windows))
    throw conflict('tours.window', { 姓名, 日期: day, 日子: sayWindows(windows) })
  const trips = await findTripsOf(tx, { unitId, offerId })
  if (trips.length >= tripsMax) throw conflict('tours.full', { 姓名, 上限: tripsMax })
  const busy = trips.find((trip) => overlaps(trip, times))
  if (busy) throw conflict('tours.busy', { 姓名, 时间: dayOf(busy.startsAt), 题目: busy.topic })
  return offer
}

function lecturerOf({ id, lecturerName, lecturerRole, lecturerId }: Offer) {
  return { offerId: id, lecturerName, lecturerRole, lecturerId }
}

/** The lecturer and the hall of the pool, for these hours and nobody else. */
async function reserve({ tx, now, actor }: Scene, trip: Trip, lecturer: string | null) {
  const { unitId, id, startsAt, endsAt, topic, organizationId, venueId } = trip
  const { accountId, personId, name } = actor
  const wanted = [lecturer, venueId].flatMap((resourceId) => (resourceId ? [resourceId] : []))
  await bookAll(
    tx,
    wanted.map((resourceId) => ({
      unitId,
      resourceId,
      from: startsAt,
      until: endsAt,
      purpose: `trip:${id}`,
      title: `送课：${topic}`,
      forOrganizationId: organizationId,
      by: { id: accountId, name, personId },
      now,
    })),
  )
}

async function tell({ tx, now, actor }: Scene, trip: Trip, name: string): Promise<void> {
  const { unitId, id, path, lecturerId, startsAt, topic, place } = trip
  if (!lecturerId) return
  await sendNotice(tx, {
    unitId,
    path,
    key: `trip:${id}`,
    kind: 'tours',
    from: actor.name,
    fromId: actor.accountId,
    title: `送课：${topic}`,
    body: `请于 ${dayOf(startsAt)} 到${name}（${place}）讲“${topic}”。`,
    link: '/tours',
    personIds: [lecturerId],
    now,
  })
}
