import { expect, test } from 'vitest'
import { hasNul } from './nul.ts'

test.each([
  ['a\u0000b', true],
  [String.raw`\ `.trim() + '\u0000', true],
  [String.raw`\u0000`, false],
  [String.raw`\\u0000`, false],
  ['\u0001', false],
])('%j', (text, found) => {
  expect(hasNul(JSON.stringify({ text }))).toBe(found)
})
