import type { Reason } from '@zhixing/contract'

const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/]

/** Why this may not be the new password, or nothing if it may. Long ones need no mixture. */
export function refusePassword(password: string, login: string): Reason | undefined {
  const mixture = kinds.filter((kind) => kind.test(password)).length
  const { length } = password
  if (length < 16 && (length < 10 || mixture < 3)) return 'accounts.passwordWeak'
  if (new Set(password).size < 5) return 'accounts.passwordWeak'
  return login.length > 2 && password.toLowerCase().includes(login.toLowerCase())
    ? 'accounts.passwordHasLogin'
    : undefined
}

/** Neither what looks alike on paper, 0O 1IL 5S 2Z 8B, nor vowels that would spell words. */
const signs = 'CDFGHJKMNPQRTVWXY34679'

export const codeLength = 8

/** A code that can be read out. Bytes beyond the last whole round of signs are passed over, so that all are as likely. */
export function codeOf(bytes: Iterable<number>): string {
  const fair = 256 - (256 % signs.length)
  return [...bytes]
    .filter((byte) => byte < fair)
    .slice(0, codeLength)
    .map((byte) => signs[byte % signs.length])
    .join('')
}

/** People type what they read: with spaces, and in small letters. */
export function tidyCode(code: string): string {
  return code.replace(/[\s-]/g, '').toUpperCase()
}
