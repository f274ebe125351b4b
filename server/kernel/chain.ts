import { createHash } from 'node:crypto'
import type { CryptoName } from './vault.ts'

/** A trace exactly as the database writes it, so that what is digested does not depend on a program's reading. */
export type TraceText = {
  readonly id: string
  /** In UTC to the microsecond. */
  readonly at: string
  readonly actorId: string
  readonly command: string
  readonly path: string
  readonly subject: string
  readonly before: string | null
  readonly after: string | null
}

/** A link of the chain: which traces it holds, what each of them was, and the link before. */
export type Seal = {
  readonly unitId: string
  readonly number: number
  readonly previous: string
  readonly sealedAt: string
  readonly ids: readonly string[]
  readonly digests: readonly string[]
}

/** What the first link of a chain is tied to. */
export const beginning = 'beginning'

const bySm3 = 'g1.'

/** By which digest a link was made: what was sealed is never sealed anew, whatever the platform uses now. */
export function cryptoOf({ hash }: { readonly hash: string }): CryptoName {
  return hash.startsWith(bySm3) ? 'guomi' : 'international'
}

export function digestOfTrace(unitId: string, trace: TraceText, by: CryptoName): string {
  const { id, at, actorId, command, path, subject, before, after } = trace
  return digest([unitId, id, at, actorId, command, path, subject, before, after], by)
}

export function hashOfSeal(seal: Seal, by: CryptoName): string {
  const { unitId, number, previous, sealedAt, ids, digests } = seal
  return digest([unitId, number, previous, sealedAt, ids, digests], by)
}

function digest(parts: readonly unknown[], by: CryptoName): string {
  const text = JSON.stringify(parts)
  return by === 'guomi'
    ? `${bySm3}${createHash('sm3').update(text).digest('base64url')}`
    : createHash('sha256').update(text).digest('base64url')
}
