import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import { organizationKinds } from '@zhixing/contract/words.ts'
import { faultOfEmployerCode } from '../rules/employer-code.ts'
import { snapshotOf } from '../rules/history.ts'
import { isBranch, kindWords, refuseChild, refuseNewKind } from '../rules/kinds.ts'
import { adjustCounts, countsOf } from '../store/counts.ts'
import {
  countChildren,
  findById,
  isNameTaken,
  keepChange,
  lockOrganization,
  updateOrganization,
} from '../store/tree.ts'

/** Everything said of an organization, in one form; what it was stays in its history. */
export const change = act(
  contract.organizations.change,
  async ({ tx, now, actor, reach }, { organizationId, version, reason = '', ...facts }) => {
    const before = await lockOrganization(tx, reach, organizationId)
    if (!before) throw missing('organizations.unknown')
    if (before.version !== version) throw conflict('input.stale')
    if (before.dissolvedOn) throw conflict('organizations.dissolved', { 日期: before.dissolvedOn })
    const after = { ...before, ...facts }
    const parent = before.parentId ? await findById(tx, before.parentId) : undefined
    if (before.kind !== after.kind) await refuseKind(tx, { before, parent, kind: after.kind })
    await refuseWords(tx, { ...after, parent })

    const isCodeTaken = conflict('organizations.codeTaken', { 代码: after.code ?? '' })
    const keeping = updateOrganization(tx, organizationId, facts)
    await unlessBroken(keeping, 'organizations_code_once', isCodeTaken)
    const branches = Number(isBranch(after.kind)) - Number(isBranch(before.kind))
    await adjustCounts(tx, before.path, { branches })

    const what = before.name === after.name ? 'changed' : 'renamed'
    const [was, is] = [before, after].map((one) => snapshotOf(one, parent?.name ?? null))
    const by = { byId: actor.accountId, at: now, reason }
    await keepChange(tx, { organizationId, what, day: dayOf(now), before: was, after: is, ...by })
    return {
      value: { version: version + 1 },
      place: before,
      change: { subject: `organization:${organizationId}`, before, after: facts },
    }
  },
)

type Parent = Awaited<ReturnType<typeof findById>>
type Tx = Parameters<typeof findById>[0] & Parameters<typeof isNameTaken>[0]
type Kinded = NonNullable<Parent>

async function refuseKind(
  tx: Tx,
  { before, parent, kind }: { before: Kinded; parent: Parent; kind: Kinded['kind'] },
): Promise<void> {
  const isWrongHere = parent && refuseChild(parent, kind)
  if (parent && isWrongHere) throw conflict(isWrongHere, kindWords(parent.kind, kind))
  const { members } = await countsOf(tx, before.id)
  const isInUse = members > 0 || (await countChildren(tx, before.id)) > 0
  const refusal = refuseNewKind({ kind: before.kind, isInUse }, kind)
  const words = { 原类别: organizationKinds[before.kind], 新类别: organizationKinds[kind] }
  if (refusal) throw conflict(refusal, words)
}

async function refuseWords(
  tx: Tx,
  facts: { id: string; name: string; employerCode: string | null; parent: Parent },
): Promise<void> {
  const { id: exceptId, name, employerCode, parent } = facts
  const fault = employerCode && faultOfEmployerCode(employerCode)
  if (fault) throw conflict('organizations.employerCode', { 代码: employerCode, 原因: fault })
  if (parent && (await isNameTaken(tx, { parentId: parent.id, name, exceptId })))
    throw conflict('organizations.nameTaken', { 上级: parent.name, 名称: name })
}
