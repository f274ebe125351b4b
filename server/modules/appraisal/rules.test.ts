import { expect, test } from 'vitest'
import { excellentMost, refuseVerdict, roleOf } from './rules/grade.ts'
import { toldApart } from './rules/names.ts'
import { isYearOpen, lacksBeforeVote, stageOf } from './rules/round.ts'
import { owedBy, pairOf } from './rules/talks.ts'

test.each([
  [9, 3],
  [8, 2],
  [2, 0],
  [50, 16],
])('of %i graded at most %i are excellent: what is over a third is dropped', (graded, most) => {
  expect(excellentMost(graded, [1, 3])).toBe(most)
})

const good = { politics: 'good', discipline: 'good', virtue: 'good', service: 'good' } as const
const person = { name: '李山泉', role: 'graded', roleNote: '' } as const
const others = { graded: 6, excellent: 1, most: { value: [1, 3] as const, clause: '指引' } }

test.each([
  ['the last place among the excellent', person, 'excellent', good, 1, undefined],
  ['one too many', person, 'excellent', good, 2, 'appraisal.excellentMost'],
  ['a gap', person, 'excellent', { ...good, virtue: 'lacking' }, 0, 'appraisal.excellentLacking'],
  ['a gap and qualified', person, 'qualified', { ...good, virtue: 'lacking' }, 2, undefined],
  ['no grade', person, null, good, 0, 'appraisal.gradeMissing'],
  ['on probation', { ...person, role: 'ungraded' }, 'basic', good, 0, 'appraisal.noGrade'],
  ['on probation without', { ...person, role: 'ungraded' }, null, good, 0, undefined],
  ['excused', { ...person, role: 'excused' }, null, good, 0, 'appraisal.excused'],
] as const)('%s', (...row) => {
  const [, who, grade, headings, excellent, reason] = row
  const refusal = refuseVerdict(who, { grade, headings }, { ...others, excellent })
  expect(refusal?.reason).toBe(reason)
})

test('a place may ask for years as a full member before somebody is graded', () => {
  const full = { stage: 'full', confirmedOn: '2025-12-05' } as const
  expect(roleOf(full, { day: '2026-12-04', fromYears: 1 })).toMatchObject({ role: 'ungraded' })
  expect(roleOf(full, { day: '2026-12-05', fromYears: 1 })).toMatchObject({ role: 'graded' })
  expect(roleOf({ ...full, confirmedOn: null }, { day: '2026-12-05', fromYears: 0 }).role).toBe(
    'graded',
  )
})

test('a round belongs to its year, or in January still to the one before', () => {
  expect(isYearOpen(2026, '2026-01-01')).toBe(true)
  expect(isYearOpen(2026, '2027-01-31')).toBe(true)
  expect(isYearOpen(2026, '2027-02-01')).toBe(false)
  expect(isYearOpen(2027, '2026-12-31')).toBe(false)
})

test('a round is where its ballot is; a void one leaves it voting', () => {
  const at = { closedOn: null, votedOn: '2026-12-20' } as const
  expect(stageOf({ ...at, votedOn: null, ballot: undefined })).toBe('rating')
  expect(stageOf({ ...at, ballot: 'void' })).toBe('voting')
  expect(stageOf({ ...at, ballot: 'closed' })).toBe('concluding')
  expect(stageOf({ ...at, closedOn: '2026-12-26', ballot: 'closed' })).toBe('closed')
})

test('where only one takes part, nobody can have rated them', () => {
  const one = { memberId: 'a', name: '甲', role: 'graded', groupId: null } as const
  const alone = [{ ...one, hasSelf: true, isConcluded: false }]
  expect(lacksBeforeVote(alone, { opinions: new Map(), hasMeeting: true })).toEqual([])
})

const seat = (memberId: string, isOfficer: boolean) => ({ memberId, name: memberId, isOfficer })
const born = (name: string, bornOn: string) => ({ name, bornOn })

test('what is owed: each pair on the committee, each member with some officer and with some member', () => {
  const people = [seat('a', true), seat('b', true), seat('c', false), seat('d', false)]
  const [a, b, c] = people
  if (!a || !b || !c) throw new Error('nobody is there')
  const none = { pairs: [], times: 1 }
  expect(owedBy(a, people, none)).toEqual([
    { kind: 'officers', done: 0, needed: 1, withNames: ['b'] },
  ])
  expect(owedBy(c, people, none).map(({ kind }) => kind)).toEqual(['officerMember', 'members'])
  const pairs = [pairOf('c', 'b'), pairOf('b', 'a')]
  expect(owedBy(c, people, { pairs, times: 1 }).map(({ kind }) => kind)).toEqual(['members'])
  expect(owedBy(a, people, { pairs, times: 1 })).toEqual([])
  expect(owedBy(a, people, { pairs, times: 2 })).toHaveLength(1)
  // Who is alone owes nobody.
  expect(owedBy(c, [c], none)).toEqual([])
})

test('two of one name are told apart, others keep it', () => {
  expect(
    toldApart([
      born('张三', '1980-05-01'),
      born('李四', '1990-01-01'),
      born('张三', '1971-01-01'),
    ]).map(({ name }) => name),
  ).toEqual(['张三（1980 年生）', '李四', '张三（1971 年生）'])
})
