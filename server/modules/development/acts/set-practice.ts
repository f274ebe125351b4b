import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { requireLive } from '../../organizations/index.ts'
import { keepPractice } from '../store/quotas.ts'

/** How it is done here and below, until a lower one says its own. */
export const setPractice = act(contract.development.setPractice, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { organizationId, version, ...said } = input
  const { unitId, path } = await requireLive(tx, reach, organizationId)
  const by = { byId: actor.accountId, at: now }
  if (!(await keepPractice(tx, { ...said, ...by, unitId, organizationId, version })))
    throw conflict('input.stale')
  return {
    value: { version: version + 1 },
    place: { unitId, path },
    change: { subject: `organization:${organizationId}`, after: said },
  }
})
