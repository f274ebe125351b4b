import { expect, test } from 'vitest'
import type { Column } from './columns.ts'
import { tracksOf } from './tracks.ts'

const column = (key: string, width: string, more: Partial<Column<object>> = {}) => ({
  key,
  title: key,
  width,
  cell: () => null,
  ...more,
})

test('a list is as wide as its columns and their gaps, or shares what there is', () => {
  const columns = [
    column('name', 'minmax(8rem, 1fr)', { narrow: true }),
    column('day', '6.5rem', { narrow: true }),
    column('note', '1fr', { spare: true }),
  ]
  expect(tracksOf(columns)).toEqual({
    '--tracks': 'minmax(8rem, 1fr) 6.5rem 1fr',
    '--least': 'calc(8rem + 6.5rem + 8rem + var(--step) * 4)',
    '--needed-tracks': 'minmax(8rem, 1fr) 6.5rem',
    '--needed-least': 'calc(8rem + 6.5rem + var(--step) * 2)',
    '--narrow-tracks': 'minmax(0, 8fr) minmax(0, 6.5fr)',
  })
})
