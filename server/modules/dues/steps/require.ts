import type { Actor } from '../../../kernel/caller.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { isBranch, requireLive } from '../../organizations/index.ts'
import type { By } from '../store/entries.ts'
import { lockPeople } from '../store/people.ts'

type Scene = { readonly tx: Db; readonly reach: Reach }

export function byOf({ actor, now }: { readonly actor: Actor; readonly now: Date }): By {
  return { byId: actor.accountId, byName: actor.name, at: now }
}

/** A branch, held still; dues are fixed, paid and published there. */
export async function requireBranch({ tx, reach }: Scene, organizationId: string) {
  const organization = await requireLive(tx, reach, organizationId)
  const { kind, name } = organization
  if (!isBranch(kind)) throw conflict('dues.branchOnly', { 名称: name })
  return organization
}

/** Members within the reach, held still; refused when one of them is not there. */
export async function requirePeople(
  { tx, reach }: Scene,
  { unitId, memberIds }: { readonly unitId: string; readonly memberIds: readonly string[] },
) {
  const ids = [...new Set(memberIds)]
  const people = await lockPeople(tx, reach, { unitId, memberIds: ids })
  if (people.length < ids.length) throw missing('dues.memberUnknown')
  return people
}
