import { expect, test } from 'vitest'
import { piecesOf } from './pieces.ts'

test.each([
  ['有党员 8,665 名（预备 14 名）、支部', ['8,665 名', '14 名', '）、']],
  ['到年底还差 17.7 学时。', ['17.7 学', '时。']],
  ['其中 79% 达标', ['79% 达']],
  ['还没有活动', []],
])('%s holds together where it must', (text, whole) => {
  const pieces = piecesOf(text)
  expect(
    pieces.filter((_, at) => at % 2 === 1).map((one) => one.replaceAll('\u00A0', ' ')),
  ).toEqual(whole)
  expect(pieces.join('').replaceAll('\u00A0', ' ')).toBe(text)
})
