import { expect, test } from 'vitest'
import { addDays, fromNow, moment, monthDay, weekday } from './day.ts'

test.each([
  ['2026-09-17', '9月17日', '周四'],
  ['2026-02-28', '2月28日', '周六'],
])('%s reads %s, %s', (day, words, name) => {
  expect([monthDay(day), weekday(day)]).toEqual([words, name])
})

test.each([
  ['2026-09-17', '今天'],
  ['2026-09-18', '明天'],
  ['2026-09-20', '还有 3 天'],
  ['2026-09-15', '已逾期 2 天'],
])('seen from the 17th, the %s is %s', (day, words) => {
  expect(fromNow('2026-09-17', day)).toBe(words)
})

test('days are counted over the end of a year', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
})

test('a moment is read in Shanghai, wherever the reader is', () => {
  expect(moment('2026-09-16T16:05:00.000Z')).toBe('9月17日 00:05')
})
