import { contract } from '@zhixing/contract'
import type { Contract, Input } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import type { OwnScene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { attachFile } from '../../files/index.ts'
import { momentOf, refuseCapture, saysTheSame } from '../rules/capture.ts'
import { neededFor, showCapture, showVisit } from '../steps/speak.ts'
import { rejudge } from '../steps/rejudge.ts'
import { findMember } from '../../members/index.ts'
import { findPack } from '../store/packs.ts'
import { findRound, findStops, isVisitor } from '../store/rounds.ts'
import type { Round } from '../store/rounds.ts'
import {
  changeCapture,
  findCapture,
  findSaid,
  keepCapture,
  lockVisit,
  openVisit,
} from '../store/visits.ts'
import type { Capture, Visit } from '../store/visits.ts'

type Form = Input<Contract['outreach']['capture']>
type Told = { readonly before: Capture; readonly visit: Visit; readonly round: Round }

/**
 * One record from one phone. The phone made its id, so it may come twice, late, and in any order; what came in under
 * that id before is never overwritten unless the visitor has seen both sides.
 */
export const capture = ownAct(contract.outreach.capture, async (scene, input) => {
  const { tx, actor } = scene
  const { unitId, roundId, memberId, captureId } = input
  const round = await requireRound(scene, input)
  const before = await findCapture(tx, { unitId, captureId })
  if (!before) return keepNew(scene, input, round)
  const isSame = before.memberId === memberId && before.roundId === roundId
  const visit = await lockVisit(tx, { unitId, visitId: before.visitId })
  if (!visit || !isSame || before.personId !== actor.personId)
    throw conflict('outreach.captureTaken')
  return compare(scene, input, { before, visit, round })
})

async function requireRound({ tx, actor }: OwnScene, { unitId, roundId }: Form): Promise<Round> {
  const round = await findRound(tx, { unitId, roundId })
  if (!round || actor.unitId !== unitId || !actor.memberId) throw missing('outreach.roundUnknown')
  const mine = await isVisitor(tx, { unitId, roundId, memberId: actor.memberId })
  if (!mine) throw missing('outreach.notVisitor')
  return round
}

async function keepNew(scene: OwnScene, input: Form, round: Round) {
  const { tx, now, actor } = scene
  const { unitId, roundId, memberId, captureId, photoId } = input
  const stops = await findStops(tx, { unitId, roundId })
  const path = (await findMember(tx, ['/'], { unitId, memberId }))?.path
  if (!path || !stops.some((stop) => stop.memberId === memberId))
    throw missing('outreach.notOnRoute')
  const at = momentOf(new Date(input.at), now)
  const day = dayOf(at)
  await refuse(scene, input, { round, day })

  const visit = await openVisit(tx, { unitId, roundId, memberId, path, day })
  // The same record may have come in on another line while we waited for the visit.
  const twin = await findCapture(tx, { unitId, captureId })
  if (twin) return compare(scene, input, { before: twin, visit, round })
  const words = wordsOf(input)
  const by = { personId: actor.personId, byName: actor.name, at, receivedAt: now }
  const row = { ...by, id: captureId, unitId, visitId: visit.id, roundId, memberId, words, photoId }
  if (!(await keepCapture(tx, row))) throw conflict('outreach.captureTaken')
  if (photoId) await hang(scene, { photoId, visit })
  const { visit: kept, shown } = await rejudge({ tx, now, actor, title: round.title }, visit)
  const mine = showCapture({ ...row, revision: 0, earlier: [] }, actor.personId)
  return {
    value: { outcome: 'kept' as const, mine, visit: shown },
    place: { unitId, path },
    change: { subject: `visit:${kept.id}`, after: { captureId, day, isMet: words.isMet } },
  }
}

/** It came in before: the same is the same; anything else is shown, or replaces it once the visitor has chosen. */
async function compare(scene: OwnScene, input: Form, { before, visit, round }: Told) {
  const { tx, now, actor } = scene
  const { unitId, captureId, replaces, photoId } = input
  const place = { unitId, path: visit.path }
  const words = wordsOf(input)
  const isSame = saysTheSame(before.words, words)
  const gainsPhoto = isSame && photoId !== null && before.photoId === null
  if ((isSame && !gainsPhoto) || (!isSame && !replaces)) {
    const said = (await findSaid(tx, [visit.id]))(visit.id)
    const shown = showVisit(visit, said, {
      needed: await neededFor(tx, visit),
      personId: actor.personId,
    })
    const outcome = isSame ? ('same' as const) : ('differs' as const)
    const mine = showCapture(before, actor.personId)
    return { value: { outcome, mine, visit: shown }, place, change: 'none' as const }
  }

  if (visit.settledMet !== null && !isSame)
    throw conflict('outreach.settled', { 姓名: visit.settledBy })
  await refuse(scene, input, { round, day: visit.day })
  const next = isSame
    ? { photoId }
    : {
        words,
        photoId: photoId ?? before.photoId,
        revision: before.revision + 1,
        earlier: [...before.earlier, before.words],
      }
  await changeCapture(tx, before, next)
  if (photoId && photoId !== before.photoId) await hang(scene, { photoId, visit })
  const { shown } = await rejudge({ tx, now, actor, title: round.title }, visit)
  const mine = showCapture({ ...before, ...next }, actor.personId)
  return {
    value: { outcome: 'kept' as const, mine, visit: shown },
    place,
    change: {
      subject: `visit:${visit.id}`,
      before: { captureId, ...before.words },
      after: { captureId, ...words },
    },
  }
}

async function refuse(
  { tx }: OwnScene,
  input: Form,
  { round, day }: { readonly round: Round; readonly day: string },
): Promise<void> {
  const { unitId, packId, from, endedOn } = round
  const pack = packId ? await findPack(tx, { unitId, packId }) : undefined
  const refusal = refuseCapture(input, day, { from, endedOn, items: pack?.items ?? [] })
  if (refusal) throw conflict(refusal.reason, refusal.words)
}

async function hang(
  { tx, actor }: OwnScene,
  { photoId, visit }: { readonly photoId: string; readonly visit: Visit },
): Promise<void> {
  const { unitId, id, path } = visit
  const { accountId } = actor
  await attachFile(tx, { unitId, fileId: photoId, subject: `visit:${id}`, path, accountId })
}

function wordsOf({ isMet, delivered, minutes, note, witness }: Form) {
  return { isMet, delivered, minutes: isMet ? minutes : 0, note, witness }
}
