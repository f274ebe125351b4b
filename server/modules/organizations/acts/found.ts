import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import { faultOfEmployerCode } from '../rules/employer-code.ts'
import { snapshotOf } from '../rules/history.ts'
import { isBranch, kindWords, pathBelow, refuseChild } from '../rules/kinds.ts'
import { requireRoomBelow } from '../steps/require-room-below.ts'
import { adjustCounts } from '../store/counts.ts'
import { isNameTaken, keepChange, keepOrganization, lockOrganization } from '../store/tree.ts'

/** What is taken where nothing was said. */
const unsaid = { sector: 'other', code: null } as const

export const found = act(
  contract.organizations.found,
  async ({ tx, now, actor, reach }, { parentId, name, kind, reason = '', ...facts }) => {
    const parent = await lockOrganization(tx, reach, parentId)
    if (!parent) throw missing('organizations.unknown')
    if (parent.dissolvedOn) throw conflict('organizations.dissolved', { 日期: parent.dissolvedOn })
    const refusal = refuseChild(parent, kind)
    if (refusal) throw conflict(refusal, kindWords(parent.kind, kind))
    await requireRoomBelow(tx, parent)

    const id = newId()
    const path = pathBelow(parent.path, id)
    const { unitId } = parent
    const founded = { ...facts, id, unitId, parentId, path, kind, name }
    const fault = facts.employerCode && faultOfEmployerCode(facts.employerCode)
    if (fault)
      throw conflict('organizations.employerCode', { 代码: facts.employerCode ?? '', 原因: fault })
    if (await isNameTaken(tx, { parentId, name }))
      throw conflict('organizations.nameTaken', { 上级: parent.name, 名称: name })
    const isCodeTaken = conflict('organizations.codeTaken', { 代码: facts.code ?? '' })
    await unlessBroken(keepOrganization(tx, founded), 'organizations_code_once', isCodeTaken)
    await adjustCounts(tx, path, { organizations: 1, branches: isBranch(kind) ? 1 : 0 })

    const after = snapshotOf({ ...unsaid, ...founded }, parent.name)
    const day = facts.foundedOn ?? dayOf(now)
    const by = { byId: actor.accountId, at: now, reason }
    await keepChange(tx, { organizationId: id, what: 'founded', day, after, ...by })
    return {
      value: { organizationId: id },
      place: founded,
      change: { subject: `organization:${id}`, after: founded },
    }
  },
)
