import { expect, test } from 'vitest'
import { cellOf, isInBulk, keptOf, periodTallies } from './frequency.ts'
import type { Meeting } from './frequency.ts'
import { periodAt, periodsOf } from './periods.ts'

const owed = { needed: 1, makeUpDays: 10, today: '2026-05-20', since: null, until: null }

function meeting(day: string, changes: Partial<Meeting> = {}): Meeting {
  return {
    unitId: 'u',
    activityId: day,
    title: '主题党日',
    month: day.slice(0, 7),
    startsAt: new Date(`${day}T01:00:00Z`),
    state: 'closed',
    closedAt: new Date(`${day}T04:00:00Z`),
    isLate: false,
    ...changes,
  }
}

function stateOf(month: string, meetings: Meeting[], changes = {}) {
  const period = periodAt(month, 'month')
  return cellOf(period, { own: meetings, all: meetings }, { ...owed, ...changes }).state
}

test.each([
  ['held within the month', '2026-03', [meeting('2026-03-20')], {}, 'kept'],
  [
    'made up within the days of grace',
    '2026-03',
    [meeting('2026-04-05', { month: '2026-03' })],
    {},
    'madeUp',
  ],
  ['cancelled', '2026-03', [meeting('2026-03-20', { state: 'cancelled' })], {}, 'missing'],
  [
    'held but never closed',
    '2026-03',
    [meeting('2026-03-20', { state: 'begun', closedAt: null })],
    {},
    'missing',
  ],
  ['nothing, long over', '2026-03', [], {}, 'missing'],
  ['nothing, just over', '2026-04', [], { today: '2026-05-08' }, 'makeUp'],
  ['nothing yet this month', '2026-05', [], {}, 'open'],
  ['planned this month', '2026-05', [meeting('2026-05-25', { state: 'planned' })], {}, 'planned'],
  ['still to come', '2026-06', [], {}, 'ahead'],
  ['one of two', '2026-03', [meeting('2026-03-20')], { needed: 2 }, 'missing'],
  ['before the branch was founded', '2026-03', [], { since: '2026-04-02' }, 'none'],
  ['after it was dissolved', '2026-03', [], { until: '2026-02-01' }, 'none'],
  ['not owed at all', '2026-03', [], { needed: 0 }, 'none'],
])('a month %s', (...row) => {
  const [, month, meetings, changes, state] = row
  expect(stateOf(month, meetings, changes)).toBe(state)
})

test('a quarter takes what was held in any of its months', () => {
  const period = periodAt('2026-05', 'quarter')
  expect(period).toMatchObject({ key: '2026-Q2', label: '二季度', until: '2026-06-30' })
  const held = [meeting('2026-04-02')]
  expect(cellOf(period, { own: held, all: held }, owed).state).toBe('kept')
  expect(periodsOf(2026, 'quarter').map(({ from }) => from)).toEqual([
    '2026-01-01',
    '2026-04-01',
    '2026-07-01',
    '2026-10-01',
  ])
})

test('a year takes what was held in any of its months', () => {
  const period = periodAt('2026-05', 'year')
  expect(period).toEqual({ key: '2026', label: '2026年', from: '2026-01-01', until: '2026-12-31' })
  expect(periodsOf(2026, 'year')).toEqual([period])
  const held = [meeting('2026-11-02')]
  expect(cellOf(period, { own: held, all: held }, owed).state).toBe('kept')
})

test('records filled in together before an inspection are pointed out, late ones too', () => {
  const filledIn = ['2026-01-10', '2026-02-10', '2026-03-10'].map((day) =>
    meeting(day, { closedAt: new Date('2026-05-18T02:00:00Z'), isLate: true }),
  )
  const [january] = filledIn
  const cell = cellOf(periodAt('2026-01', 'month'), { own: filledIn, all: filledIn }, owed)
  expect(cell.remarks).toEqual(['1 次逾期补录', '1 次与其他记录同日集中补录'])
  expect(january && isInBulk(january, filledIn.slice(0, 2))).toBe(false)
  const inTime = meeting('2026-04-10')
  expect(isInBulk(inTime, [...filledIn, inTime])).toBe(false)
})

test('only periods that are over count, kept in time or made up', () => {
  const cells = ['2026-02', '2026-03', '2026-05', '2026-06'].map((month) => {
    const held = month === '2026-02' ? [meeting('2026-02-20')] : []
    return cellOf(periodAt(month, 'month'), { own: held, all: held }, owed)
  })
  expect(keptOf(cells)).toEqual({ kept: 1, over: 2, lacking: 1 })
  const tallies = periodTallies()
  tallies.add(cells)
  tallies.add(cells.slice(1))
  expect(tallies.over()).toEqual([
    { period: '2026-02', label: '2月', kept: 1, lacking: 0 },
    { period: '2026-03', label: '3月', kept: 0, lacking: 2 },
  ])
})
