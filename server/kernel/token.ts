import { createHash, randomBytes } from 'node:crypto'

/** A secret for a browser to carry: 256 bits, never kept here. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token. It is random enough that a plain digest cannot be turned back. */
export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** For codes that people type. */
export function newBytes(count: number): Uint8Array {
  return randomBytes(count)
}
