import { createHash, randomBytes } from 'node:crypto'
import type { Vault } from './vault.ts'

/** No sign of base64url: a token says by which digest it is known. */
const bySm3 = 'g.'

/** A secret for a browser to carry: 256 bits, never kept here. */
export function newToken(vault?: Pick<Vault, 'crypto'>): string {
  const random = randomBytes(32).toString('base64url')
  return vault?.crypto === 'guomi' ? `${bySm3}${random}` : random
}

/** What is kept of a token. It is random enough that a plain digest cannot be turned back. */
export function digestOf(token: string): string {
  const digest = token.startsWith(bySm3) ? 'sm3' : 'sha256'
  return createHash(digest).update(token).digest('base64url')
}

/** For codes that people type. */
export function newBytes(count: number): Uint8Array {
  return randomBytes(count)
}
