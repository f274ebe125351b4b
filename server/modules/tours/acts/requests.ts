import { contract } from '@zhixing/contract'
import { requestStates } from '@zhixing/contract/tour-words.ts'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { findMembersOf } from '../../members/index.ts'
import { requireLive } from '../../organizations/index.ts'
import { requireUsable } from '../../resources/index.ts'
import {
  endOffer,
  keepOffer,
  keepRequest,
  keepSeries,
  lockOffer,
  lockRequest,
  setRequestState,
} from '../store/requests.ts'

export const request = act(contract.tours.request, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { organizationId, ...facts } = input
  const { unitId, path } = await requireLive(tx, reach, organizationId)
  const id = newId()
  const by = { byId: actor.accountId, at: now }
  const kept = await keepRequest(tx, { ...facts, ...by, id, unitId, organizationId, path })
  return {
    value: { unitId, requestId: kept ?? id },
    place: { unitId, path },
    change: kept === id ? { subject: `lesson-request:${id}`, after: facts } : 'none',
  }
})

export const withdrawRequest = act(contract.tours.withdrawRequest, async (scene, input) => {
  const { tx, reach } = scene
  const { unitId, requestId: id } = input
  const found = await lockRequest(tx, reach, { unitId, id })
  if (!found) throw missing('tours.requestUnknown')
  if (found.state !== 'open')
    throw conflict('tours.requestTaken', { 状态: requestStates[found.state] })
  await setRequestState(tx, { unitId, id }, 'withdrawn')
  return {
    value: {},
    place: found,
    change: { subject: `lesson-request:${id}`, after: { state: 'withdrawn' } },
  }
})

/** For all below: whoever is there may ask for them on the days that are named. */
export const offer = act(contract.tours.offer, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { organizationId, ...facts } = input
  const { unitId, path } = await requireLive(tx, reach, organizationId)
  if (facts.lecturerId) {
    const memberIds = [facts.lecturerId]
    const [person] = await findMembersOf(tx, reach, { unitId, memberIds })
    if (!person) throw missing('tours.lecturerUnknown')
  }
  // Whether they have time is asked at each booking.
  if (facts.resourceId) await requireUsable(tx, { unitId, resourceId: facts.resourceId }, path)
  const id = newId()
  const by = { byId: actor.accountId, at: now }
  const kept = await keepOffer(tx, { ...facts, ...by, id, unitId, organizationId, path })
  return {
    value: { unitId, offerId: kept ?? id },
    place: { unitId, path },
    change: kept === id ? { subject: `lesson-offer:${id}`, after: facts } : 'none',
  }
})

export const withdrawOffer = act(contract.tours.withdrawOffer, async (scene, input) => {
  const { tx, now, reach } = scene
  const { unitId, offerId: id } = input
  const found = await lockOffer(tx, { unitId, id })
  if (!found || !covers(reach, found.path)) throw missing('tours.offerUnknown')
  const withdrawnOn = dayOf(now)
  await endOffer(tx, { unitId, id }, withdrawnOn)
  return {
    value: {},
    place: found,
    change: { subject: `lesson-offer:${id}`, after: { withdrawnOn } },
  }
})

export const startSeries = act(contract.tours.startSeries, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { organizationId, ...facts } = input
  if (facts.until < facts.from) throw conflict('tours.days')
  const { unitId, path } = await requireLive(tx, reach, organizationId)
  const id = newId()
  const by = { byId: actor.accountId, at: now }
  const kept = await keepSeries(tx, { ...facts, ...by, id, unitId, organizationId, path })
  return {
    value: { unitId, seriesId: kept ?? id },
    place: { unitId, path },
    change: kept === id ? { subject: `series:${id}`, after: facts } : 'none',
  }
})
