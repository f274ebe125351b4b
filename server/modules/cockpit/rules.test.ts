import { describe, expect, test } from 'vitest'
import { categoriesTitle, coverageTitle, leastOf, meetingsTitle, paceTitle } from './rules.ts'

describe('the titles say what the bars show', () => {
  test.each([
    [0, [], '还没有应学的党员'],
    [20, [{ name: '东镇', untrained: 0 }], '应学的党员今年都参加过学习'],
    [20, [{ name: '东镇', untrained: 2 }], '2 人今年还没有参加过学习，都在东镇'],
    [
      3000,
      [
        { name: '东镇', untrained: 1200 },
        { name: '西乡', untrained: 34 },
      ],
      '1,234 人今年还没有参加过学习，东镇最多',
    ],
  ])('of %i people who owe hours, %j', (people, below, title) => {
    expect(coverageTitle(people, below)).toBe(title)
  })

  test.each([
    [1710, 1710, '人均已学 28.5 学时，跟上全年 32 学时的进度'],
    [1500, 1710, '人均已学 25 学时，比进度少 3.5'],
  ])('%i minutes done of %i due', (doneMinutes, dueMinutes, title) => {
    expect(paceTitle({ doneMinutes, dueMinutes, yearHours: '32' })).toBe(title)
  })

  test('categories are told by the largest and the smallest', () => {
    const parts = [
      { label: '形势与任务', value: 100 },
      { label: '理想信念与理论', value: 300 },
    ]
    expect(categoriesTitle(parts)).toBe('理想信念与理论占 75%，形势与任务最少')
    expect(categoriesTitle(parts.map((part) => ({ ...part, value: 0 })))).toBe('今年还没有记入学时')
  })

  test('meetings are told by the month with the fewest, once there are months to compare', () => {
    const months = [
      { label: '1月', value: 700 },
      { label: '2月', value: 600 },
    ]
    expect(meetingsTitle(1300, months)).toBe('办结组织生活 1,300 次，2月最少')
    expect(meetingsTitle(700, months.slice(0, 1))).toBe('办结组织生活 700 次')
    expect(meetingsTitle(0, [])).toBe('今年还没有办结的组织生活')
  })

  test('no month is the least where all are alike', () => {
    expect(leastOf([3, 3, 3])).toBeUndefined()
    expect(leastOf([3, 1, 2])).toBe(1)
  })
})
