import { contract } from '@zhixing/contract'
import { issueStates } from '@zhixing/contract/material-words.ts'
import { act, ownAct } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { changeIssue, lockIssue } from '../store/issues.ts'
import type { Issue } from '../store/issues.ts'
import { move, writtenBy } from '../steps/require.ts'

type Form = { readonly unitId: string; readonly issueId: string; readonly version?: number }

function refuseSettled({ state, version }: Issue, form: Form): void {
  if (state !== 'sent') throw conflict('materials.settled', { 状态: issueStates[state] })
  if (form.version !== undefined && version !== form.version) throw conflict('input.stale')
}

async function requireIssue(tx: Db, form: Form) {
  const found = await lockIssue(tx, form.unitId, form.issueId)
  if (!found) throw missing('materials.issueUnknown')
  return found
}

/** The branch counts what came: that much is on its shelf, and what is missing is said. */
export const confirm = act(contract.materials.confirm, async (scene, input) => {
  const { tx, reach, actor } = scene
  const { copies: received, answer } = input
  const { issue, toPath, titleName } = await requireIssue(tx, input)
  if (!covers(reach, toPath) || issue.memberId) throw missing('materials.issueUnknown')
  refuseSettled(issue, input)
  const words = { 发出: issue.copies, 实收: received }
  if (received > issue.copies) throw conflict('materials.moreThanSent', words)
  if (received < issue.copies && answer.length < 2) throw conflict('materials.sayShort', words)
  const { unitId, titleId, toOrganizationId: organizationId, id: issueId } = issue
  const by = writtenBy(scene)
  const shelf = { unitId, titleId, organizationId, holderId: organizationId }
  const row = { ...shelf, ...by, id: newId(), kind: 'received', issueId, note: answer } as const
  if (received > 0)
    await move(tx, { ...row, delta: received }, { name: '', title: { name: titleName } })
  const receipt = { received, answer, receivedOn: by.day, receivedBy: actor.name }
  const version = await changeIssue(tx, issue, { ...receipt, state: 'received' })
  return {
    value: { version },
    place: { unitId, path: toPath },
    change: { subject: `issue:${issueId}`, after: receipt },
  }
})

/** Back to the shelf it came from, as long as nobody has confirmed it. */
export const withdraw = act(contract.materials.withdraw, async (scene, input) => {
  const { tx, reach } = scene
  const { issue, titleName } = await requireIssue(tx, input)
  if (!covers(reach, issue.path)) throw missing('materials.issueUnknown')
  refuseSettled(issue, input)
  const { unitId, titleId, organizationId, memberId, copies, id: issueId } = issue
  const by = { ...writtenBy(scene), unitId, titleId, organizationId, issueId, note: input.reason }
  const title = { name: titleName }
  const kind = 'takenBack' as const
  const back = { ...by, id: newId(), holderId: organizationId, kind, delta: copies }
  await move(tx, back, { name: '', title })
  if (memberId) {
    const held = { ...by, id: newId(), holderId: memberId, memberId, kind, delta: -copies }
    await move(tx, held, { name: '', title, isMember: true })
  }
  const changes = { state: 'withdrawn', answer: input.reason } as const
  const version = await changeIssue(tx, issue, changes)
  return {
    value: { version },
    place: issue,
    change: { subject: `issue:${issueId}`, after: changes },
  }
})

/** The member has it in hand; said once, and saying it again changes nothing. */
export const acknowledge = ownAct(contract.materials.acknowledge, async (scene, input) => {
  const { tx, now, actor } = scene
  const { issue } = await requireIssue(tx, input)
  if (!actor.memberId || issue.memberId !== actor.memberId || actor.unitId !== issue.unitId)
    throw missing('materials.issueUnknown')
  if (issue.state === 'received') return { value: {}, place: issue, change: 'none' }
  refuseSettled(issue, input)
  const receivedOn = dayOf(now)
  const receipt = { received: issue.copies, receivedOn, receivedBy: actor.name }
  await changeIssue(tx, issue, { ...receipt, state: 'received' })
  return {
    value: {},
    place: issue,
    change: { subject: `issue:${issue.id}`, after: receipt },
  }
})
