import type { OrganizationKind, Reason } from '@zhixing/contract'
import { organizationKinds } from '@zhixing/contract/words.ts'

export const branchKinds = [
  'branch',
  'jointBranch',
  'temporaryBranch',
  'temporaryJointBranch',
] as const
const generalBranches = ['generalBranch', 'temporaryGeneralBranch'] as const
const committees = ['committee', 'temporaryCommittee'] as const
const leading = ['workCommittee', 'agencyCommittee', 'leadingGroup'] as const

const isABranch: ReadonlySet<OrganizationKind> = new Set(branchKinds)

/** Members belong to branches; nothing but groups lies below one. */
export function isBranch(kind: OrganizationKind): boolean {
  return isABranch.has(kind)
}

export function isTemporary(kind: OrganizationKind): boolean {
  return kind.startsWith('temporary')
}

/** So many may lie right below one organization: boards show one line for each of them. */
export const childrenMax = 500

/** What may lie directly below each kind. */
const below: Readonly<Record<OrganizationKind, readonly OrganizationKind[]>> = {
  committee: [...leading, ...committees, ...generalBranches, ...branchKinds],
  temporaryCommittee: [...committees, ...generalBranches, ...branchKinds],
  workCommittee: [...leading, ...committees, ...generalBranches, ...branchKinds],
  agencyCommittee: ['leadingGroup', ...committees, ...generalBranches, ...branchKinds],
  leadingGroup: [...committees, ...generalBranches, ...branchKinds],
  generalBranch: branchKinds,
  temporaryGeneralBranch: branchKinds,
  branch: ['group'],
  jointBranch: ['group'],
  temporaryBranch: ['group'],
  temporaryJointBranch: ['group'],
  group: [],
}

export function childKindsOf(kind: OrganizationKind): readonly OrganizationKind[] {
  return below[kind]
}

/** Why such an organization may not lie below this one, or nothing if it may. */
export function refuseChild(
  parent: { readonly kind: OrganizationKind },
  kind: OrganizationKind,
): Reason | undefined {
  if (below[parent.kind].includes(kind)) return undefined
  return isBranch(parent.kind) || parent.kind === 'group'
    ? 'organizations.leaf'
    : 'organizations.kind'
}

/** Who may change into what once members or organizations hang on it: only what holds the same. */
export function refuseNewKind(
  one: { readonly kind: OrganizationKind; readonly isInUse: boolean },
  kind: OrganizationKind,
): Reason | undefined {
  const isOfOneSort =
    isBranch(one.kind) === isBranch(kind) && one.kind !== 'group' && kind !== 'group'
  return one.kind === kind || !one.isInUse || isOfOneSort ? undefined : 'organizations.kindFixed'
}

/** What fills the braces of both sentences above. */
export function kindWords(parent: OrganizationKind, kind: OrganizationKind) {
  return { 上级类别: organizationKinds[parent], 下级类别: organizationKinds[kind] }
}

export function pathBelow(parentPath: string, id: string): string {
  return `${parentPath}${id}/`
}
