import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import {
  adjustCounts,
  isBranch,
  keepChange,
  lockTree,
  requireLive,
  snapshotOf,
  updateOrganization,
} from '../../organizations/index.ts'
import { rehost } from '../../floating/index.ts'
import { countOpenAt } from '../../procedures/index.ts'
import { refuseEnding, refuseMerger, refuseRestructuring } from '../rules.ts'
import { endOffices, findGroups, lockMembers, moveMembers } from '../store.ts'

/** One branch goes up in another: its members move, its groups and offices end, its name stays in the history. */
export const merge = act(
  contract.restructuring.merge,
  async ({ tx, now, actor, reach }, { organizationId, intoId, version, reason }) => {
    const found = await requireLive(tx, reach, organizationId)
    await lockTree(tx, found.unitId)
    const branch = await requireLive(tx, reach, organizationId)
    const into = await requireLive(tx, reach, intoId)
    if (branch.version !== version) throw conflict('input.stale')
    const refusal =
      refuseRestructuring(branch, isBranch(branch.kind)) ??
      refuseRestructuring(into, isBranch(into.kind)) ??
      refuseMerger(branch, into) ??
      refuseEnding(branch, await countOpenAt(tx, organizationId))
    if (refusal) throw conflict(refusal.reason, refusal.words)

    const [day, { unitId }] = [dayOf(now), branch]
    const people = await lockMembers(tx, branch)
    const memberIds = people.map(({ id }) => id)
    await moveMembers(tx, { unitId, memberIds }, { into: intoId, on: day, how: 'merged' })
    await endOffices(tx, branch, day)
    await rehost(tx, organizationId, { into, on: day })
    for (const group of await findGroups(tx, organizationId)) {
      await updateOrganization(tx, group.id, { dissolvedOn: day })
      await adjustCounts(tx, group.path, { organizations: -1 })
    }
    await updateOrganization(tx, organizationId, { dissolvedOn: day })

    const members = people.length
    const probationary = people.filter(({ stage }) => stage === 'probationary').length
    const gone = { members: -members, probationary: -probationary, branches: -1, organizations: -1 }
    await adjustCounts(tx, branch.path, gone)
    await adjustCounts(tx, into.path, { members, probationary })

    const by = { byId: actor.accountId, at: now, reason, day }
    const before = snapshotOf(branch, null)
    await keepChange(tx, {
      ...by,
      organizationId,
      what: 'mergedInto',
      before,
      otherName: into.name,
    })
    await keepChange(tx, { ...by, organizationId: intoId, what: 'merged', otherName: branch.name })
    return {
      value: { moved: members },
      place: into,
      change: {
        subject: `organization:${organizationId}`,
        before: { name: branch.name, members },
        after: { mergedInto: intoId, reason },
      },
    }
  },
)
