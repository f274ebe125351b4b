import { expect, test } from 'vitest'
import { startingAt } from './plan-values.ts'
import type { PlanValues } from './plan-values.ts'

const values = { from: '09:00', until: '11:00', agenda: [{ minutes: 90 }, { minutes: 30 }] }

test.each([
  ['15:05', '17:05'],
  ['21:59', '23:59'],
  ['22:00', '23:59'],
  ['23:30', '23:59'],
])(
  'what begins at %s lasts as long as its agenda, and ends by %s within the day',
  (from, until) => {
    expect(startingAt(values as unknown as PlanValues, from)).toMatchObject({ from, until })
  },
)
