import { expect, test } from 'vitest'
import { barOption } from './bar-option.ts'

const points = Array.from({ length: 12 }, (_, at) => ({
  label: `${at + 1}月`,
  value: 16.8 + at,
  stress: at === 11,
}))
const words = { unit: '学时', value: '已学', rest: '缺' }

test.each([
  [{ scale: 1, width: 360 }, 12],
  [{ scale: 1.3, width: 900 }, 12],
  // In large type on a phone the numbers would lie over each other: the one that the title speaks of stays.
  [{ scale: 1.3, width: 350 }, 1],
])('of twelve bars with the room %o, %i carry their number', (room, count) => {
  const { series } = barOption(points, words, room) as {
    series: { data: { label: { show: boolean } }[] }[]
  }
  expect(series[0]?.data.filter(({ label }) => label.show)).toHaveLength(count)
})
