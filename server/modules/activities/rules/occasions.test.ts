import { expect, test } from 'vitest'
import { occasionOf, occasionsIn } from './occasions.ts'

test.each([
  ['2026-07', ['2026-07-01', '2026-07-07']],
  ['2026-09', ['2026-09-03', '2026-09-18', '2026-09-30']],
  ['2026-12', ['2026-12-04', '2026-12-13']],
  ['2026-02', []],
] as const)('in %s: %j', (month, days) => {
  expect(occasionsIn(month).map(({ day }) => day)).toEqual(days)
})

test.each([
  [2023, '2023-04-05'],
  [2024, '2024-04-04'],
  [2025, '2025-04-04'],
  [2026, '2026-04-05'],
  [2027, '2027-04-05'],
  [2028, '2028-04-04'],
])('清明 of %i is %s', (year, day) => {
  expect(occasionOf('qingming', year)?.day).toBe(day)
})

test('each day says by which decision it is kept, and what a branch could do', () => {
  const all = Array.from({ length: 12 }, (_, at) =>
    occasionsIn(`2026-${String(at + 1).padStart(2, '0')}`),
  ).flat()
  expect(all).toHaveLength(13)
  expect(all.every(({ source, idea }) => source !== '' && idea !== '')).toBe(true)
})
