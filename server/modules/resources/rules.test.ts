import { expect, test } from 'vitest'
import { likeness, sameFeature } from './rules/menu.ts'
import { lengthOf, routeThrough } from './rules/route.ts'
import { isOpen, openSpans, peakOf, without } from './rules/span.ts'
import { spanText } from '../../kernel/words.ts'

const june = (text: string) => new Date(`2026-06-${text}:00+08:00`)
const span = (from: string, until: string) => ({ from: june(from), until: june(until) })
// 2026-06-01 is a Monday.
const monday = { weekday: 1, from: 540, until: 720 }
const afternoon = { weekday: 1, from: 720, until: 1020 }

test('opening hours are those of the weekday in Shanghai, and halves that touch are one', () => {
  expect(isOpen([monday], span('01T09:00', '01T12:00'))).toBe(true)
  expect(isOpen([monday], span('01T08:59', '01T12:00'))).toBe(false)
  expect(isOpen([monday], span('02T09:00', '02T10:00'))).toBe(false)
  expect(isOpen([monday, afternoon], span('01T11:00', '01T13:00'))).toBe(true)
  expect(openSpans([], span('01T00:00', '03T00:00'))).toHaveLength(2)
  const allDay = [1, 2].map((weekday) => ({ weekday, from: 0, until: 1440 }))
  expect(isOpen(allDay, span('01T20:00', '02T06:00'))).toBe(true)
})

test('what is taken is cut out of what is open', () => {
  const left = without(
    [span('01T08:00', '01T22:00')],
    [span('01T09:00', '01T10:00'), span('01T21:00', '01T23:00')],
  )
  expect(left).toEqual([span('01T08:00', '01T09:00'), span('01T10:00', '01T21:00')])
})

test('the peak counts only those who are there at the same moment', () => {
  const held = [
    { ...span('01T09:00', '01T11:00'), quantity: 2 },
    { ...span('01T11:00', '01T13:00'), quantity: 3 },
    { ...span('01T10:00', '01T12:00'), quantity: 1 },
  ]
  expect(peakOf(held, span('01T09:00', '01T13:00'))).toBe(4)
  expect(peakOf(held, span('01T09:00', '01T10:00'))).toBe(2)
  expect(peakOf(held, span('01T13:00', '01T14:00'))).toBe(0)
})

test('times are said as people say them', () => {
  expect(spanText(span('01T09:00', '01T11:30'))).toBe('6月1日 09:00—11:30')
  expect(spanText(span('01T20:00', '02T06:00'))).toBe('6月1日 20:00—6月2日 06:00')
})

test('features are alike by the words they share', () => {
  expect(likeness('重走红溪送粮路', '重走红溪送粮路')).toBe(1)
  expect(likeness('重走红溪送粮路', '')).toBe(0)
  const others = [
    { name: '甲', feature: '非遗剪纸' },
    { name: '乙', feature: '红溪送粮路重走' },
  ]
  expect(sameFeature('重走红溪送粮路', others)?.name).toBe('乙')
  expect(sameFeature('茶园党课', others)).toBeUndefined()
})

test('a longer way is no longer than by the nearest next, and begins where it should', () => {
  const stops = Array.from({ length: 12 }, (_, at) => ({
    latitude: 30 + ((at * 7) % 12) / 50,
    longitude: 110 + ((at * 5) % 12) / 50,
  }))
  const way = routeThrough(stops)
  expect(way[0]).toBe(stops[0])
  expect(new Set(way).size).toBe(12)
  expect(lengthOf(way)).toBeLessThan(lengthOf(stops))
  expect(lengthOf(routeThrough(stops.slice(0, 8)))).toBeLessThanOrEqual(lengthOf(stops.slice(0, 8)))
})
