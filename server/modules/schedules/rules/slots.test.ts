import { expect, test } from 'vitest'
import { calendarOf } from '../../holidays/rules/announced.ts'
import { announced } from '../../holidays/catalogue/announced.ts'
import { arrange } from './arrange.ts'
import type { Line } from './arrange.ts'
import { afterNotice, fixedDay, windowOf } from './lines.ts'
import { clashOf, clockOf, findSlot, momentOf, placeKey } from './slots.ts'
import type { Taken, Wanted } from './slots.ts'

const holidays = calendarOf(announced)
const wanted: Wanted = {
  organizationId: 'east',
  personIds: ['secretary'],
  place: placeKey('u', '会议室'),
  minutes: 90,
  earliest: '2026-10-01',
  latest: '2026-10-31',
  preferred: '2026-10-15',
  clocks: ['09:00', '14:30'],
  mayWeekend: false,
  isFixed: false,
}

function takenAt(day: string, clock: string, changes: Partial<Taken> = {}): Taken {
  const from = momentOf({ day, clock })
  const hour = 3_600_000
  const nobody = { organizationIds: [], personIds: [], place: '' }
  return { title: '培训班', from, until: from + hour, ...nobody, ...changes }
}

test.each([
  ['the preferred day', {}, [], '2026-10-15', '09:00'],
  ['after the national holiday', { preferred: '2026-10-02' }, [], '2026-10-08', '09:00'],
  ['a Saturday that is worked', { preferred: '2026-10-10' }, [], '2026-10-10', '09:00'],
  ['no Sunday', { preferred: '2026-10-11' }, [], '2026-10-10', '09:00'],
  [
    'a Sunday where people till',
    { preferred: '2026-10-11', mayWeekend: true },
    [],
    '2026-10-11',
    '09:00',
  ],
  [
    'the afternoon, where the branch meets otherwise',
    {},
    [takenAt('2026-10-15', '08:30', { organizationIds: ['east'] })],
    '2026-10-14',
    '09:00',
  ],
  [
    'the afternoon, where the room is taken',
    {},
    [takenAt('2026-10-15', '10:00', { place: 'u:会议室' })],
    '2026-10-15',
    '14:30',
  ],
  [
    'no room of that name elsewhere',
    {},
    [takenAt('2026-10-15', '10:00', { place: 'v:会议室' })],
    '2026-10-15',
    '09:00',
  ],
  [
    'where the secretary is free',
    {},
    [takenAt('2026-10-15', '10:00', { personIds: ['secretary'] })],
    '2026-10-15',
    '14:30',
  ],
  [
    'touching another is free',
    {},
    [takenAt('2026-10-15', '10:30', { personIds: ['secretary'] })],
    '2026-10-15',
    '09:00',
  ],
  [
    'a holiday before nothing',
    { earliest: '2026-10-02', latest: '2026-10-04', preferred: '2026-10-03' },
    [],
    '2026-10-03',
    '09:00',
  ],
] as const)('a meeting takes %s', (...row) => {
  const [, changes, taken, day, clock] = row
  expect(findSlot({ ...wanted, ...changes }, taken, holidays)).toEqual({ day, clock })
})

test('it says who is in two places', () => {
  const slot = { day: '2026-10-15', clock: '09:00' }
  const says = (changes: Partial<Taken>) =>
    clashOf(wanted, slot, [takenAt('2026-10-15', '09:30', changes)])
  expect(says({ organizationIds: ['east'] })).toBe('本支部党员同时在“培训班”')
  expect(says({ personIds: ['secretary'] })).toBe('支部委员或授课人同时在“培训班”')
  expect(says({ place: 'u:会议室' })).toBe('场地同时用于“培训班”')
  expect(says({ organizationIds: ['west'] })).toBeUndefined()
  expect(clockOf(new Date('2026-10-15T01:05:00Z'))).toBe('09:05')
})

test('a fixed date stays in its month, and what is owed later may wait', () => {
  expect([fixedDay('2026-02', 31), fixedDay('2026-03', 25)]).toEqual(['2026-02-28', '2026-03-25'])
  const told = { today: '2026-10-05', noticeDays: 3 }
  expect(afterNotice({ earliest: '2026-10-05', latest: '2026-10-31' }, told)).toBe('2026-10-08')
  expect(afterNotice({ earliest: '2026-10-05', latest: '2026-10-07' }, told)).toBe('2026-10-05')
  const month = {
    key: '2026-10',
    label: '10月',
    from: '2026-10-01',
    until: '2026-10-31',
    length: 'month',
    makeUpDays: 10,
  } as const
  const quarter = { ...month, key: '2026-Q4', until: '2026-12-31', length: 'quarter' } as const
  const year = { ...quarter, key: '2026', from: '2026-01-01', length: 'year' } as const
  const october = { from: '2026-10', until: '2026-10' }
  const rest = { from: '2026-10', until: '2026-12' }
  expect(windowOf(month, october, '2026-10-05')).toMatchObject({
    earliest: '2026-10-05',
    latest: '2026-10-31',
  })
  expect(windowOf(quarter, october, '2026-10-05')).toBe('later')
  expect(windowOf(quarter, rest, '2026-10-05')).toMatchObject({ latest: '2026-12-31' })
  expect(windowOf(year, { from: '2026-03', until: '2026-12' }, '2026-03-05')).toMatchObject({
    earliest: '2026-10-01',
  })
  const over = { ...month, until: '2026-09-30' }
  expect(windowOf(over, october, '2026-10-05')).toEqual({
    earliest: '2026-10-05',
    latest: '2026-10-10',
    isMakeUp: true,
  })
  expect(windowOf(over, october, '2026-10-11')).toBe('over')
})

const line: Line = {
  ...wanted,
  unitId: 'u',
  opens: '2026-10-01',
  placeName: '会议室',
  key: 'east.memberMeeting',
  title: '党员大会',
  kind: 'memberMeeting',
  because: '照上次的日子',
  isCommittee: false,
  isMemberMeeting: true,
}
const facts = { taken: [], holidays, moved: new Map(), noticeDays: 3, today: '2026-09-28' }

test('the committee meets before the members decide, and nobody is in two places', () => {
  const committee = {
    ...line,
    key: 'east.committee',
    title: '支委会',
    isCommittee: true,
    isMemberMeeting: false,
    preferred: '2026-10-20',
  }
  const group = { ...line, key: 'east.group', title: '小组会', isMemberMeeting: false }
  const arranged = arrange([committee, line, group], facts)
  const dayOf = (key: string) => arranged.find((one) => one.line.key === key)?.slot.day ?? ''
  expect(dayOf('east.committee') < dayOf('east.memberMeeting')).toBe(true)
  expect(arranged.find((one) => one.line.key === 'east.committee')?.why[0]).toBe(
    '党员大会要讨论的先上支委会',
  )
  expect(new Set(arranged.map(({ slot }) => slot.day)).size).toBe(3)
  expect(arranged.every(({ clash }) => clash === '')).toBe(true)
})

test('what was moved stays where it was put, the rest goes around it, and what is wrong is said', () => {
  const other = { ...line, key: 'east.other', title: '党课', isMemberMeeting: false }
  const moved = new Map([['east.other', { day: '2026-10-15', clock: '09:00', place: '操场' }]])
  const arranged = arrange([line, other], { ...facts, moved })
  expect(arranged.map((one) => [one.line.key, one.slot.day, one.isMoved])).toEqual([
    ['east.memberMeeting', '2026-10-14', false],
    ['east.other', '2026-10-15', true],
  ])
  expect(arranged[0]?.why).toEqual(['照上次的日子', '10月15日本支部党员同时在“党课”'])
  const wrong = new Map([
    ['east.memberMeeting', { day: '2026-10-01', clock: '09:00', place: '会议室' }],
  ])
  const taken = [takenAt('2026-10-01', '09:30', { place: 'u:会议室' })]
  const [said] = arrange([line], { ...facts, moved: wrong, taken, today: '2026-09-30' })
  expect(said).toMatchObject({
    clash: '场地同时用于“培训班”',
    warnings: ['10月1日是国庆节放假', '离开会不足 3 天，请尽快通知'],
  })
})
