import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { parentOf } from '../../../kernel/reach.ts'
import {
  adjustCounts,
  findById,
  isBranch,
  isNameTaken,
  keepChange,
  keepOrganization,
  lockTree,
  pathBelow,
  requireLive,
  requireRoomBelow,
  snapshotOf,
  updateOrganization,
} from '../../organizations/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { refuseRestructuring, refuseSplit } from '../rules.ts'
import { endPostsOf, lockMembers, moveMembers } from '../store.ts'

/** Some members of a branch become a branch of their own beside it. */
export const split = act(
  contract.restructuring.split,
  async ({ tx, now, actor, reach }, { organizationId, version, name, memberIds, reason }) => {
    const { unitId } = await requireLive(tx, reach, organizationId)
    await lockTree(tx, unitId)
    const branch = await requireLive(tx, reach, organizationId)
    if (branch.version !== version) throw conflict('input.stale')
    const refusal = refuseRestructuring(branch, isBranch(branch.kind))
    if (refusal) throw conflict(refusal.reason, refusal.words)
    const parent = await findById(tx, branch.parentId ?? '')
    if (!parent) throw conflict('organizations.root')
    await requireRoomBelow(tx, parent)
    if (await isNameTaken(tx, { parentId: parent.id, name }))
      throw conflict('organizations.nameTaken', { 上级: parent.name, 名称: name })

    const day = dayOf(now)
    const people = await lockMembers(tx, branch)
    const chosen = new Set(memberIds)
    const going = people.filter(({ id }) => chosen.has(id))
    if (going.length < chosen.size) {
      const words = { 名称: branch.name, 人数: chosen.size - going.length }
      throw conflict('restructuring.strangers', words)
    }
    const staying = people.filter(({ id }) => !chosen.has(id))
    const least = await ruleAt(tx, 'branch.min_full_members', { path: branch.path, day })
    const sides = [sideOf(name, going), sideOf(branch.name, staying)]
    const unfit = refuseSplit(sides, least)
    if (unfit) throw conflict(unfit.reason, unfit.words)

    const id = newId()
    const path = pathBelow(parentOf(branch.path), id)
    const { parentId, sector, tier } = branch
    const made = { id, unitId, parentId, path, name, kind: 'branch', sector, tier } as const
    await keepOrganization(tx, { ...made, foundedOn: day })
    await updateOrganization(tx, organizationId, {})
    const ids = going.map((one) => one.id)
    await moveMembers(tx, { unitId, memberIds: ids }, { into: id, on: day, how: 'moved' })
    await endPostsOf(tx, branch, { memberIds: ids, on: day })

    const members = going.length
    const probationary = going.filter(({ stage }) => stage === 'probationary').length
    await adjustCounts(tx, branch.path, { members: -members, probationary: -probationary })
    await adjustCounts(tx, path, { members, probationary, branches: 1, organizations: 1 })
    const by = { byId: actor.accountId, at: now, reason, day }
    const after = snapshotOf({ ...made, code: null }, parent.name)
    const [born, parted] = [{ organizationId: id, after }, { organizationId }]
    await keepChange(tx, { ...by, ...born, what: 'splitFrom', otherName: branch.name })
    await keepChange(tx, { ...by, ...parted, what: 'split', otherName: name })
    return {
      value: { organizationId: id, moved: members },
      place: made,
      change: { subject: `organization:${id}`, after: { ...made, from: organizationId, reason } },
    }
  },
)

function sideOf(name: string, people: readonly { stage: 'full' | 'probationary' }[]) {
  return { name, full: people.filter(({ stage }) => stage === 'full').length }
}
