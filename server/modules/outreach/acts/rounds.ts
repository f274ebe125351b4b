import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { findMembersOf } from '../../members/index.ts'
import { requireLive } from '../../organizations/index.ts'
import { findPack } from '../store/packs.ts'
import { beginRound, findExcused } from '../steps/begin-round.ts'
import { changeRound, findStops, keepStops, lockRound } from '../store/rounds.ts'

type Named = { readonly unitId: string; readonly memberIds: readonly string[] }

export const planRound = act(contract.outreach.planRound, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { organizationId, formId, title, from, until, packId } = input
  const { unitId, path } = await requireLive(tx, reach, organizationId)
  const today = dayOf(now)
  if (until < from || until < today) throw conflict('outreach.days', { 今天: today })
  const pack = packId ? await findPack(tx, { unitId, packId }) : undefined
  // A pack of those above may be carried by those below.
  if (packId && (!pack || pack.endedOn || !sharesWay(pack.path, path)))
    throw missing('outreach.packUnknown')
  const people = await requireExcused(scene, { unitId, memberIds: input.memberIds }, [path])
  const visitors = await findMembersOf(tx, reach, { unitId, memberIds: input.visitorIds })
  const unknown = new Set(input.visitorIds).size - visitors.length
  if (unknown > 0) throw conflict('outreach.visitorUnknown', { 人数: unknown })

  const facts = { unitId, organizationId, path, formId, title, from, until, packId }
  const { roundId, isNew } = await beginRound(tx, {
    ...facts,
    memberIds: people.map(({ memberId }) => memberId),
    visitors,
    by: actor,
    now,
  })
  return {
    value: { unitId, roundId },
    place: { unitId, path },
    change: isNew
      ? { subject: `round:${roundId}`, after: { title, from, until, people: people.length } }
      : 'none',
  }
})

/** The route anew, in the order given; the form must have seen the last one. */
export const arrange = act(contract.outreach.arrange, async (scene, input) => {
  const { tx, now } = scene
  const round = await requireOpen(scene, input)
  if (round.version !== input.version) throw conflict('input.stale')
  const { unitId, path, id: roundId } = round
  const known = new Set((await findStops(tx, { unitId, roundId })).map(({ memberId }) => memberId))
  const fresh = input.stops.map(({ memberId }) => memberId).filter((one) => !known.has(one))
  await requireExcused(scene, { unitId, memberIds: fresh }, [path])
  const stops = [...new Map(input.stops.map((stop) => [stop.memberId, stop])).values()]
  await keepStops(tx, { unitId, roundId }, { stops, today: dayOf(now) })
  const version = await changeRound(tx, round, {})
  return {
    value: { version },
    place: round,
    change: { subject: `round:${roundId}`, after: { stops } },
  }
})

export const markPacked = act(contract.outreach.markPacked, async (scene, input) => {
  const round = await requireOpen(scene, input)
  const packedOn = round.packedOn ?? dayOf(scene.now)
  if (!round.packedOn) await changeRound(scene.tx, round, { packedOn, packedBy: scene.actor.name })
  return {
    value: { packedOn },
    place: round,
    change: round.packedOn ? 'none' : { subject: `round:${round.id}`, after: { packedOn } },
  }
})

export const endRound = act(contract.outreach.endRound, async (scene, input) => {
  const { tx, now } = scene
  const round = await requireOpen(scene, input)
  const endedOn = dayOf(now)
  await changeRound(tx, round, { endedOn })
  return {
    value: {},
    place: round,
    change: { subject: `round:${round.id}`, after: { endedOn } },
  }
})

async function requireOpen(
  { tx, reach }: Scene,
  { unitId, roundId }: { readonly unitId: string; readonly roundId: string },
) {
  const round = await lockRound(tx, reach, { unitId, roundId })
  if (!round) throw missing('outreach.roundUnknown')
  if (round.endedOn) throw conflict('outreach.ended', { 日期: round.endedOn })
  return round
}

/** Only those whom article 23 excuses are on the list, and only from here. */
async function requireExcused({ tx, now }: Scene, { unitId, memberIds }: Named, from: string[]) {
  if (memberIds.length === 0) return []
  const people = await findExcused(tx, from, { unitId, memberIds, now })
  const strangers = new Set(memberIds).size - people.length
  if (strangers > 0) throw conflict('outreach.notExcused', { 人数: strangers })
  return people
}

function sharesWay(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one)
}
