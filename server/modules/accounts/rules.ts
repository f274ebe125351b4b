import type { Reason } from '@zhixing/contract'

const minute = 60_000
const day = 1440 * minute

/** GB/T 22239 8.1.4.1 b: who fails again and again waits. */
export const failuresMax = 5
export const lockMinutes = 15

/** People who hold an office sit at shared desks; a member's phone is their own. */
export function sessionMillis(hasOffice: boolean): { idle: number; whole: number } {
  return hasOffice ? { idle: 30 * minute, whole: 0.5 * day } : { idle: 30 * day, whole: 30 * day }
}

/** How long somebody still has to wait, in whole minutes; 0 when they need not. */
export function minutesLocked(lockedUntil: Date | null, now: Date): number {
  return Math.max(0, Math.ceil(((lockedUntil?.getTime() ?? 0) - now.getTime()) / minute))
}

/** What a failed attempt leaves behind. */
export function afterFailure(failures: number, now: Date) {
  const count = failures + 1
  const isLocked = count >= failuresMax
  return {
    failures: isLocked ? 0 : count,
    lockedUntil: isLocked ? new Date(now.getTime() + lockMinutes * minute) : null,
  }
}

/** Why this may not be the new password, or nothing if it may. */
export function refusePassword(password: string, login: string): Reason | undefined {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length
  const isStrong = (password.length >= 10 && kinds >= 3) || password.length >= 16
  if (!isStrong) return 'accounts.passwordWeak'
  return login.length > 2 && password.toLowerCase().includes(login.toLowerCase())
    ? 'accounts.passwordUsed'
    : undefined
}

const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** A code that can be read out: no letters that look like others. `bytes` are random, eight of them. */
export function codeOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => letters[byte % letters.length]).join('')
}

/** People type what they read: spaces, small letters. */
export function tidyCode(code: string): string {
  return code.replace(/[\s-]/g, '').toUpperCase()
}
