import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { requireLive } from '../../organizations/index.ts'
import { keepQuota } from '../store/quotas.ts'

/** How many may be admitted in a year, here and below; none is set, none is counted. */
export const setQuota = act(contract.development.setQuota, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { organizationId, year, version, persons, targets } = input
  const { unitId, path } = await requireLive(tx, reach, organizationId)
  const by = { byId: actor.accountId, at: now }
  if (!(await keepQuota(tx, { unitId, organizationId, year, version, persons, targets, ...by })))
    throw conflict('input.stale')
  return {
    value: { version: version + 1 },
    place: { unitId, path },
    change: { subject: `organization:${organizationId}`, after: { year, persons, ...targets } },
  }
})
