import { contract } from '@zhixing/contract'
import type { Input } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { sendNotice } from '../../notices/index.ts'
import { findPeople, findPlaces, keepIssue } from '../store/issues.ts'
import { move, requireShelf, writtenBy } from '../steps/require.ts'

type Recipients = Input<typeof contract.materials.issue>['recipients']
type Sending = Awaited<ReturnType<typeof requireShelf>>
type Receiver = {
  readonly holderId: string
  readonly memberId: string | null
  readonly toOrganizationId: string
  readonly name: string
  readonly copies: number
}

/** From the shelf here to organizations and members; each has a receipt of its own to give. */
export const issue = act(contract.materials.issue, async (scene, input) => {
  const { formId, recipients, note } = input
  const from = await requireShelf(scene, input)
  const { unitId, path } = from.at
  const receivers = await requireReceivers(scene, from, recipients)
  let [issued, copies] = [0, 0]
  for (const one of receivers)
    if (await send(scene, from, { ...one, formId, note })) {
      issued += 1
      copies += one.copies
    }
  if (issued > 0) await tellMembers(scene, from, { formId, receivers })
  const value = { issued, copies }
  const after = { ...value, to: receivers.map(({ name }) => name).slice(0, 50), note }
  return {
    value: {
      issued: receivers.length,
      copies: receivers.reduce((sum, one) => sum + one.copies, 0),
    },
    place: { unitId, path },
    change: issued > 0 ? { subject: `title:${input.titleId}`, after } : 'none',
  }
})

async function requireReceivers(
  { tx }: Scene,
  { at }: Sending,
  recipients: Recipients,
): Promise<Receiver[]> {
  if (recipients.some((one) => !one.organizationId === !one.memberId))
    throw conflict('materials.recipient')
  const placeIds = recipients.flatMap(({ organizationId }) => organizationId ?? [])
  const memberIds = recipients.flatMap(({ memberId }) => memberId ?? [])
  const places = await findPlaces(tx, at.unitId, placeIds)
  const people = await findPeople(tx, at.unitId, memberIds)
  const receivers = recipients.map(({ organizationId = '', memberId = '', copies }) => {
    const place = places.get(organizationId)
    const person = people.get(memberId)
    // Down to whoever is below, and back up to whoever it came from.
    const isNear = place && (covers([at.path], place.path) || at.path.startsWith(place.path))
    if (isNear)
      return {
        holderId: place.id,
        memberId: null,
        toOrganizationId: place.id,
        name: place.name,
        copies,
      }
    if (person && !person.leftOn && covers([at.path], person.path))
      return { holderId: memberId, memberId, toOrganizationId: at.id, name: person.name, copies }
    throw missing('materials.recipientUnknown')
  })
  if (receivers.some(({ holderId }) => holderId === at.id)) throw conflict('materials.oneself')
  const seen = new Set<string>()
  for (const { holderId, name } of receivers) {
    if (seen.has(holderId)) throw conflict('materials.recipientTwice', { 名称: name })
    seen.add(holderId)
  }
  // Always in one order, so that two who issue at once do not wait for each other.
  return receivers.toSorted((one, other) => one.holderId.localeCompare(other.holderId))
}

type Sent = Receiver & { readonly formId: string; readonly note: string }

/** Whether it is new. */
async function send(scene: Scene, { at, title, shelf }: Sending, sent: Sent): Promise<boolean> {
  const { tx } = scene
  const { name, ...receiver } = sent
  const { unitId, path, id: organizationId } = at
  const { day, ...by } = writtenBy(scene)
  const issueId = newId()
  const own = { unitId, titleId: title.id, ...by }
  const row = { ...receiver, ...own, id: issueId, organizationId, path, on: day }
  if (!(await keepIssue(tx, row))) return false
  const { memberId, copies } = sent
  const told = { ...own, ...shelf, issueId, day, id: newId(), note: name }
  const kind = memberId ? ('handed' as const) : ('sent' as const)
  await move(tx, { ...told, kind, delta: -copies }, { name: at.name, title })
  if (memberId) {
    const held = { ...told, id: newId(), holderId: memberId, memberId, kind, note: '' }
    await move(tx, { ...held, delta: copies }, { name, title, isMember: true })
  }
  return true
}

async function tellMembers(
  { tx, actor, now }: Scene,
  { at, title }: Sending,
  { formId, receivers }: { readonly formId: string; readonly receivers: readonly Receiver[] },
): Promise<void> {
  const personIds = receivers.flatMap(({ memberId }) => memberId ?? [])
  if (personIds.length === 0) return
  await sendNotice(tx, {
    unitId: at.unitId,
    path: at.path,
    key: `materials:${formId}`,
    kind: 'materials',
    from: at.name,
    fromId: actor.accountId,
    title: `发给您《${title.name}》`,
    body: `${at.name}发给您《${title.name}》，收到后请在“发给我的书”里确认。`,
    link: '/materials',
    personIds,
    now,
  })
}
