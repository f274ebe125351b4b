import { describe, expect, test } from 'vitest'
import { binds, isKnown, levelOf } from './holding.ts'
import { periodsOf, stateOf } from './periods.ts'
import { reminderOf } from './reminder.ts'
import { signingOf } from './signing.ts'

const duty = { level: 'branch', path: '/a/', tiers: [1, 2], sectors: ['village'] } as const
const village = { kind: 'branch', path: '/a/b/', tier: 1, sector: 'village' } as const

describe('which organizations a duty binds', () => {
  test.each([
    ['one that fits', village, true],
    ['another tier', { ...village, tier: 3 }, false],
    ['no tier at all', { ...village, tier: null }, false],
    ['another field', { ...village, sector: 'school' }, false],
    ['another level', { ...village, kind: 'committee' as const }, false],
    ['elsewhere in the tree', { ...village, path: '/c/b/' }, false],
  ])('%s', (_, organization, is) => {
    expect(binds(duty, organization)).toBe(is)
  })

  test('without conditions, everything of its level', () => {
    const all = { ...duty, tiers: [], sectors: [] }
    expect(binds(all, { ...village, tier: null, sector: 'other' })).toBe(true)
  })

  test.each([
    ['workCommittee', 'work'],
    ['agencyCommittee', 'work'],
    ['leadingGroup', 'committee'],
    ['generalBranch', 'committee'],
    ['jointBranch', 'branch'],
    ['group', undefined],
  ] as const)('%s stands on the level %s', (kind, level) => {
    expect(levelOf(kind)).toBe(level)
  })
})

test('one title binds a post once at a time, whoever lays it down', () => {
  const wish = { ...duty, title: '讲党课', post: 'secretary', from: '2026-06-01', until: null }
  const known = { ...wish, title: '讲 党课', path: '/a/b/', from: '2025-01-01' }
  expect(isKnown(wish, [known])).toBe(true)
  expect(isKnown(wish, [{ ...known, until: '2026-06-01' }])).toBe(false)
  expect(isKnown(wish, [{ ...known, path: '/c/' }])).toBe(false)
  expect(isKnown(wish, [{ ...known, post: 'officer' }])).toBe(false)
})

describe('periods', () => {
  test.each([
    ['year', ['2026']],
    ['half', ['2026-H1', '2026-H2']],
    ['quarter', ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']],
  ] as const)('of a duty that is owed every %s', (rhythm, keys) => {
    const lasting = { rhythm, from: '2020-01-01', until: null }
    expect(periodsOf(lasting, 2026).map(({ key }) => key)).toEqual(keys)
  })

  test('end while the duty is in force', () => {
    const some = periodsOf({ rhythm: 'month', from: '2026-03-10', until: '2026-06-30' }, 2026)
    expect(some.map(({ key, label, dueOn }) => [key, label, dueOn])).toEqual([
      ['2026-03', '3月', '2026-03-31'],
      ['2026-04', '4月', '2026-04-30'],
      ['2026-05', '5月', '2026-05-31'],
    ])
  })

  const quarter = { from: '2026-04-01', dueOn: '2026-06-30' }
  test.each([
    [undefined, '2026-03-31', 'ahead'],
    [undefined, '2026-04-01', 'due'],
    [undefined, '2026-06-30', 'due'],
    [undefined, '2026-07-01', 'overdue'],
    [{ doneOn: '2026-06-30', returned: null }, '2026-08-01', 'done'],
    [{ doneOn: '2026-07-02', returned: null }, '2026-08-01', 'late'],
    [{ doneOn: '2026-06-01', returned: '不实' }, '2026-06-10', 'returned'],
    [{ doneOn: '2026-06-01', returned: '不实' }, '2026-07-10', 'overdue'],
  ] as const)('%j on %s is %s', (record, day, state) => {
    expect(stateOf(quarter, record, day)).toBe(state)
  })
})

test.each([
  [undefined, undefined, 'vacant'],
  ['li', undefined, 'unsigned'],
  ['li', { memberId: 'wang', templateIds: ['a', 'b'] }, 'handover'],
  ['li', { memberId: 'li', templateIds: ['a'] }, 'changed'],
  ['li', { memberId: 'li', templateIds: ['a', 'b', 'c'] }, 'signed'],
] as const)('%s with the last signature %j: %s', (holder, last, signing) => {
  expect(signingOf(holder, last, ['a', 'b'])).toBe(signing)
})

test('a reminder names the seat, a few of the duties, and what is not signed', () => {
  const late = ['甲', '乙', '丙', '丁', '戊', '己']
  expect(reminderOf('东支部书记', late, 'handover')).toBe(
    '您担任东支部书记，逾期未完成：甲、乙、丙、丁、戊等 6 项；接任后还没有办理责任交接。请尽快办理。',
  )
  expect(reminderOf('东支部书记', ['甲'], 'signed')).toContain('逾期未完成：甲。')
})
