import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { rulesAt } from '../../rules/index.ts'
import type { Patience } from '../rules/guards.ts'
import type { SessionTerms } from '../rules/sessions.ts'

export type Terms = SessionTerms & {
  readonly ofAccount: Patience
  readonly ofAddress: Patience
  readonly passwordHistory: number
  readonly administratorAddresses: readonly string[]
}

const keys = [
  'signIn.failures.max',
  'signIn.lock.minutes',
  'signIn.address.failures.max',
  'signIn.totp.required',
  'signIn.administrator.addresses',
  'password.history',
  'password.change.days',
  'session.office.idle.minutes',
  'session.office.hours',
  'session.member.days',
] as const

/** What the rules say about signing in, at a place on a day. */
export async function termsAt(db: Reader, path: string, now: Date): Promise<Terms> {
  const found = await rulesAt(db, keys, { path, day: dayOf(now) })
  const minutes = found['signIn.lock.minutes'].value
  return {
    ofAccount: { max: found['signIn.failures.max'].value, minutes },
    ofAddress: { max: found['signIn.address.failures.max'].value, minutes },
    administratorAddresses: found['signIn.administrator.addresses'].value,
    passwordHistory: found['password.history'].value,
    changeDays: found['password.change.days'].value,
    isTotpRequired: found['signIn.totp.required'].value > 0,
    officeIdleMinutes: found['session.office.idle.minutes'].value,
    officeHours: found['session.office.hours'].value,
    memberDays: found['session.member.days'].value,
  }
}
