import { describe, expect, test } from 'vitest'
import { monthsBetween, partOf, spanOf } from './months.ts'
import { reasonsOf } from './signs.ts'
import type { AlertRules, Facts } from './signs.ts'
import { isLate, isRecent, refuseFollowUp } from './talk.ts'

const rule = (value: number) => ({ value, clause: '本地参数' })
const rules: AlertRules = {
  'alert.absences.times': rule(3),
  'alert.absences.months': rule(6),
  'alert.recent.months': rule(3),
  'alert.earlier.months': rule(6),
  'alert.attendance.fall': rule(30),
  'alert.study.fall': rule(50),
  'talk.again.days': rule(90),
}
const steady: Facts = {
  absences: 0,
  recent: { months: 3, due: 4, present: 4, minutes: 540 },
  earlier: { months: 6, due: 10, present: 10, minutes: 1080 },
  behind: undefined,
}
const signs = (changes: Partial<Facts>) =>
  reasonsOf({ ...steady, ...changes }, rules).map(({ sign }) => sign)

describe('somebody is talked with', () => {
  test('not while they go on as before', () => {
    expect(signs({})).toEqual([])
  })

  test.each([
    [2, []],
    [3, ['absences']],
  ])('after %s absences without leave: %j', (absences, found) => {
    expect(signs({ absences })).toEqual(found)
  })

  test.each([
    [4, 3, []],
    [4, 2, ['attendanceFall']],
    [1, 0, []],
  ])('when of %s meetings they came to %s: %j', (due, present, found) => {
    expect(signs({ recent: { ...steady.recent, due, present } })).toEqual(found)
  })

  test.each([
    [271, []],
    [270, ['studyFall']],
  ])('when in three months they studied %s minutes: %j', (minutes, found) => {
    expect(signs({ recent: { ...steady.recent, minutes } })).toEqual(found)
  })

  test('not for little study where there never was more, nor where there were no months to compare', () => {
    const earlier = { ...steady.earlier, minutes: 300 }
    const recent = { ...steady.recent, minutes: 0 }
    expect(signs({ earlier, recent })).toEqual([])
    expect(signs({ earlier: { months: 0, due: 0, present: 0, minutes: 0 }, recent })).toEqual([])
  })

  test.each([
    [800, 321, []],
    [800, 320, ['farBehind']],
    [100, 0, []],
  ])('who should have %s minutes by now and has %s: %j', (dueNowMinutes, doneMinutes, found) => {
    const behind = { dueNowMinutes, dueYearMinutes: 1920, doneMinutes, clause: '第二十条' }
    expect(signs({ behind })).toEqual(found)
  })

  test('and is told the figures', () => {
    const [reason] = reasonsOf({ ...steady, recent: { ...steady.recent, present: 2 } }, rules)
    expect(reason?.sentence).toBe('近 3 个月到会率 50%（2/4），此前 6 个月为 100%（10/10）')
  })
})

test('whole months are compared, and only those in which somebody belonged', () => {
  const span = spanOf('2026-06-15', 3, 6)
  expect(span).toEqual({ from: '2025-09', recentFrom: '2026-03', until: '2026-06' })
  const months = monthsBetween(span.recentFrom, span.until)
  expect(months).toEqual(['2026-03', '2026-04', '2026-05'])
  const rows = months.map((month) => ({ month, due: 2, present: 1, minutes: 60 }))
  expect(partOf(rows, months, null)).toEqual({ months: 3, due: 6, present: 3, minutes: 180 })
  expect(partOf(rows, months, '2026-04-20')).toMatchObject({ months: 2, due: 4 })
})

describe('a talk', () => {
  test.each([
    ['planned', '2026-06-01', null, false],
    ['planned', '2026-05-31', null, true],
    ['following', '2026-05-01', '2026-05-31', true],
    ['following', '2026-05-01', '2026-06-01', false],
    ['closed', '2026-05-01', null, false],
  ] as const)(
    '%s for %s, to be looked after on %s: late %s',
    (state, plannedOn, followUpOn, late) => {
      expect(isLate({ state, plannedOn, followUpOn }, '2026-06-01')).toBe(late)
    },
  )

  test.each([
    ['planned', null, true],
    ['closed', '2026-05-01', true],
    ['closed', '2026-03-01', false],
    ['cancelled', null, false],
  ] as const)('%s on %s is reason not to ask again: %s', (state, closedOn, is) => {
    expect(isRecent({ state, closedOn }, '2026-06-01', 90)).toBe(is)
  })

  test('is looked after later, and not too late', () => {
    const most = rule(30)
    expect(refuseFollowUp('2026-06-01', '2026-06-01', most)?.reason).toBe('talks.order')
    expect(refuseFollowUp('2026-06-01', '2026-07-01', most)).toBeUndefined()
    expect(refuseFollowUp('2026-06-01', '2026-07-02', most)?.reason).toBe('talks.late')
  })
})
