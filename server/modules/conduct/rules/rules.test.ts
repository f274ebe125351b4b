import { describe, expect, test } from 'vitest'
import { refuseCorrection, refuseGround, refuseStanding } from './case.ts'
import { gravest, runOf, sayRun, stageOf, stagesUpTo, workMonths } from './clock.ts'
import type { MonthFact } from './clock.ts'
import { effectOf, isInForce, refuseMonths } from './sanction.ts'

const said = (value: number) => ({ value, clause: '条例' })
const ladder = {
  'conduct.amber': said(2),
  'conduct.talk': said(4),
  'conduct.report': said(5),
  'disposal.three_nots': said(6),
}

/** "a" asked and not done, "d" done, "." nothing asked; the last letter is the running month, June. */
function months(signs: string): MonthFact[] {
  return signs.split('').map((sign, at) => ({
    month: `2026-${String(6 - signs.length + 1 + at).padStart(2, '0')}`,
    asked: sign === 'a',
    done: sign === 'd',
  }))
}

describe('a clock', () => {
  test.each([
    ['aaaaa.', 5, '2026-01', 'five months without'],
    ['daaaa.', 4, '2026-02', 'what was done resets it'],
    ['aaaaad', 0, null, 'also in the month that is not over'],
    ['aa..aa', 3, '2026-01', 'months in which nothing was asked neither count nor break'],
    ['aad.a.', 1, '2026-05', 'but what was done before them does break'],
    ['......', 0, null, 'nothing was ever asked'],
  ])('%s is %s months since %s: %s', (...[signs, count, since]) => {
    expect(runOf(months(signs), { today: '2026-06', pauses: [] })).toEqual({ months: count, since })
  })

  test('who turns excused in the middle of it keeps what had run, and it goes on where it stopped', () => {
    const pauses = [{ from: '2026-02-10', until: '2026-04-30' }]
    // January and February, in which the excuse began; March and April are out; May counts again.
    expect(runOf(months('aaaaa.'), { today: '2026-06', pauses })).toEqual({
      months: 3,
      since: '2026-01',
    })
    const open = [{ from: '2026-02-10', until: null }]
    expect(runOf(months('aaaaa.'), { today: '2026-06', pauses: open }).months).toBe(2)
  })

  test('climbs a ladder of dated parameters, and says each step once', () => {
    expect([1, 2, 3, 4, 5, 6, 9].map((count) => stageOf(count, ladder))).toEqual([
      'clear',
      'amber',
      'amber',
      'talk',
      'report',
      'case',
      'case',
    ])
    expect(stagesUpTo('report')).toEqual(['amber', 'talk', 'report'])
    expect(gravest(['amber', 'clear', 'report'])).toBe('report')
    expect(sayRun('dues', { months: 4, since: '2026-02' })).toBe(
      '从 2026-02 起连续 4 个月没有交纳党费',
    )
  })

  test('assigned work is owed from the month in which it was due until it is done or taken back', () => {
    const task = { dueOn: '2026-02-20', doneOn: null, endedOn: null }
    const facts = workMonths([task], '2026-06-01')
    expect(runOf(facts, { today: '2026-06', pauses: [] })).toEqual({ months: 4, since: '2026-02' })
    const done = workMonths(
      [task, { dueOn: '2026-05-31', doneOn: '2026-05-02', endedOn: null }],
      '2026-06-01',
    )
    expect(runOf(done, { today: '2026-06', pauses: [] }).months).toBe(0)
    const taken = workMonths([{ ...task, endedOn: '2026-03-05' }], '2026-06-01')
    expect(runOf(taken, { today: '2026-06', pauses: [] }).months).toBe(2)
    expect(workMonths([{ ...task, dueOn: '2026-06-20' }], '2026-06-01')).toEqual([])
  })
})

describe('a case', () => {
  const waits = { 'lost.suspend_after': said(6), 'lost.remove_after': said(2) }
  const one = { name: '周一', lostSince: null, isSuspended: false, suspendedOn: null, searches: 0 }
  const at = { today: '2026-06-01', waits }

  test.each([
    ['suspend', 'lost', one, 'conduct.notLost'],
    ['suspend', 'lost', { ...one, lostSince: '2025-12-02', searches: 3 }, 'conduct.lostSoon'],
    ['suspend', 'lost', { ...one, lostSince: '2025-12-01' }, 'conduct.notSearched'],
    ['suspend', 'lost', { ...one, lostSince: '2025-12-01', searches: 1 }, undefined],
    ['suspend', 'settled', one, undefined],
    ['suspend', 'settled', { ...one, isSuspended: true }, 'conduct.suspendedAlready'],
    ['restore', 'found', one, 'conduct.notSuspended'],
    ['restore', 'found', { ...one, isSuspended: true }, undefined],
    [
      'strike',
      'lostLonger',
      { ...one, isSuspended: true, suspendedOn: '2024-06-02' },
      'conduct.strikeSoon',
    ],
    ['strike', 'lostLonger', { ...one, isSuspended: true, suspendedOn: '2024-06-01' }, undefined],
    ['strike', 'lostLonger', { ...one, isSuspended: true }, 'conduct.strikeSoon'],
    ['remove', 'life', one, undefined],
  ] as const)('%s for %s', (kind, ground, member, reason) => {
    expect(refuseStanding({ kind, ground }, member, at)?.reason).toBe(reason)
  })

  test('rests on what its article names, and a correction is over within a year', () => {
    expect(refuseGround('remove', 'lost')).toMatchObject({ reason: 'conduct.grounds' })
    expect(refuseGround('remove', 'dues')).toBeUndefined()
    const day = { on: '2026-06-01', most: said(12) }
    expect(refuseCorrection('2027-06-01', day)).toBeUndefined()
    expect(refuseCorrection('2027-06-02', day)?.reason).toBe('conduct.correctionLong')
    expect(refuseCorrection('2026-06-01', day)?.reason).toBe('conduct.correctionShort')
  })
})

test('a sanction has effects for as long as its kind says; 留党察看 first takes the vote', () => {
  const from = '2026-01-15'
  expect(effectOf({ kind: 'warning', from, months: 0 }, 12)).toEqual({
    until: '2027-01-15',
    votelessUntil: null,
  })
  expect(effectOf({ kind: 'probation', from, months: 12 }, 24)).toEqual({
    votelessUntil: '2027-01-15',
    until: '2029-01-15',
  })
  expect(effectOf({ kind: 'expulsion', from, months: 0 }, null).until).toBeNull()
  expect(refuseMonths('probation', 6)?.reason).toBe('conduct.sanctionMonths')
  expect(refuseMonths('warning', 12)?.reason).toBe('conduct.sanctionStray')
  const kept = { until: '2027-01-15', endedOn: null, endedHow: null }
  expect(isInForce(kept, '2027-01-14')).toBe(true)
  expect(isInForce(kept, '2027-01-15')).toBe(false)
  expect(isInForce({ ...kept, endedOn: '2026-03-01', endedHow: 'annulled' }, '2026-04-01')).toBe(
    false,
  )
})
