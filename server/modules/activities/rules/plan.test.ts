import { expect, test } from 'vitest'
import { committeeMeeting } from '../kinds/committee-meeting.ts'
import { lecture } from '../kinds/lecture.ts'
import { memberMeeting } from '../kinds/member-meeting.ts'
import { themeDay } from '../kinds/theme-day.ts'
import { clockMinutesOf, creditWords } from './credit.ts'
import { usualStart } from './draft.ts'
import { monthsFor, refusePlan } from './plan.ts'
import type { Plan } from './plan.ts'

const study = { title: '学习', minutes: 60, part: 'study' }
const deliberation = { title: '议事', minutes: 30, part: 'deliberation' }
const chosen = { title: '植树', minutes: 30 }
const good: Plan = {
  month: '2026-09',
  startsAt: '2026-09-25T01:00:00Z',
  endsAt: '2026-09-25T03:00:00Z',
  place: '村委会',
  link: '',
  lecturerName: '',
  agenda: [study, deliberation, chosen],
}

test.each<[string, Partial<Plan>, string | undefined]>([
  ['as it should be', {}, undefined],
  ['online only', { place: '', link: 'https://a.example' }, undefined],
  ['nowhere', { place: '' }, 'activities.placeMissing'],
  ['that ends before it begins', { endsAt: '2026-09-25T00:00:00Z' }, 'activities.timesOrder'],
  ['of thirteen hours', { endsAt: '2026-09-25T14:00:00Z' }, 'activities.timesLong'],
  ['with too much to do', { endsAt: '2026-09-25T02:59:00Z' }, 'activities.agendaLong'],
  ['without a required act', { agenda: [study, chosen] }, 'activities.requiredUnplanned'],
  ['with nothing chosen', { agenda: [study, deliberation] }, 'activities.chosenUnplanned'],
  ['that knows no such part', { agenda: [{ ...chosen, part: 'x' }] }, 'activities.partUnknown'],
  ['for another month', { month: '2026-10' }, 'activities.monthWrong'],
  ['for the month before, too late', { month: '2026-08' }, 'activities.monthWrong'],
])('a theme day %s', (_, changes, reason) => {
  expect(refusePlan(themeDay, { ...good, ...changes }, 10)?.reason).toBe(reason)
})

test('[S4-39] a committee begins with the first topic, a lecture names who gives it', () => {
  const first = { title: '学习讲话', minutes: 30, part: 'firstTopic' }
  const matters = { title: '研究', minutes: 30, part: 'matters' }
  const refusalOf = (agenda: Plan['agenda']) =>
    refusePlan(committeeMeeting, { ...good, agenda }, 10)?.reason
  expect(refusalOf([first, matters])).toBeUndefined()
  expect(refusalOf([matters, first])).toBe('activities.firstWrong')
  expect(refusalOf([matters])).toBe('activities.requiredUnplanned')

  const lesson = { ...good, agenda: [{ title: '党课', minutes: 60, part: 'lesson' }] }
  expect(refusePlan(lecture, lesson, 10)?.reason).toBe('activities.lecturerMissing')
  expect(refusePlan(lecture, { ...lesson, lecturerName: '王五' }, 10)).toBeUndefined()
})

test('a missed period is made up within days, a month by a month, a quarter only after its end', () => {
  expect(monthsFor(themeDay, '2026-10-10', 10)).toEqual(['2026-10', '2026-09'])
  expect(monthsFor(themeDay, '2026-10-11', 10)).toEqual(['2026-10'])
  expect(monthsFor(memberMeeting, '2026-10-05', 10)).toEqual(['2026-10', '2026-09'])
  expect(monthsFor(memberMeeting, '2026-09-05', 10)).toEqual(['2026-09'])
})

test('what counts is the agenda, where only study counts the study, never more than it lasted', () => {
  const agenda = [study, { title: '决定', minutes: 40, part: 'matters' }]
  expect(clockMinutesOf(themeDay, agenda, 120)).toBe(100)
  expect(clockMinutesOf(themeDay, agenda, 80)).toBe(80)
  expect(clockMinutesOf(memberMeeting, agenda, 120)).toBe(60)
  expect(creditWords(memberMeeting, 90, 90)).toBe('议程中的学习共 90 分钟，每人计 1.5 学时')
})

test('the next one is proposed for the same weekday of the month, if that is still ahead', () => {
  const last = new Date('2026-08-28T01:00:00Z')
  const propose = (now: string, month?: string) =>
    usualStart(last, new Date(now), month).toISOString()
  expect(propose('2026-09-01T00:00:00Z')).toBe('2026-09-25T01:00:00.000Z')
  expect(propose('2026-09-26T02:47:00Z')).toBe('2026-09-26T02:30:00.000Z')
  expect(propose('2026-09-26T02:47:00Z', '2026-10')).toBe('2026-10-23T01:00:00.000Z')
  expect(usualStart(undefined, new Date('2026-09-26T02:47:00Z'), undefined).toISOString()).toBe(
    '2026-09-26T02:30:00.000Z',
  )
})
