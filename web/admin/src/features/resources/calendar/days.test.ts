import { expect, test } from 'vitest'
import { daysShown, moved } from './days.ts'

test('a week begins on Monday, a month is shown in whole weeks', () => {
  expect(daysShown('day', '2026-06-10')).toEqual(['2026-06-10'])
  const week = daysShown('week', '2026-06-07')
  expect([week[0], week.at(-1)]).toEqual(['2026-06-01', '2026-06-07'])
  const month = daysShown('month', '2026-08-15')
  expect([month[0], month.at(-1), month.length]).toEqual(['2026-07-27', '2026-09-06', 42])
  expect(daysShown('month', '2027-02-10')).toHaveLength(28)
})

test('a month on is the next month, whatever its length', () => {
  expect(moved('month', '2026-01-31', 1)).toBe('2026-02-01')
  expect(moved('month', '2026-01-31', -1)).toBe('2025-12-01')
  expect(moved('week', '2026-06-10', -1)).toBe('2026-06-03')
})
