import { expect, test } from 'vitest'
import { applicationOf } from '../../../testing/classes.ts'
import { refuseApplication, refuseLine } from './application.ts'
import { capLines } from './budget.ts'
import type { FeeRules } from './budget.ts'

const rule = <Value>(value: Value) => ({ value, clause: '财行〔2016〕540号' })
const rules: FeeRules = {
  'class.cost.day.first': rule(760),
  'class.cost.day.second': rule(650),
  'class.cost.day.third': rule(550),
  'class.cost.long.after': rule(30),
  'class.cost.long.share': rule([7, 10] as const),
  'class.travel_days.max': rule(2),
  'class.cost.tour.day': rule(500),
  'lecturer.fee.hour.none': rule(300),
  'lecturer.fee.hour.associate': rule(500),
  'lecturer.fee.hour.senior': rule(1000),
  'lecturer.fee.hour.academician': rule(1500),
  'lecturer.fee.half_day.hours': rule(4),
}
const nothing = applicationOf().budget
const capOf = (changes: Parameters<typeof applicationOf>[0]) =>
  capLines(applicationOf(changes), rules)[0]?.capFen

test.each([
  ['first', 760],
  ['second', 650],
  ['third', 550],
] as const)('a day of a %s class costs at most %i yuan a person', (feeClass, yuan) => {
  const day = { from: '2026-06-10', until: '2026-06-10', people: 1, feeClass }
  expect(capOf(day)).toBe(yuan * 100)
})

test('days beyond the thirtieth count for seven tenths, days of travel in full', () => {
  const long = { from: '2026-06-01', until: '2026-07-10', people: 10 }
  expect(capOf(long)).toBe(550 * 100 * 10 * (30 + 7))
  expect(capOf({ people: 10, travelDays: 2 })).toBe(550 * 100 * 10 * 5)
})

test('items may be moved about inside the sum; the line above its cap is named with it', () => {
  const budget = { ...nothing, lodging: 50 * 3 * 550_00 }
  expect(refuseLine(capLines(applicationOf({ budget }), rules))).toBeUndefined()
  const over = capLines(applicationOf({ budget: { ...budget, other: 1 } }), rules)
  expect(refuseLine(over)).toEqual({
    reason: 'classes.over',
    words: {
      项目: '综合定额',
      金额: '82,500.01',
      上限: '82,500',
      算法: '三类每人每天 550 元 × 50 人 × 3 天',
      依据: '财行〔2016〕540号',
    },
  })
})

test.each([
  ['associate', 4, 1, 2000_00],
  ['senior', 4, 1, 4000_00],
  ['academician', 4, 1, 6000_00],
  ['senior', 6, 1, 4000_00],
  ['senior', 6, 2, 6000_00],
] as const)('%s, %i hours in %i half days: at most %i fen', (rank, hours, halfDays, capFen) => {
  const lecturer = { name: '李四', rank, hours, halfDays, fen: capFen + 1 }
  const budget = { ...nothing, lecturers: [lecturer] }
  const lines = capLines(applicationOf({ budget }), rules)
  expect(lines[1]).toMatchObject({ name: '讲课费（李四）', capFen, isOver: true })
})

test('a tour names each day it goes somewhere, inside the class', () => {
  const tour = { routes: ['tour'] as 'tour'[], itinerary: [] }
  expect(refuseApplication(applicationOf(tour), 2)?.reason).toBe('classes.tourPlan')
  const stop = { day: '2026-06-11', place: '红旗村', purpose: '看集体经济' }
  const planned = applicationOf({ ...tour, itinerary: [stop] })
  expect(refuseApplication(planned, 2)).toBeUndefined()
  const outside = applicationOf({ ...tour, itinerary: [{ ...stop, day: '2026-06-13' }] })
  expect(refuseApplication(outside, 2)?.reason).toBe('classes.tourPlan')
})

test.each([
  [{ until: '2026-06-09' }, 'classes.span'],
  [{ enrolBy: '2026-06-11' }, 'classes.enrolBy'],
  [{ travelDays: 3 }, 'classes.travelDays'],
])('%o is refused', (changes, reason) => {
  expect(refuseApplication(applicationOf(changes), 2)?.reason).toBe(reason)
})
