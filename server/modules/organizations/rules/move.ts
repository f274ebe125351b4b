import type { OrganizationKind, Reason } from '@zhixing/contract'
import { refuseChild } from './kinds.ts'

type Node = {
  readonly id: string
  readonly unitId: string
  readonly parentId: string | null
  readonly path: string
  readonly kind: OrganizationKind
  readonly dissolvedOn: string | null
}

/** Why an organization may not go below another, or nothing if it may. */
export function refuseMove(one: Node, parent: Node): Reason | undefined {
  if (one.parentId === null || one.id === one.unitId) return 'organizations.root'
  if (one.dissolvedOn || parent.dissolvedOn) return 'organizations.dissolved'
  if (parent.path.startsWith(one.path)) return 'organizations.below'
  if (one.parentId === parent.id) return 'organizations.same'
  if (one.unitId !== parent.unitId) return 'organizations.otherUnit'
  return refuseChild(parent, one.kind)
}
