import { Secret, TOTP } from 'otpauth'

/** SHA-1, six digits, thirty seconds: what every authenticator app understands. */
const shape = { issuer: '知行', algorithm: 'SHA1', digits: 6, period: 30 } as const

export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What the QR code says to the app. */
export function totpAddress(secret: string, label: string): string {
  return new TOTP({ ...shape, label, secret }).toString()
}

/**
 * The time step that a code belongs to; nothing when it belongs to none, or to one that was used before.
 * A clock may be half a minute off either way.
 */
export function totpStep(
  secret: string,
  code: string,
  { now, after }: { readonly now: Date; readonly after: number },
): number | undefined {
  const timestamp = now.getTime()
  const delta = new TOTP({ ...shape, secret }).validate({ token: code, timestamp, window: 1 })
  if (delta === null) return undefined
  const step = Math.floor(timestamp / 1_000 / shape.period) + delta
  return step > after ? step : undefined
}
