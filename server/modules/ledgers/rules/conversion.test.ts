import { describe, expect, test } from 'vitest'
import { worthOf } from './conversion.ts'
import { overDays } from './span.ts'

const values = {
  'hours.convert.class_day': 480,
  'hours.convert.class_half_day': 240,
  'hours.convert.branch_study.half_day': 240,
  'hours.convert.practice.half_day': 240,
  'hours.convert.study_group.session': 180,
  'hours.convert.home_delivery.visit': 120,
  'hours.convert.teaching.times': 5,
  'hours.convert.unit_class.max': 1080,
  'hours.convert.article.city': 720,
  'hours.convert.article.province': 1440,
  'hours.convert.article.national': 2880,
  'hours.convert.hour.meeting': 60,
  'hours.convert.hour.lesson': 45,
}

describe('[S0-41] what a study is worth', () => {
  test.each([
    ['an evening of branch study, by the clock', 'study', 90, 1, 'branch', 90],
    ['a long day of branch study, two half days', 'study', 600, 1, 'branch', 480],
    ['a lesson of the Party', 'lecture', 120, 1, 'committee', 120],
    ['six lessons of 45 minutes', 'class', 270, 1, 'county', 360],
    ['a class day, at most eight hours', 'class', 600, 1, 'county', 480],
    ['three class days', 'class', 1350, 3, 'county', 1440],
    ["a branch's own class, at most eighteen hours", 'class', 1350, 3, 'branch', 1080],
    ['teaching two lessons, five times', 'teaching', 90, 1, 'branch', 600],
    ['an online course, by its credit', 'online', 200, 10, 'county', 200],
    ['a visit at home, at most two hours', 'homeDelivery', 180, 1, 'branch', 120],
    ['an article in a county paper', 'writing', 0, 1, 'county', 0],
    ['an article in a city paper', 'writing', 0, 1, 'city', 720],
    ['an article in a national paper', 'writing', 0, 1, 'nation', 2880],
  ] as const)('%s', (...[, source, clockMinutes, days, level, minutes]) => {
    expect(worthOf({ source, clockMinutes, days, level }, values).minutes).toBe(minutes)
  })

  test('online study counts up to a share, all other in full', () => {
    const study = { clockMinutes: 60, days: 1, level: 'county' } as const
    expect(worthOf({ ...study, source: 'online' }, values)).toMatchObject({
      isOnline: true,
      isCentralized: false,
    })
    expect(worthOf({ ...study, source: 'class' }, values)).toMatchObject({
      isOnline: false,
      isCentralized: true,
    })
  })
})

test('a class over the turn of the year is credited to both years, to the minute', () => {
  expect(overDays('2025-12-30', '2026-01-01', 1000)).toEqual([
    { day: '2025-12-30', minutes: 334 },
    { day: '2025-12-31', minutes: 333 },
    { day: '2026-01-01', minutes: 333 },
  ])
  expect(overDays('2026-03-01', '2026-03-03', 2)).toHaveLength(2)
})
