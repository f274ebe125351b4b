import { contract } from '@zhixing/contract'
import { shortcomingStates } from '@zhixing/contract/appraisal-words.ts'
import { act, ownAct } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { sendNotice } from '../../notices/index.ts'
import { isBranch, requireLive } from '../../organizations/index.ts'
import { requireMember } from '../steps/require.ts'
import { findBranchMembers } from '../store/people.ts'
import {
  addEntry,
  changeShortcoming,
  keepShortcoming,
  lockShortcoming,
} from '../store/shortcomings.ts'
import type { Shortcoming } from '../store/shortcomings.ts'

/** Into the list, with who mends it and until when; they are told. */
export const add = act(contract.shortcomings.add, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { organizationId, ownerId, aboutId, dueOn } = input
  const { unitId, path, kind } = await requireLive(tx, reach, organizationId)
  if (!isBranch(kind)) throw conflict('appraisal.notBranch')
  requireAhead(dueOn, now)
  await requireOwner(tx, { unitId, organizationId }, ownerId)
  if (aboutId) await requireOwner(tx, { unitId, organizationId }, aboutId)
  const id = newId()
  const made = { byId: actor.accountId, at: now }
  await keepShortcoming(tx, { ...input, unitId, id, path, state: 'open', ...made })
  await log(scene, { unitId, id }, { what: 'added', text: input.measure })
  await tell(scene, { unitId, path, id, ownerId }, `${input.text}（${dueOn} 前改完）`)
  return {
    value: { unitId, shortcomingId: id },
    place: { unitId, path },
    change: { subject: `shortcoming:${id}`, after: { ownerId, dueOn } },
  }
})

/** How far it is, told by whoever mends it. */
export const report = ownAct(contract.shortcomings.report, async (scene, input) => {
  const { tx, actor } = scene
  const { version, text, isDone, ...key } = input
  const me = requireMember(actor)
  const found = await lockShortcoming(tx, ['/'], key)
  if (!found || found.unitId !== me.unitId || found.ownerId !== me.memberId)
    throw missing('shortcomings.notMine')
  requireFresh(found, version, ['open'])
  const next = await changeShortcoming(tx, found, isDone ? { state: 'reported' } : {})
  await log(scene, found, { what: isDone ? 'done' : 'progress', text })
  return {
    value: { version: next },
    place: found,
    change: { subject: `shortcoming:${found.id}`, after: { isDone } },
  }
})

/** Looked at: struck off, or given back with what is still lacking. */
export const settle = act(contract.shortcomings.settle, async (scene, input) => {
  const { tx, now, reach } = scene
  const { version, isSettled, finding, dueOn, ...key } = input
  const found = await lockShortcoming(tx, reach, key)
  if (!found) throw missing('shortcomings.unknown')
  requireFresh(found, version, ['open', 'reported'])
  if (!isSettled && dueOn) requireAhead(dueOn, now)
  const state = isSettled ? ('settled' as const) : ('open' as const)
  const changes = isSettled ? { settledOn: dayOf(now) } : { dueOn: dueOn ?? found.dueOn }
  const next = await changeShortcoming(tx, found, { state, ...changes })
  await log(scene, found, { what: isSettled ? 'settled' : 'returned', text: finding })
  if (!isSettled) await tell(scene, found, `还要整改：${finding}`)
  return {
    value: { version: next, state },
    place: found,
    change: {
      subject: `shortcoming:${found.id}`,
      before: { state: found.state },
      after: { state },
    },
  }
})

export const extend = act(contract.shortcomings.extend, async (scene, input) => {
  const { tx, now, reach } = scene
  const { version, dueOn, ownerId, reason, ...key } = input
  const found = await lockShortcoming(tx, reach, key)
  if (!found) throw missing('shortcomings.unknown')
  requireFresh(found, version, ['open', 'reported'])
  requireAhead(dueOn, now)
  await requireOwner(tx, found, ownerId)
  const next = await changeShortcoming(tx, found, { dueOn, ownerId })
  await log(scene, found, { what: 'changed', text: `${found.dueOn} 改为 ${dueOn}：${reason}` })
  if (ownerId !== found.ownerId)
    await tell(scene, { ...found, ownerId }, `${found.text}（${dueOn} 前改完）`)
  return {
    value: { version: next },
    place: found,
    change: {
      subject: `shortcoming:${found.id}`,
      before: { dueOn: found.dueOn, ownerId: found.ownerId },
      after: { dueOn, ownerId },
    },
  }
})

function requireFresh(
  { version: kept, state }: Shortcoming,
  version: number,
  states: readonly Shortcoming['state'][],
): void {
  if (kept !== version) throw conflict('input.stale')
  if (!states.includes(state))
    throw conflict('shortcomings.state', { 状态: shortcomingStates[state] })
}

function requireAhead(dueOn: string, now: Date): void {
  const today = dayOf(now)
  if (dueOn < today) throw conflict('shortcomings.due', { 今天: today })
}

async function requireOwner(
  tx: Db,
  branch: { readonly unitId: string; readonly organizationId: string },
  memberId: string,
): Promise<void> {
  const people = await findBranchMembers(tx, branch)
  if (!people.some((one) => one.memberId === memberId)) throw missing('shortcomings.owner')
}

type Doer = Pick<Scene, 'tx' | 'now' | 'actor'>
type Named = Pick<Shortcoming, 'unitId' | 'id'>

async function log(
  { tx, now, actor }: Doer,
  { unitId, id }: Named,
  entry: {
    readonly what: 'added' | 'progress' | 'done' | 'settled' | 'returned' | 'changed'
    readonly text: string
  },
): Promise<void> {
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  await addEntry(tx, { unitId, shortcomingId: id, ...entry, ...by })
}

async function tell(
  { tx, now, actor }: Doer,
  { unitId, path, id, ownerId }: Named & Pick<Shortcoming, 'path' | 'ownerId'>,
  body: string,
): Promise<void> {
  await sendNotice(tx, {
    unitId,
    path,
    key: `shortcoming:${id}:${now.toISOString()}`,
    kind: 'appraisal',
    from: actor.name,
    fromId: actor.accountId,
    title: '请您整改一个查摆出来的问题',
    body,
    link: '/appraisal/shortcomings',
    personIds: [ownerId],
    now,
  })
}
