import { systemAct } from '../../../kernel/act.ts'
import type { Surroundings } from '../../../kernel/caller.ts'
import { beginning, digestOfTrace, hashOfSeal } from '../../../kernel/chain.ts'
import { findTip, findUnitsToSeal, findUnsealed, keepSeal, lockChain } from '../store.ts'

/** One seal is one transaction and one row: large enough to be rare, small enough to be read again quickly. */
const sealMax = 1_000

/**
 * Ties what has been traced in a unit since the last seal to its chain; answers how many traces that were.
 * It leaves no trace of its own, or there would always be one more to seal.
 */
const sealUnit = systemAct('audit.seal', async ({ tx, now, vault }, unitId: string) => {
  await lockChain(tx, unitId)
  const found = await findUnsealed(tx, unitId, sealMax)
  const place = { unitId, path: '/' }
  if (found.length === 0) return { value: 0, place, change: 'none' }

  const tip = await findTip(tx, unitId)
  const seal = {
    unitId,
    number: (tip?.number ?? 0) + 1,
    previous: tip?.hash ?? beginning,
    sealedAt: now.toISOString(),
    ids: found.map(({ id }) => id),
    digests: found.map((trace) => digestOfTrace(unitId, trace, vault.crypto)),
  }
  const hash = hashOfSeal(seal, vault.crypto)
  await keepSeal(tx, { ...seal, sealedAt: now, hash, signature: vault.attest(hash) })
  return { value: found.length, place, change: 'none' }
})

/** Seals everything that can be seen now, of one unit or of all. */
export async function sealTraces(
  surroundings: Surroundings,
  units?: readonly string[],
): Promise<number> {
  let sum = 0
  for (const unitId of units ?? (await findUnitsToSeal(surroundings.db)))
    for (let last = sealMax; last === sealMax; sum += last)
      last = await sealUnit(surroundings, unitId)
  return sum
}
