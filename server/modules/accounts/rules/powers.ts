import type { Office, OrganizationKind, Reason } from '@zhixing/contract'
import { exclusiveOffices, powers } from '@zhixing/contract'
import type { Day } from '../../../kernel/calendar.ts'

/** An office with the path of the organization it is held over. */
type Held = { readonly office: Office; readonly path: string }

/** What somebody who holds these offices may appoint others to at a place. */
export function appointableBy(held: readonly Held[], path: string): readonly Office[] {
  return [...new Set(powersAt(held, path).flatMap(({ appoints }) => appoints))]
}

/**
 * The first office that keeps somebody's password out of another's hands: one that the other may not hand out codes
 * for, or holds no power at its place. Nothing, if the code may be issued.
 */
export function officeBeyond(
  inviter: readonly Held[],
  target: readonly Held[],
): Office | undefined {
  return target.find(
    ({ office, path }) => !powersAt(inviter, path).some(({ invites }) => invites.includes(office)),
  )?.office
}

function powersAt(held: readonly Held[], path: string) {
  return held
    .filter((own) => path.startsWith(own.path))
    .flatMap(({ office }) => powers[office] ?? [])
}

const ofBranches: ReadonlySet<Office> = new Set(['secretary', 'officer'])
const branches: ReadonlySet<OrganizationKind> = new Set([
  'generalBranch',
  'branch',
  'jointBranch',
  'temporaryBranch',
])

/** Whether an office can be held over an organization of this kind. */
export function fits(office: Office, kind: OrganizationKind): boolean {
  return ofBranches.has(office) ? branches.has(kind) : kind !== 'group' && !branches.has(kind)
}

export function refuseTerm(from: Day, until: Day | undefined, today: Day): Reason | undefined {
  if (from < today) return 'accounts.fromPast'
  return until !== undefined && until < from ? 'accounts.until' : undefined
}

/** The exclusive office among these that keeps somebody from another one. */
export function rivalOf(office: Office, held: readonly Office[]): Office | undefined {
  return isExclusive(office) ? held.find((one) => one !== office && isExclusive(one)) : undefined
}

export function isExclusive(office: Office): boolean {
  return (exclusiveOffices as readonly Office[]).includes(office)
}

/** Those who watch are not switched off by those whom they watch. */
export function guardAmong(held: readonly Office[]): Office | undefined {
  return held.find((office) => office === 'securityAdministrator' || office === 'auditor')
}
