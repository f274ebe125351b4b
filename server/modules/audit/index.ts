/**
 * Audit: what was traced is sealed into a chain, and the chain can be walked again, here or far away from here.
 * Whoever walks it brings a source: the database, or a file that was taken out of it.
 */
import { beginning, cryptoOf, digestOfTrace, hashOfSeal } from '../../kernel/chain.ts'
import type { Seal } from '../../kernel/chain.ts'
import type { Reader } from '../../kernel/db.ts'
import { breakOf } from './rules/breaks.ts'
import type { Break, Tip } from './rules/breaks.ts'
import { findSealed, findSealedUnits, findSeals, findStray } from './store.ts'

export { sentenceOfBreak } from './rules/breaks.ts'
export type { Break } from './rules/breaks.ts'

export type KeptSeal = Seal & { readonly hash: string; readonly signature: string }

export type Source = {
  readonly units: () => Promise<readonly string[]>
  /** Some of the seals after a number, in order; none at the end of the chain. */
  readonly seals: (unitId: string, after: number) => Promise<readonly KeptSeal[]>
  /** The traces a seal lists and those that claim to be under it. */
  readonly traces: (seal: KeptSeal) => Promise<readonly Digested[]>
  /** A trace that says it lies under a later seal than this; there is none, unless the end was cut off. */
  readonly stray: (unitId: string, after: number) => Promise<string | undefined>
}

/** A trace, by what is left of it when it is digested now. */
export type Digested = { readonly id: string; readonly digest: string }

export type Verified = {
  readonly unitId: string
  readonly seals: number
  readonly traces: number
  /** The hash of the newest seal; kept elsewhere, it also shows when the end of a chain was cut off. */
  readonly tip: string
  readonly broken?: Break
}

type Watch = {
  /** Whether a signature is ours; without the secret, nobody can say. */
  readonly isSigned?: (hash: string, signature: string) => boolean
  readonly onSeal?: (seal: KeptSeal) => Promise<void>
}

/** Walks a unit's chain from its beginning to the first thing that is wrong, or to its end. */
export async function verifyChain(
  source: Source,
  unitId: string,
  { isSigned = () => true, onSeal }: Watch = {},
): Promise<Verified> {
  let tip: Tip = { number: 0, hash: beginning }
  let traces = 0
  for (;;) {
    const seals = await source.seals(unitId, tip.number)
    if (seals.length === 0) {
      const walked = { unitId, seals: tip.number, traces, tip: tip.hash }
      const traceId = await source.stray(unitId, tip.number)
      const number = tip.number + 1
      return traceId
        ? { ...walked, broken: { unitId, number, traceId, what: 'sealMissing' } }
        : walked
    }

    for (const seal of seals) {
      const now = await source.traces(seal)
      const broken = breakOf(tip, {
        ...seal,
        hashNow: hashOfSeal(seal, cryptoOf(seal)),
        isSigned: isSigned(seal.hash, seal.signature),
        digestsNow: new Map(now.map(({ id, digest }) => [id, digest])),
      })
      if (broken) return { unitId, seals: tip.number, traces, tip: tip.hash, broken }
      tip = seal
      traces += now.length
      await onSeal?.(seal)
    }
  }
}

/** The database itself as the source. */
export function sourceOf(db: Reader): Source {
  return {
    units: () => findSealedUnits(db),
    seals: async (unitId, after) =>
      (await findSeals(db, unitId, after, 20)).map((row) => ({
        ...row,
        sealedAt: row.sealedAt.toISOString(),
      })),
    traces: async (seal) =>
      (await findSealed(db, seal)).map((trace) => ({
        id: trace.id,
        digest: digestOfTrace(seal.unitId, trace, cryptoOf(seal)),
      })),
    stray: (unitId, after) => findStray(db, unitId, after),
  }
}
