import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import {
  adjustCounts,
  countChildren,
  isBranch,
  keepChange,
  lockTree,
  requireLive,
  snapshotOf,
  updateOrganization,
} from '../../organizations/index.ts'
import { rehost } from '../../floating/index.ts'
import { countOpenAt } from '../../procedures/index.ts'
import { refuseDissolution, refuseEnding } from '../rules.ts'
import { endOffices, lockMembers } from '../store.ts'

/** Only what is empty is dissolved; it stays in the history and is seen on the days when it existed. */
export const dissolve = act(
  contract.restructuring.dissolve,
  async ({ tx, now, actor, reach }, { organizationId, version, reason }) => {
    const { unitId } = await requireLive(tx, reach, organizationId)
    await lockTree(tx, unitId)
    const before = await requireLive(tx, reach, organizationId)
    if (before.version !== version) throw conflict('input.stale')
    if (before.parentId === null || before.id === unitId) throw conflict('organizations.root')
    const members = (await lockMembers(tx, before)).length
    const children = await countChildren(tx, organizationId)
    const refusal =
      refuseDissolution(before, { members, children }) ??
      refuseEnding(before, await countOpenAt(tx, organizationId))
    if (refusal) throw conflict(refusal.reason, refusal.words)

    const day = dayOf(now)
    await endOffices(tx, before, day)
    await rehost(tx, organizationId, { into: null, on: day })
    await updateOrganization(tx, organizationId, { dissolvedOn: day })
    const branches = isBranch(before.kind) ? -1 : 0
    await adjustCounts(tx, before.path, { branches, organizations: -1 })
    const by = { byId: actor.accountId, at: now, reason, day }
    const snapshot = snapshotOf(before, null)
    await keepChange(tx, { ...by, organizationId, what: 'dissolved', before: snapshot })
    return {
      value: {},
      place: before,
      change: {
        subject: `organization:${organizationId}`,
        before: { dissolvedOn: null },
        after: { dissolvedOn: day, reason },
      },
    }
  },
)
