import type { Office } from '@zhixing/contract'
import { exclusiveOffices } from '@zhixing/contract'

/** What the rules say about sessions, at a place on a day. */
export type SessionTerms = {
  readonly officeIdleMinutes: number
  readonly officeHours: number
  readonly memberDays: number
  readonly changeDays: number
  readonly isTotpRequired: boolean
}

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]

/** Who holds an office sits at a shared desk; a member's phone is their own. */
export function spanOf(holdsOffice: boolean, terms: SessionTerms, now: Date) {
  const whole = holdsOffice ? terms.officeHours * hour : terms.memberDays * day
  const idle = holdsOffice ? terms.officeIdleMinutes * minute : whole
  return { expiresAt: new Date(now.getTime() + whole), idleSeconds: idle / 1_000 }
}

export type Standing = {
  readonly offices: readonly Office[]
  readonly passwordSetAt: Date | null
  readonly hasTotp: boolean
}

/** What somebody has to do before their offices count, if anything. */
export function owedBy(
  { offices, passwordSetAt, hasTotp }: Standing,
  terms: SessionTerms,
  now: Date,
): 'newPassword' | 'totp' | undefined {
  const age = now.getTime() - (passwordSetAt?.getTime() ?? 0)
  if (offices.some(isAdministrator) && age > terms.changeDays * day) return 'newPassword'
  const mustHave = offices.some((office) => isAdministrator(office) || office === 'organizer')
  return terms.isTotpRequired && mustHave && !hasTotp ? 'totp' : undefined
}

export function isAdministrator(office: Office): boolean {
  return (exclusiveOffices as readonly Office[]).includes(office)
}
