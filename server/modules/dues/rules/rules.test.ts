import { describe, expect, test } from 'vitest'
import { allocate, openMonths } from './allocation.ts'
import { monthlyDues } from './amount.ts'
import type { AmountValues, Category } from './amount.ts'
import { arrearsOf, lightOf } from './arrears.ts'
import { askedFor, baseAt, differencesOf } from './assessment.ts'
import { branchOf, monthsBetween, monthsOfQuarter } from './months.ts'
import { publishedOf } from './publication.ts'
import { balanceOf, closedFrom, remittanceOf, sayFen } from './remittance.ts'

const values: AmountValues = {
  'dues.brackets': [
    { upTo: 3000, value: 50 },
    { upTo: 5000, value: 100 },
    { upTo: 10_000, value: 150 },
    { upTo: null, value: 200 },
  ],
  'dues.retired': [
    { upTo: 5000, value: 50 },
    { upTo: null, value: 100 },
  ],
  'dues.student': 20,
  'dues.farmer': 30,
  'dues.rounding': 1,
}

const rates = () => values
const base = (from: string, baseFen: number, at: string) => ({
  id: at,
  year: 2026,
  from,
  category: 'inPost' as const,
  baseFen,
  at: new Date(at),
})

const state = (unpaid: string[], from = '2026-01', until = '2026-09') =>
  monthsBetween(from, until).map((month) => ({
    month,
    owedFen: 100,
    paidFen: unpaid.includes(month) ? 0 : 100,
  }))

const total = (
  period: string,
  kind: 'paid' | 'sent' | 'owed',
  fund: 'monthly' | 'special',
  fen: number,
) => ({
  period,
  kind,
  fund,
  fen,
})

describe('the whole base at one rate, the boundary in the lower band', () => {
  test.each<[Category, number, number]>([
    ['inPost', 300_000, 1500],
    ['inPost', 300_001, 3000],
    ['inPost', 500_000, 5000],
    ['inPost', 500_001, 7500],
    ['inPost', 1_000_000, 15_000],
    ['inPost', 1_000_001, 20_000],
    ['inPost', 0, 0],
    ['retired', 500_000, 2500],
    ['retired', 500_001, 5000],
    ['farmer', 900_000, 30],
    ['student', 0, 20],
    ['lowIncome', 0, 20],
  ])('%s with %i fen pays %i fen', (category, baseFen, fen) => {
    expect(monthlyDues({ category, baseFen }, values).fen).toBe(fen)
  })

  test.each([
    [1, 1765],
    [10, 1770],
    [100, 1800],
  ])('rounded to %i fen', (rounding, fen) => {
    const rules = { ...values, 'dues.rounding': rounding }
    expect(monthlyDues({ category: 'retired', baseFen: 353_000 }, rules).fen).toBe(fen)
  })
})

describe('to which branch a month is owed', () => {
  const old = { joinedOn: '2005-07-01', arrivedOn: '2005-07-01', leftOn: null, leftBecause: null }
  const one = { ...old, organizationId: 'now', isSuspended: false, suspendedOn: null, stays: [] }
  const stays = [
    { organizationId: 'then', from: '2020-01-01', until: '2026-03-10' },
    { organizationId: 'now', from: '2026-03-10', until: null },
  ]
  test.each([
    ['an old member', one, '2026-03', 'now'],
    ['moved in March: March is the old branch’s', { ...one, stays }, '2026-03', 'then'],
    ['moved in March: April is the new one’s', { ...one, stays }, '2026-04', 'now'],
    [
      'taken in on 20 March',
      { ...one, joinedOn: '2026-03-20', arrivedOn: '2026-03-20' },
      '2026-03',
      'now',
    ],
    [
      'not before',
      { ...one, joinedOn: '2026-03-20', arrivedOn: '2026-03-20' },
      '2026-02',
      undefined,
    ],
    ['came from elsewhere in March', { ...one, arrivedOn: '2026-03-05' }, '2026-03', undefined],
    ['and then is ours', { ...one, arrivedOn: '2026-03-05' }, '2026-04', 'now'],
    [
      'left in March: March is still owed',
      { ...one, leftOn: '2026-03-15', leftBecause: 'transferred' },
      '2026-03',
      'now',
    ],
    [
      'April no more',
      { ...one, leftOn: '2026-03-15', leftBecause: 'transferred' },
      '2026-04',
      undefined,
    ],
    ['died in March', { ...one, leftOn: '2026-03-15', leftBecause: 'died' }, '2026-03', undefined],
    ['suspended, nobody wrote when', { ...one, isSuspended: true }, '2026-03', undefined],
    [
      'suspended in April: March is still owed',
      { ...one, isSuspended: true, suspendedOn: '2026-04-10' },
      '2026-04',
      'now',
    ],
    ['May no more', { ...one, isSuspended: true, suspendedOn: '2026-04-10' }, '2026-05', undefined],
  ])('%s', (_, member, month, branch) => {
    expect(branchOf(member, month)).toBe(branch)
  })
})

test('the last word of the year holds; a relief makes it less, never more; nothing is asked without a base', () => {
  const member = {
    organizationId: 'a',
    joinedOn: '2000-01-01',
    arrivedOn: null,
    leftOn: null,
    leftBecause: null,
    isSuspended: false,
    suspendedOn: null,
    stays: [],
  }
  const bases = [base('2026-01', 300_000, '2026-01-05'), base('2026-06', 600_000, '2026-06-02')]
  expect(baseAt(bases, '2026-05')?.baseFen).toBe(300_000)
  expect(baseAt(bases, '2026-06')?.baseFen).toBe(600_000)
  expect(baseAt(bases, '2027-01')).toBeUndefined()
  const span = { from: '2026-03', until: '2026-04' }
  const reliefs = [{ ...span, monthlyFen: 500, state: 'approved' as const }]
  const fenOfMonth = (month: string) => askedFor({ member, bases, reliefs }, month, rates)?.fen
  expect(['2026-02', '2026-03', '2026-05', '2026-06', '2025-12'].map(fenOfMonth)).toEqual([
    1500,
    500,
    1500,
    9000,
    undefined,
  ])
  const dear = {
    member,
    bases,
    reliefs: [{ ...span, monthlyFen: 9999, state: 'approved' as const }],
  }
  expect(askedFor(dear, '2026-03', rates)?.fen).toBe(1500)
  const live = [{ month: '2026-03', organizationId: 'a', fen: 1500 }]
  const asked = [{ month: '2026-03', organizationId: 'a', fen: 500, ruleKey: 'hardship' }]
  expect(differencesOf(live, asked)).toEqual({ wrong: live, missing: asked })
  expect(differencesOf(live, [])).toEqual({ wrong: live, missing: [] })
})

test('money fills the oldest open month first, and back payment reaches six months', () => {
  const months = monthsBetween('2025-11', '2026-08').map((month) => ({
    month,
    owedFen: 100,
    paidFen: 0,
  }))
  const open = openMonths(months, { today: '2026-07', backMax: 6 })
  expect(open[0]?.month).toBe('2026-01')
  expect(allocate(250, open)).toEqual({
    parts: [
      { month: '2026-01', fen: 100 },
      { month: '2026-02', fen: 100 },
      { month: '2026-03', fen: 50 },
    ],
    restFen: 0,
  })
  expect(allocate(900, open).restFen).toBe(100)
})

describe('the clock of arrears', () => {
  const clock = { remind: 3, report: 6 }
  const at = { today: '2026-09', pauses: [], clock }
  test.each([
    [[], 0, 'clear'],
    [['2026-09'], 0, 'clear'],
    [['2026-08'], 1, 'late'],
    [['2026-06', '2026-07', '2026-08'], 3, 'remind'],
    [['2026-02', '2026-03', '2026-04', '2026-08'], 1, 'late'],
    [['2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08'], 6, 'report'],
  ])('%j: %i months, %s', (unpaid, months, stage) => {
    expect(arrearsOf(state(unpaid), at)).toMatchObject({ months, stage })
  })

  test('stands still in months that lie wholly within an excuse', () => {
    const unpaid = ['2026-05', '2026-06', '2026-07', '2026-08']
    const pauses = [{ from: '2026-06-15', until: '2026-08-31' }]
    expect(arrearsOf(state(unpaid), { ...at, pauses })).toMatchObject({
      months: 2,
      since: '2026-05',
      fen: 400,
    })
  })
})

test.each([
  [{ owedFen: 100, paidFen: 100 }, '2026-05', 'paid'],
  [{ owedFen: 100, paidFen: 40 }, '2026-05', 'part'],
  [{ owedFen: 100, paidFen: 0 }, '2026-05', 'late'],
  [{ owedFen: 100, paidFen: 0 }, '2026-06', 'due'],
  [{ owedFen: 0, paidFen: 100 }, '2026-07', 'ahead'],
  [{ owedFen: 0, paidFen: 0 }, '2026-07', 'none'],
  [{ owedFen: 0, paidFen: 0, isFixed: false }, '2026-05', 'unknown'],
  [{ owedFen: 0, paidFen: 0, isWaived: true }, '2026-05', 'waived'],
  [{ owedFen: 0, paidFen: 0, isMember: false, isFixed: false }, '2026-05', 'none'],
])('%j in %s is %s', (facts, month, light) => {
  const seen = { month, isMember: true, isFixed: true, isWaived: false, ...facts }
  expect(lightOf(seen, '2026-06')).toBe(light)
})

test('a share of the quarter goes up, special dues go up whole, and the balance is what is left', () => {
  const totals = [
    total('2026-06', 'paid', 'monthly', 999),
    total('2026-07', 'paid', 'monthly', 333),
    total('2026-07', 'owed', 'monthly', 5000),
    total('2026-09', 'paid', 'special', 100_000),
  ]
  expect(remittanceOf(totals, '2026-Q3', 50)).toEqual({
    basisFen: 333,
    specialFen: 100_000,
    shareFen: 167,
    dueFen: 100_167,
  })
  expect(balanceOf([...totals, total('2026-10', 'sent', 'monthly', 167)])).toBe(101_165)
  expect(closedFrom('2026-Q4')).toBe('2027-01-01')
  expect(monthsOfQuarter('2026-Q1')).toEqual(['2026-01', '2026-02', '2026-03'])
  expect([sayFen(5), sayFen(-1234)]).toEqual(['0.05', '-12.34'])
})

test('a publication shows what the rule says, and masks names that it does not', () => {
  const lines = [{ name: '欧阳明', owedFen: 9000, paidFen: 6000 }]
  expect(publishedOf(lines, ['姓名', '应交', '实交'])).toEqual({
    columns: ['姓名', '应交', '实交', '情况'],
    rows: [['欧阳明', '90.00', '60.00', '还差 30.00 元']],
  })
  expect(publishedOf(lines, ['其他']).rows).toEqual([['欧**', '还差 30.00 元']])
})
