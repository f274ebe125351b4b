/**
 * Organizations: the tree, its names, and what became of it.
 * Every reach is a part of this tree; neighbours ask here where something lies.
 */
import type { Reader } from '../../kernel/db.ts'
import { missing } from '../../kernel/problem.ts'
import type { Reach } from '../../kernel/reach.ts'
import { findOrganization } from './store/tree.ts'

export { snapshotOf } from './rules/history.ts'
export { isBranch } from './rules/kinds.ts'
export { adjustCounts } from './store/counts.ts'
export type { CountDelta } from './store/counts.ts'
export { findOrganization } from './store/tree.ts'

/** The organization a screen stands at, and the reach narrowed to it; refused as unknown outside the reach. */
export async function narrowTo(db: Reader, reach: Reach, organizationId: string) {
  const organization = await findOrganization(db, reach, organizationId)
  if (!organization) throw missing('organizations.unknown')
  return { organization, reach: [organization.path] }
}
