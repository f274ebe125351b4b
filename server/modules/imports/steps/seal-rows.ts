import type { Vault } from '../../../kernel/vault.ts'
import type { NewRow } from '../store/rows.ts'

/** A row as it will be kept, the cells it came from, and what of it must not be kept as it is. */
export type Judged = {
  readonly row: NewRow
  readonly cells: readonly string[]
  readonly plain: Readonly<Record<'idNumber' | 'phone' | 'address', string>>
}

/** Fills in what is kept sealed, and the digests it is found by. */
export async function* sealRows(
  heaps: AsyncIterable<Judged[]>,
  { many }: Pick<Vault, 'many'>,
): AsyncGenerator<Judged[]> {
  for await (const judged of heaps) {
    const texts = judged.flatMap(({ plain }) => [plain.idNumber, plain.phone, plain.address])
    const numbers = judged.flatMap(({ plain }) => [plain.idNumber, plain.phone])
    const [sealed, indexes] = await Promise.all([many('seal', texts), many('index', numbers)])
    for (const [at, { row, plain }] of judged.entries()) {
      const { idNumber, phone, address } = plain
      if (idNumber !== '') {
        row.idNumberSealed = sealed[3 * at]
        row.idNumberIndex = indexes[2 * at]
      }
      if (phone !== '') {
        row.phoneSealed = sealed[3 * at + 1]
        row.phoneIndex = indexes[2 * at + 1]
      }
      if (address !== '') row.addressSealed = sealed[3 * at + 2]
    }
    yield judged
  }
}
