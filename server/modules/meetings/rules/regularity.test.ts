import { expect, test } from 'vitest'
import { diversityOf, judge, regularityOf } from './regularity.ts'
import type { Closed, Method } from './regularity.ts'

function record(held: string, closed: string, changes: Partial<Closed> = {}): Closed {
  const startsAt = new Date(`${held}T01:00:00Z`)
  return {
    unitId: 'u',
    activityId: held,
    title: '主题党日',
    startsAt,
    createdAt: new Date(startsAt.getTime() - 86_400_000),
    closedAt: new Date(`${closed}T08:00:00Z`),
    isLate: false,
    method: 'lecture',
    ...changes,
  }
}

const check = { day: '2026-05-20', title: '专题教育自查表' }

test.each([
  ['closed in its week', [record('2026-03-10', '2026-03-12')], []],
  [
    'planned the same day',
    [record('2026-03-10', '2026-03-12', { createdAt: new Date('2026-03-10T00:30:00Z') })],
    [],
  ],
  [
    'written down a day later',
    [record('2026-03-10', '2026-03-12', { createdAt: new Date('2026-03-11T00:30:00Z') })],
    ['backDated'],
  ],
  [
    'closed two months later, in the week before somebody looks',
    [record('2026-03-10', '2026-05-15')],
    ['beforeCheck'],
  ],
  ['closed two months later, after it', [record('2026-03-10', '2026-05-21')], []],
  ['held and closed in the week before somebody looks', [record('2026-05-14', '2026-05-15')], []],
  [
    'two old ones on a day',
    ['2026-03-10', '2026-04-10'].map((day) => record(day, '2026-06-15')),
    [],
  ],
  [
    'three old ones on a day',
    ['2026-02-10', '2026-03-10', '2026-04-10'].map((day) => record(day, '2026-06-15')),
    ['bulk'],
  ],
])('a record %s', (_, records, signs) => {
  expect(judge(records, [check])[0]?.signs).toEqual(signs)
})

test('the index is what was kept, less what was written up afterwards, and says nothing before a period is over', () => {
  const kept = { kept: 8, over: 10 }
  const clean = judge(
    ['2026-01-10', '2026-03-11'].map((day) => record(day, day)),
    [],
  )
  expect(regularityOf(clean, kept)).toEqual({
    backDated: 0,
    bulk: 0,
    beforeCheck: 0,
    index: 80,
    longestGap: 60,
  })
  const heap = judge(
    ['2026-02-10', '2026-03-10', '2026-04-10', '2026-06-14'].map((day) =>
      record(day, '2026-06-15'),
    ),
    [],
  )
  // Three of four in a heap: 80 less three quarters of 30.
  expect(regularityOf(heap, kept)).toMatchObject({ bulk: 3, index: 58 })
  expect(regularityOf([], { kept: 0, over: 0 }).index).toBeNull()
  expect(regularityOf([], { kept: 0, over: 3 }).index).toBe(0)
})

const held = (...methods: Method[]) => methods.map((method) => ({ method }))

test('always the same way is no diversity, two ways by halves are fifty', () => {
  expect(diversityOf(held('lecture', 'lecture')).diversity).toBe(0)
  expect(diversityOf(held('lecture', 'field', 'lecture', 'field'))).toEqual({
    diversity: 50,
    methods: [
      { method: 'field', times: 2 },
      { method: 'lecture', times: 2 },
    ],
  })
  expect(diversityOf([]).diversity).toBeNull()
})
