import { expect, test } from 'vitest'
import { linesFrom } from './lines.ts'

test.each([
  ['2-5, 9', [2, 3, 4, 5, 9]],
  ['3、3，4', [3, 4]],
  ['７', [7]],
  ['', []],
  ['5-2', []],
  ['a', []],
  ['0', []],
  ['1-99999', []],
])('%s', (text, lines) => {
  expect(linesFrom(text)).toEqual(lines)
})
