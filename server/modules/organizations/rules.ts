import type { OrganizationKind, Reason } from '@zhixing/contract'

export type Parent = { readonly kind: OrganizationKind }

const branches: ReadonlySet<OrganizationKind> = new Set([
  'branch',
  'jointBranch',
  'temporaryBranch',
])

/** Members belong to branches; nothing but groups lies below one. */
export function isBranch(kind: OrganizationKind): boolean {
  return branches.has(kind)
}

/** Why such an organization may not be founded below this one, or nothing if it may. */
export function refuseChild(parent: Parent, kind: OrganizationKind): Reason | undefined {
  if (parent.kind === 'group') return 'organizations.leaf'
  return isBranch(parent.kind) === (kind === 'group') ? undefined : 'organizations.leaf'
}

export function pathBelow(parentPath: string, id: string): string {
  return `${parentPath}${id}/`
}
