import { expect, test } from 'vitest'
import { safeBack } from './safe-back.ts'

test.each([
  ['/requirements?sort=gap', '/requirements?sort=gap'],
  ['/', '/'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['https://elsewhere.example', '/'],
  [undefined, '/'],
])('after signing in from %s one goes to %s', (back, place) => {
  expect(safeBack(back)).toBe(place)
})
