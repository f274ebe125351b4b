import type { Reader } from '../../../kernel/db.ts'
import { announced } from '../catalogue/announced.ts'
import type { Announced } from '../rules/announced.ts'
import { findEditions } from '../store.ts'

export type Known = Announced & {
  readonly version: number
  readonly byName: string
  readonly at: Date | null
}

/** Every announced year: as it was written down last, otherwise as it is declared. */
export async function knownYears(db: Reader): Promise<Known[]> {
  const kept = await findEditions(db)
  const declared = announced.filter(({ year }) => !kept.some((one) => one.year === year))
  return [
    ...declared.map((one) => ({ ...one, version: 0, byName: '', at: null })),
    ...kept.map(({ edition, ...one }) => ({ ...one, version: edition })),
  ].toSorted((one, other) => one.year - other.year)
}
