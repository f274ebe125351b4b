/**
 * Audit: every trace is closed into its unit's chain soon after it was written, and the chain can be checked by
 * anybody who has the rows; with the platform's secret, also that the platform itself made it.
 */
import { beginning, digestOfLink } from '../../kernel/chain.ts'
import { inTransaction } from '../../kernel/db.ts'
import type { Db, Reader } from '../../kernel/db.ts'
import type { Vault } from '../../kernel/vault.ts'
import {
  findChains,
  findLastSeal,
  findSealed,
  findSeals,
  findStrays,
  findUnsealed,
  findUnsealedUnits,
  keepSeal,
  lockChain,
} from './store.ts'
import type { Seal, Trace } from './store.ts'

type Surroundings = { readonly db: Db; readonly now: () => Date; readonly vault: Vault }

const linkMax = 5_000

/**
 * Seals what has been written. A link closes over whatever rows are visible now; what commits later, even with an
 * earlier id, comes into a later link, so no transaction is waited for. Returns how many traces were sealed.
 */
export async function sealTraces({ db, now, vault }: Surroundings): Promise<number> {
  let sealed = 0
  for (const unitId of await findUnsealedUnits(db))
    for (let count = linkMax; count === linkMax; sealed += count)
      count = await inTransaction(db, (tx) => addLink(tx, { unitId, at: now(), vault }))
  return sealed
}

async function addLink(
  tx: Db,
  { unitId, at, vault }: { unitId: string; at: Date; vault: Vault },
): Promise<number> {
  if (!(await lockChain(tx, unitId))) return 0
  const rows = await findUnsealed(tx, unitId, linkMax)
  if (rows.length === 0) return 0

  const last = await findLastSeal(tx, unitId)
  const previous = last?.digest ?? beginning
  const digest = digestOfLink(previous, rows.map(factsOf))
  const number = (last?.number ?? 0) + 1
  const signature = vault.sign(`seal ${unitId} ${number} ${digest}`)
  await keepSeal(tx, { unitId, number, traces: rows.length, previous, digest, signature, at }, rows)
  return rows.length
}

export type Verdict = {
  readonly unitId: string
  readonly seals: number
  readonly traces: number
  /** The digest of the last link: written down elsewhere, it also shows that no link was cut off the end. */
  readonly head: string
  /** Where the chain is broken for the first time, and how. */
  readonly fault: string | undefined
}

/** Checks every chain from its beginning. Without a vault the signatures are taken on trust. */
export async function verifyChains(db: Reader, vault?: Vault): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const unitId of await findChains(db)) verdicts.push(await verifyChain(db, unitId, vault))
  return verdicts
}

async function verifyChain(db: Reader, unitId: string, vault?: Vault): Promise<Verdict> {
  let [head, number, traces] = [beginning, 0, 0]
  const verdict = (fault?: string) => ({ unitId, seals: number, traces, head, fault })

  for (let some = await findSeals(db, unitId, 0); some.length > 0;) {
    for (const seal of some) {
      const rows = await findSealed(db, unitId, seal.number)
      const fault = faultOf(seal, { expected: number + 1, head, rows, vault })
      if (fault) return verdict(fault)
      head = seal.digest
      number = seal.number
      traces += rows.length
    }
    some = await findSeals(db, unitId, number)
  }
  const [stray] = await findStrays(db, unitId, number)
  return verdict(
    stray ? `trace ${stray.id} names link ${stray.seal}, which does not exist` : undefined,
  )
}

function faultOf(
  seal: Seal,
  {
    expected,
    head,
    rows,
    vault,
  }: { expected: number; head: string; rows: readonly Trace[]; vault: Vault | undefined },
): string | undefined {
  const { number, previous, digest, signature, unitId } = seal
  if (number !== expected) return `link ${expected} is missing`
  if (previous !== head) return `link ${number} does not continue the one before it`
  if (rows.length !== seal.traces)
    return `link ${number} closed over ${seal.traces} traces, ${rows.length} are there`
  if (digestOfLink(previous, rows.map(factsOf)) !== digest)
    return `a trace of link ${number} is not what it was when it was sealed`
  return vault && vault.sign(`seal ${unitId} ${number} ${digest}`) !== signature
    ? `link ${number} was not made by this platform`
    : undefined
}

/** Everything a trace says, but for where in the chain it came to lie. */
function factsOf(trace: Trace) {
  return Object.fromEntries(Object.entries(trace).filter(([key]) => key !== 'seal'))
}
