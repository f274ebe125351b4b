import { expect, test } from 'vitest'
import { committeeMeeting } from '../kinds/committee-meeting.ts'
import { memberMeeting } from '../kinds/member-meeting.ts'
import { themeDay } from '../kinds/theme-day.ts'
import { lacksOf, stageOf } from './closing.ts'
import { quorumOf } from './quorum.ts'
import { countsOf, rollOf } from './roll.ts'
import type { Attendance, Person, RollEntry } from './roll.ts'

function person(memberId: string, changes: Partial<Person> = {}): Person {
  const facts = { name: memberId, nameKey: memberId, bornOn: '1970-03-01' }
  const standing = {
    isProbationary: false,
    isVoteless: false,
    isFloating: false,
    exemption: null,
  }
  return { memberUnitId: 'unit', memberId, ...facts, ...standing, ...changes }
}

function marked(memberId: string, mark: Attendance['mark'], changes: Partial<Attendance> = {}) {
  const said = {
    memberUnitId: 'unit',
    memberId,
    mark,
    way: 'rollCall' as const,
    note: '',
    at: new Date(0),
  }
  return { ...said, isGuest: false, isDue: true, isLate: false, ...changes }
}

const nobody = { known: new Map(), isClosed: false }

test('who is excused is on the roll and not due, unless they come; guests stand last', () => {
  const people = [person('b', { exemption: '年老体弱，免到会' }), person('a'), person('c')]
  const guest = { name: 'z', nameKey: '', bornOn: '1960-01-01', organizationName: '西支部' }
  const roll = rollOf(people, [marked('a', 'present'), marked('g', 'present')], {
    known: new Map([['g', guest]]),
    isClosed: false,
  })

  expect(roll.map(({ memberId, standing }) => [memberId, standing])).toEqual([
    ['a', 'due'],
    ['b', 'exempt'],
    ['c', 'due'],
    ['g', 'guest'],
  ])
  expect(roll[1]?.note).toBe('年老体弱，免到会')
  const { due, present, unmarked, cameAll } = countsOf(roll)
  expect([due, present, unmarked.length, cameAll.length]).toEqual([2, 1, 1, 2])
})

test('a closed record is what was kept then, whatever became of the roster', () => {
  const kept = [marked('a', 'present'), marked('b', 'excused', { isDue: false })]
  const roll = rollOf([person('new'), person('b')], kept, { ...nobody, isClosed: true })
  expect(Object.fromEntries(roll.map(({ memberId, standing }) => [memberId, standing]))).toEqual({
    a: 'due',
    b: 'exempt',
  })
})

test('namesakes are told apart, and nobody else', () => {
  const people = [
    person('1', { name: '韩霜降' }),
    person('2', { name: '韩霜降', bornOn: '1988-11-02' }),
    person('3', { name: '何立夏' }),
  ]
  const roll = rollOf(people, [], nobody)
  expect(roll.map(({ distinction }) => distinction).toSorted()).toEqual([
    '',
    '1970年3月生',
    '1988年11月生',
  ])
})

test('a quorum is half of those with a vote; who made it up later was not there', () => {
  const people = ['a', 'b', 'c', 'd'].map((id) => person(id))
  const all = [...people, person('p', { isVoteless: true })]
  const quorum = (rows: Attendance[]) => quorumOf(memberMeeting, rollOf(all, rows, nobody), [1, 2])
  const two = [marked('a', 'present'), marked('p', 'present')]

  expect(quorum(two)).toEqual({ entitled: 4, present: 1, needed: 2, isMet: false })
  expect(quorum([...two, marked('b', 'present')])?.isMet).toBe(true)
  expect(quorum([...two, marked('b', 'present', { way: 'makeUp' })])?.isMet).toBe(false)
  expect(quorumOf(committeeMeeting, rollOf(all, two, nobody), [1, 2])?.needed).toBe(3)
  expect(quorumOf(themeDay, rollOf(all, two, nobody), [1, 2])).toBeUndefined()
})

const entry = (changes: Partial<RollEntry>): RollEntry => ({
  ...(rollOf([person('a')], [], nobody)[0] as RollEntry),
  ...changes,
})
const done = themeDay.template.map((item) => ({ ...item, isDone: true }))
const written = { agenda: done, minutes: '学习了文件，讨论了工作。', resolution: '' }
const present = { roll: [entry({ mark: 'present' })], quorum: undefined, hasBegun: true }

test.each<[string, object, object, string[]]>([
  ['nothing', {}, {}, []],
  ['that it begins', {}, { hasBegun: false }, ['activities.notStarted']],
  ['marks', {}, { roll: [entry({})] }, ['activities.unmarked']],
  ['people', {}, { roll: [entry({ mark: 'absent' })] }, ['activities.nobodyCame']],
  ['a required act', { agenda: done.slice(1) }, {}, ['activities.requiredUndone']],
  ['an act of choice', { agenda: done.slice(0, 2) }, {}, ['activities.chosenUndone']],
  ['minutes', { minutes: '  ' }, {}, ['activities.minutesMissing']],
  [
    'a quorum for what was decided',
    { resolution: '同意。' },
    { quorum: { entitled: 4, present: 1, needed: 2, isMet: false } },
    ['activities.quorum'],
  ],
  [
    'no quorum where nothing was decided',
    {},
    { quorum: { entitled: 4, present: 1, needed: 2, isMet: false } },
    [],
  ],
])('a record may lack %s', (...row) => {
  const [, text, facts, reasons] = row
  const lacks = lacksOf(themeDay, { ...written, ...text }, { ...present, ...facts })
  expect(lacks.map(({ reason }) => reason)).toEqual(reasons)
})

test('a record moves on by what happened, a notice can be left out', () => {
  const nothing = {
    isClosed: false,
    isRollEnded: false,
    isCalled: false,
    hasBegun: false,
    hasMarks: false,
  }
  expect(stageOf(nothing)).toBe('plan')
  expect(stageOf({ ...nothing, isCalled: true })).toBe('roll')
  expect(stageOf({ ...nothing, hasBegun: true })).toBe('roll')
  expect(stageOf({ ...nothing, isRollEnded: true })).toBe('minutes')
  expect(stageOf({ ...nothing, isRollEnded: true, isClosed: true })).toBe('closed')
})
