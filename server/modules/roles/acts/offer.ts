import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { isBranch, requireLive } from '../../organizations/index.ts'
import { keepPost } from '../store.ts'

/** A task that a branch offers to those who hold no post. */
export const offer = act(
  contract.roles.offer,
  async ({ tx, now, actor, reach }, { organizationId, ...facts }) => {
    const organization = await requireLive(tx, reach, organizationId)
    const { unitId, path, kind } = organization
    if (!isBranch(kind)) throw conflict('roles.branch', organization.words)
    const id = newId()
    const row = { unitId, id, organizationId, path, ...facts, byId: actor.accountId, at: now }
    if (!(await keepPost(tx, row))) throw conflict('roles.known', { 名称: facts.title })
    return {
      value: { unitId, postId: id },
      place: organization,
      change: { subject: `voluntaryPost:${id}`, after: { organizationId, ...facts } },
    }
  },
)
