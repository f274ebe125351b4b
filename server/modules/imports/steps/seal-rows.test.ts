import { expect, test } from 'vitest'
import { openVault } from '../../../kernel/vault.ts'
import type { NewRow } from '../store/rows.ts'
import { sealRows } from './seal-rows.ts'
import type { Judged } from './seal-rows.ts'

const vault = openVault('a secret of at least thirty-two characters')

// Each of the three is missing in some rows, all three in some.
const plainOf = (at: number): Judged['plain'] => ({
  idNumber: at % 2 === 0 ? '' : `99000019800501${at}`,
  phone: at % 3 === 0 ? '' : `138000${at}`,
  address: at % 5 === 0 ? '' : `稻香村${at}号`,
})

async function* heapOf(count: number): AsyncGenerator<Judged[]> {
  yield Array.from({ length: count }, (_, at) => ({
    row: { line: at } as NewRow,
    cells: [],
    plain: plainOf(at),
  }))
}

test.for([3, 300])(
  'of %i rows each gets its own texts back, and nothing where it had none',
  async (count) => {
    const heap = (await sealRows(heapOf(count), vault).next()).value as Judged[]

    const open = (sealed: string | null | undefined) => (sealed ? vault.open(sealed) : '')
    expect(heap.map(({ row }) => row.line)).toEqual(Array.from({ length: count }, (_, at) => at))
    for (const { row, plain } of heap) {
      expect(plain).toEqual({
        idNumber: open(row.idNumberSealed),
        phone: open(row.phoneSealed),
        address: open(row.addressSealed),
      })
      expect([row.idNumberIndex, row.phoneIndex]).toEqual(
        [plain.idNumber, plain.phone].map((text) => (text === '' ? undefined : vault.index(text))),
      )
    }
  },
)
