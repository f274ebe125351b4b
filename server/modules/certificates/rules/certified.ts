import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'

type Kept = {
  readonly number: string
  readonly name: string
  readonly organizationName: string
  readonly className: string
  readonly from: Day
  readonly until: Day
  readonly minutes: number
  readonly issuerName: string
  readonly issuedOn: Day
  readonly revokedAt: Date | null
  readonly revokeReason: string
}

/** What a certificate says, without what only its keeper needs. */
export function certifiedOf(kept: Kept) {
  const { number, name, organizationName, className, from, until, minutes } = kept
  const { issuerName, issuedOn, revokedAt, revokeReason } = kept
  const what = { number, name, organizationName, className, from, until, minutes }
  const revokedOn = revokedAt ? dayOf(revokedAt) : null
  return { ...what, issuerName, issuedOn, revokedOn, revokeReason }
}

export function pathOf({ code }: { readonly code: string }): string {
  return `/certificates/${code}`
}
