import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import * as z from 'zod'
import { CannotStart } from '../server/cannot-start.ts'
import { cryptoOf, digestOfTrace } from '../server/kernel/chain.ts'
import type { CryptoName } from '../server/kernel/vault.ts'
import type { Digested, KeptSeal, Source } from '../server/modules/audit/index.ts'

const Trace = z.object({
  id: z.string(),
  at: z.string(),
  actorId: z.string(),
  command: z.string(),
  path: z.string(),
  subject: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})

const Seal = z.object({
  unitId: z.string(),
  number: z.int(),
  previous: z.string(),
  sealedAt: z.string(),
  ids: z.array(z.string()).readonly(),
  digests: z.array(z.string()).readonly(),
  hash: z.string(),
  signature: z.string(),
})

/** One line of the file: a seal, or a trace with the number of the seal it says it lies under. */
const Line = z.union([
  z.object({ seal: Seal }),
  z.object({ trace: Trace, unitId: z.string(), number: z.int() }),
])
export type Line = z.infer<typeof Line>

/**
 * A file that was taken out of a database, as a source. Of each trace only its digest stays in memory,
 * so that years of them can be walked on any machine.
 */
export async function readAuditFile(path: string): Promise<Source> {
  const seals = new Map<string, KeptSeal[]>()
  const traces = new Map<string, Map<string, Digested & { readonly number: number }>>()

  // The digest of a trace is that of its seal, which the file names before it.
  const cryptos = new Map<string, CryptoName>()
  let at = 0
  for await (const text of createInterface({ input: createReadStream(path) })) {
    at += 1
    if (text.trim() === '') continue
    const line = lineOf(text, at)
    if ('seal' in line) {
      const { seal } = line
      cryptos.set(`${seal.unitId} ${seal.number}`, cryptoOf(seal))
      seals.set(seal.unitId, [...(seals.get(seal.unitId) ?? []), seal])
    } else {
      const { unitId, trace, number } = line
      const ofUnit = traces.get(unitId) ?? new Map<string, Digested & { readonly number: number }>()
      const by = cryptos.get(`${unitId} ${number}`) ?? 'international'
      ofUnit.set(trace.id, { id: trace.id, digest: digestOfTrace(unitId, trace, by), number })
      traces.set(unitId, ofUnit)
    }
  }
  return sourceOf(seals, traces)
}

function sourceOf(
  seals: ReadonlyMap<string, readonly KeptSeal[]>,
  traces: ReadonlyMap<string, ReadonlyMap<string, Digested & { readonly number: number }>>,
): Source {
  const claims = new Map<string, Digested[]>()
  for (const [unitId, ofUnit] of traces)
    for (const trace of ofUnit.values()) {
      const key = `${unitId} ${trace.number}`
      claims.set(key, [...(claims.get(key) ?? []), trace])
    }
  return {
    units: async () => [...new Set([...seals.keys(), ...traces.keys()])],
    seals: async (unitId, after) =>
      (seals.get(unitId) ?? [])
        .filter(({ number }) => number > after)
        .toSorted((one, other) => one.number - other.number),
    traces: async ({ unitId, number, ids }) => {
      const listed = ids.flatMap((id) => traces.get(unitId)?.get(id) ?? [])
      return [...listed, ...(claims.get(`${unitId} ${number}`) ?? [])]
    },
    stray: async (unitId, after) =>
      [...(traces.get(unitId)?.values() ?? [])].find(({ number }) => number > after)?.id,
  }
}

function lineOf(text: string, at: number): Line {
  try {
    return Line.parse(JSON.parse(text))
  } catch {
    throw new CannotStart(
      `第 ${at} 行既不是封存也不是留痕。Line ${at} is neither a seal nor a trace.`,
    )
  }
}
