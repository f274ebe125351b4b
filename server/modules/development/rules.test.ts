import { expect, test } from 'vitest'
import { addMonths } from '../../kernel/calendar.ts'
import { rules2014 } from './catalogue/rules-2014.ts'
import { rules2026 } from './catalogue/rules-2026.ts'
import { versionOn } from './catalogue/versions.ts'
import { belongsTo, sharesOf } from './rules/structure.ts'
import { countVote, refuseResolution, refuseVote } from './rules/vote.ts'
import { refuseEnding, stageAfter, stageOf } from './rules/way.ts'

test('both versions have twenty-five steps of the same names in the same order', () => {
  const keys = rules2026.steps.map(({ key }) => key)
  expect(keys).toHaveLength(25)
  expect(rules2014.steps.map(({ key }) => key)).toEqual(keys)
  expect(rules2026.steps.every(({ clause }) => clause.includes('2026年修订'))).toBe(true)
  const differ = keys.filter((_, at) => {
    const [old, now] = [rules2014.steps[at], rules2026.steps[at]]
    return (
      JSON.stringify([old?.earliest, old?.latest, old?.needs]) !==
      JSON.stringify([now?.earliest, now?.latest, now?.needs])
    )
  })
  expect(differ).toEqual(['target', 'meeting', 'oath'])
})

test.each([
  ['2026-04-20', '2014'],
  ['2026-05-10', '2014'],
  ['2026-05-11', '2026'],
])('an application of %s keeps the rules of %s', (day, version) => {
  expect(versionOn(day)).toBe(version)
})

test.each([
  ['a year from the meeting', '2026-06-01', 12, '2027-06-01'],
  ['probation begun on 29 February', '2028-02-29', 12, '2029-02-28'],
  ['an extension that ends on 29 February', '2027-08-31', 6, '2028-02-29'],
  ['the last day of the third month', '2026-11-30', 3, '2027-02-28'],
])('months are counted to the same day, or the last: %s', (_, from, months, until) => {
  expect(addMonths(from, months)).toBe(until)
})

const vote = {
  excluded: 0,
  excludedBecause: '',
  present: 6,
  written: 0,
  inFavour: 6,
  against: 0,
  abstained: 0,
}
test.each([
  ['ten may vote, six came, all in favour', vote, undefined, true],
  [
    'the present suffice, the entitled do not',
    { ...vote, inFavour: 5, against: 1 },
    undefined,
    false,
  ],
  ['exactly half came', { ...vote, present: 5, inFavour: 5 }, 'development.votePresent', false],
  ['written opinions count as votes', { ...vote, written: 2, inFavour: 8 }, undefined, true],
  [
    'written opinions make no quorum',
    { ...vote, present: 5, written: 3, inFavour: 8 },
    'development.votePresent',
    true,
  ],
  ['more votes than voters', { ...vote, inFavour: 7 }, 'development.voteMany', true],
  [
    'more voters than may vote',
    { ...vote, present: 9, written: 2 },
    'development.voteNobody',
    true,
  ],
  ['left out without a reason', { ...vote, excluded: 1 }, 'development.voteExcluded', true],
] as const)('a vote: %s', (_, asked, reason, isPassed) => {
  expect(refuseVote(asked, 10)?.reason).toBe(reason)
  expect(countVote(asked, 10).isPassed).toBe(isPassed)
})

test('a resolution follows from its vote, for and against', () => {
  expect(refuseResolution({ ...vote, inFavour: 5 }, 10, true)?.reason).toBe(
    'development.voteFailed',
  )
  expect(refuseResolution(vote, 10, true)).toBeUndefined()
  expect(refuseResolution(vote, 10, false)?.reason).toBe('development.votePassed')
})

test('stages follow from steps', () => {
  expect(stageOf(['apply', 'talk'])).toBe('applicant')
  expect(stageOf(['apply', 'talk', 'activist', 'activistFiled'])).toBe('activist')
  expect(stageAfter('activist', 'targetFiled', 'pass')).toBe('target')
  expect(stageAfter('target', 'meeting', 'failed')).toBe('activist')
  expect(stageAfter('probationary', 'confirmApprove', 'extend')).toBe('probationary')
  expect(stageAfter('probationary', 'confirmApprove', 'cancel')).toBe('ended')
})

const limits = { least: 6, most: 12 }
const fresh = { resolution: null, extendedOn: null }
test.each([
  { known: fresh, asked: ['extend', 5], reason: 'development.months' },
  { known: fresh, asked: ['extend', 6], reason: undefined },
  { known: fresh, asked: ['extend', 13], reason: 'development.months' },
  {
    known: { ...fresh, extendedOn: '2027-06-01' },
    asked: ['extend', 6],
    reason: 'development.extendedOnce',
  },
] as const)('the meeting at the end of probation %#', ({ known, asked, reason }) => {
  const [outcome, months] = asked
  const refusal = refuseEnding(known, { step: 'confirmMeeting', outcome, months }, limits)
  expect(refusal?.reason).toBe(reason)
})

test('the committee approves what the branch resolved, or sends it back', () => {
  const known = { ...fresh, resolution: 'extend' } as const
  const of = (outcome: string) =>
    refuseEnding(known, { step: 'confirmApprove', outcome, months: null }, limits)?.reason
  expect(['confirm', 'extend', 'back'].map(of)).toEqual([
    'development.resolved',
    undefined,
    undefined,
  ])
})

test('structure is what those admitted are, on the day they were', () => {
  const person = {
    sex: 'female',
    ethnicity: '01',
    bornOn: '1991-01-01',
    education: '21',
    isFrontline: false,
  } as const
  expect(belongsTo('youth', person, '2026-12-31')).toBe(true)
  expect(belongsTo('youth', person, '2027-01-01')).toBe(false)
  const people = [person, { ...person, sex: 'male', ethnicity: '03' } as const].map((one) => ({
    ...one,
    on: '2026-06-01',
  }))
  expect(sharesOf(people)).toEqual({
    women: 50,
    minority: 50,
    youth: 100,
    educated: 100,
    frontline: 0,
  })
})
