import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  lastDayOf,
  quarterOf,
  startOf,
  yearsBetween,
} from './calendar.ts'

describe('a day', () => {
  test.each([
    ['2026-06-01T15:59:59Z', '2026-06-01'],
    ['2026-06-01T16:00:00Z', '2026-06-02'],
    ['2025-12-31T16:00:00Z', '2026-01-01'],
  ])('%s falls on %s in Shanghai', (moment, day) => {
    expect(dayOf(new Date(moment))).toBe(day)
  })

  test('is the one that the calendar of the system says, also in the years of summer time', () => {
    const system = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })
    const moments = fc.date({
      min: new Date('1901-01-01'),
      max: new Date('2150-01-01'),
      noInvalidDate: true,
    })
    fc.assert(fc.property(moments, (moment) => dayOf(moment) === system.format(moment)))
    const hours = [1940, 1986, 1991, 1992, 2099, 2100].flatMap((year) =>
      Array.from({ length: 8_784 }, (_, hour) => new Date(Date.UTC(year, 0) + hour * 3_600_000)),
    )
    expect(hours.filter((hour) => dayOf(hour) !== system.format(hour))).toEqual([])
  })

  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('%s and %i months is %s', (day, months, later) => {
    expect(addMonths(day, months)).toBe(later)
  })

  test.each([
    ['2000-02-29', '2026-02-28', 25],
    ['2000-02-29', '2026-03-01', 26],
    ['1980-05-01', '2026-05-01', 46],
    ['1980-05-01', '2026-04-30', 45],
  ])('somebody born on %s is on %s %i years old', (born, on, years) => {
    expect(yearsBetween(born, on)).toBe(years)
  })

  test('belongs to its quarter and ends its month', () => {
    expect(['2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual([1, 2, 4])
    expect(['2024-02', '2026-02', '2026-11'].map(lastDayOf)).toEqual([
      '2024-02-29',
      '2026-02-28',
      '2026-11-30',
    ])
  })
})

describe('arithmetic of days', () => {
  const days = fc
    .date({ min: new Date('1921-07-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))

  test('comes back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -9_999, max: 9_999 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count)
        expect(dayOf(startOf(day))).toBe(day)
      }),
    )
  })

  test('never leaves the month asked for', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 600 }), (day, count) => {
        const later = addMonths(day, count)
        const months = Number(later.slice(0, 4)) * 12 + Number(later.slice(5, 7))
        expect(months - (Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)))).toBe(count)
        expect(later <= lastDayOf(later.slice(0, 7))).toBe(true)
      }),
    )
  })
})
