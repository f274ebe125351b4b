import { expect, test } from 'vitest'
import { placed } from './placed.ts'

const size = { width: 640, height: 480 }

test('north is up, east is right, and everything is on the sheet', () => {
  const [low, high] = placed(
    [
      { latitude: 30, longitude: 110 },
      { latitude: 30.2, longitude: 110.1 },
    ],
    size,
  )
  expect(low?.y).toBeGreaterThan(high?.y ?? 0)
  expect(high?.x).toBeGreaterThan(low?.x ?? 0)
  expect([low, high].every((one) => one && one.y >= 48 && one.y <= 432)).toBe(true)
})

test('one point alone stands in the middle', () => {
  expect(placed([{ latitude: 30, longitude: 110 }], size)).toMatchObject([{ x: 320, y: 240 }])
})
