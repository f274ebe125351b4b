/**
 * Organizations: the tree, its names, and what became of it.
 * Every reach is a part of this tree; neighbours ask here where something lies, and change it through here only.
 */
import { organizationKinds } from '@zhixing/contract/words.ts'
import { dayOf } from '../../kernel/calendar.ts'
import type { Db, Reader } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { conflict, missing } from '../../kernel/problem.ts'
import type { Reach } from '../../kernel/reach.ts'
import { nobody } from '../../kernel/trace.ts'
import { snapshotOf } from './rules/history.ts'
import { adjustCounts } from './store/counts.ts'
import {
  countAll,
  findOrganization,
  keepChange,
  keepOrganization,
  lockOrganization,
} from './store/tree.ts'

export { snapshotOf } from './rules/history.ts'
export { isBranch, pathBelow } from './rules/kinds.ts'
export { termKeyOf } from './rules/setup.ts'
export { adjustCounts, countsOf } from './store/counts.ts'
export { requireRoomBelow } from './steps/require-room-below.ts'
export {
  countChildren,
  findById,
  findOrganization,
  isNameTaken,
  keepChange,
  keepOrganization,
  lockTree,
  partsOf,
  updateOrganization,
} from './store/tree.ts'

/** The organization a screen stands at, and the reach narrowed to it; refused as unknown outside the reach. */
export async function narrowTo(db: Reader, reach: Reach, organizationId: string) {
  const organization = await findOrganization(db, reach, organizationId)
  if (!organization) throw missing('organizations.unknown')
  return { organization, reach: [organization.path] }
}

/** The organization, held still for an act, with the words for its refusals; not one that is dissolved. */
export async function requireLive(tx: Db, reach: Reach, organizationId: string) {
  const organization = await lockOrganization(tx, reach, organizationId)
  if (!organization) throw missing('organizations.unknown')
  const { name, kind, dissolvedOn } = organization
  if (dissolvedOn) throw conflict('organizations.dissolved', { 日期: dissolvedOn })
  return { ...organization, words: { 名称: name, 类别: organizationKinds[kind] } }
}

/** The root of a platform on which there is no organization yet; nothing where there is one. */
export async function foundRoot(tx: Db, { name, now }: { name: string; now: Date }) {
  if ((await countAll(tx)) > 0) return undefined
  const id = newId()
  const path = `/${id}/`
  const facts = { id, unitId: id, parentId: null, path, kind: 'committee', name } as const
  await keepOrganization(tx, facts)
  await adjustCounts(tx, path, { organizations: 1 })
  const after = snapshotOf({ ...facts, sector: 'other', code: null }, null)
  const told = { organizationId: id, day: dayOf(now), what: 'founded', byId: nobody } as const
  await keepChange(tx, { ...told, after, at: now })
  return facts
}

/** Whether there is any organization yet. */
export async function isEmpty(db: Reader): Promise<boolean> {
  return (await countAll(db)) === 0
}
