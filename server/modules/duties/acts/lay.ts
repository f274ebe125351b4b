import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { requireLive } from '../../organizations/index.ts'
import { binds, isKnown, levelOf } from '../rules/holding.ts'
import { findBound, findTemplates } from '../catalogue/find.ts'
import { keepTemplate } from '../store.ts'

/** A duty for everything at and below an organization that it fits. */
export const lay = act(
  contract.duties.lay,
  async ({ tx, now, actor, reach }, { organizationId, ...terms }) => {
    const organization = await requireLive(tx, reach, organizationId)
    if (!levelOf(organization.kind)) throw conflict('duties.level', organization.words)
    const { path } = organization
    const wish = { ...terms, path, until: null }
    if (isKnown(wish, await findTemplates(tx, path)))
      throw conflict('duties.known', { 名称: terms.title })

    const row = { ...wish, id: newId(), organizationId, byId: actor.accountId, at: now }
    await keepTemplate(tx, row)
    const bound = (await findBound(tx, { path })).filter((one) => binds(row, one))
    return {
      value: { templateId: row.id, binds: bound.length },
      place: organization,
      change: { subject: `dutyTemplate:${row.id}`, after: { organizationId, ...terms } },
    }
  },
)
