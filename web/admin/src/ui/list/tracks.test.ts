import { expect, test } from 'vitest'
import type { Column } from './columns.ts'
import { tracksOf } from './tracks.ts'

const column = (key: string, width: string, narrow = false): Column<object> => ({
  key,
  title: key,
  width,
  narrow,
  cell: () => null,
})

test('a list is as wide as its columns and their gaps, or shares what there is', () => {
  const columns = [
    column('name', 'minmax(8rem, 1fr)', true),
    column('day', '6.5rem', true),
    column('note', '1fr'),
  ]
  expect(tracksOf(columns)).toEqual({
    '--tracks': 'minmax(8rem, 1fr) 6.5rem 1fr',
    '--least': 'calc(8rem + 6.5rem + 8rem + var(--step) * 4)',
    '--narrow-tracks': 'minmax(0, 8fr) minmax(0, 6.5fr)',
  })
})
