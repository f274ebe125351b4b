import { contract } from '@zhixing/contract'
import { and, eq, isNull } from 'drizzle-orm'
import { traces } from '../../../kernel/trace.ts'
import { view } from '../../../kernel/view.ts'
import { organizations } from '../../organizations/table.ts'
import { findPlaces, findTip } from '../store.ts'

/** How far each unit's chain has come; the last hash, kept elsewhere, shows later whether its end was cut off. */
export const showChain = view(contract.audit.chain, async ({ db, reach }) => {
  const rows = []
  for (const { unitId, path } of await findPlaces(db, reach)) {
    const tip = await findTip(db, unitId)
    const unsealed = await db.$count(traces, and(eq(traces.unitId, unitId), isNull(traces.seal)))
    const [named] = await db
      .select({ name: organizations.name })
      .from(organizations)
      .where(eq(organizations.path, path))
    rows.push({
      unitId,
      unitName: named?.name ?? '',
      number: tip?.number ?? 0,
      hash: tip?.hash ?? '',
      sealedAt: tip?.sealedAt.toISOString() ?? null,
      unsealed,
    })
  }
  return { rows }
})
