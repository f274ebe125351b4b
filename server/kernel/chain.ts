import { createHash } from 'node:crypto'

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

export function digestOfTrace(unitId: string, trace: TraceText): string {
  const { id, at, actorId, command, path, subject, before, after } = trace
  return sha256([unitId, id, at, actorId, command, path, subject, before, after])
}

export function hashOfSeal({ unitId, number, previous, sealedAt, ids, digests }: Seal): string {
  return sha256([unitId, number, previous, sealedAt, ids, digests])
}

function sha256(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}
