import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { requireLive } from '../../organizations/index.ts'
import { changePartner, keepPartner, lockPartner } from '../store/partners.ts'

/** A department that runs classes with us, registered or corrected. */
export const keepPartnerFacts = act(
  contract.partners.keep,
  async ({ tx, reach }, { organizationId, partnerId, version, ...facts }) => {
    const { unitId, path } = await requireLive(tx, reach, organizationId)
    const key = { unitId, id: partnerId }
    const before = await lockPartner(tx, reach, key)
    if (before && before.version !== version) throw conflict('input.stale')
    const row = { ...facts, ...key, organizationId, path }
    const known = conflict('partners.known', { 名称: facts.name })
    if (before) await unlessBroken(changePartner(tx, before, facts), 'partners_name', known)
    else if (!(await unlessBroken(keepPartner(tx, row), 'partners_name', known)))
      throw missing('classes.partnerUnknown')
    return {
      value: {},
      place: before ?? { unitId, path },
      change: { subject: `partner:${partnerId}`, before: before ?? null, after: facts },
    }
  },
)
