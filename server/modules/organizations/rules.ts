import type { OrganizationKind, Reason } from '@zhixing/contract'

export type Parent = { readonly kind: OrganizationKind }

/** Why nothing may be founded below this organization, or nothing if it may. */
export function refuseChild(parent: Parent): Reason | undefined {
  return parent.kind === 'branch' ? 'organizations.leaf' : undefined
}

export function pathBelow(parentPath: string, id: string): string {
  return `${parentPath}${id}/`
}
