import { contract } from '@zhixing/contract'
import { view } from '../../../kernel/view.ts'
import { countUnsealed, findPlaces, findTips } from '../store.ts'

/** How far each unit's chain has come; the last hash, kept elsewhere, shows later whether its end was cut off. */
export const showChain = view(contract.audit.chain, async ({ db, reach }, { page, size }) => {
  const places = await findPlaces(db, reach)
  const shown = places.slice((page - 1) * size, page * size)
  const units = shown.map(({ unitId }) => unitId)
  const tips = await findTips(db, units)
  const unsealed = await countUnsealed(db, units)
  return {
    total: places.length,
    rows: shown.map(({ unitId, name }) => {
      const tip = tips.get(unitId)
      return {
        unitId,
        unitName: name,
        number: tip?.number ?? 0,
        hash: tip?.hash ?? '',
        sealedAt: tip?.sealedAt.toISOString() ?? null,
        unsealed: unsealed.get(unitId) ?? 0,
      }
    }),
  }
})
