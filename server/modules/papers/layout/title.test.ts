import { array, assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { titleLines } from './title.ts'

test('a short title stays on one line, a long one breaks between words into like lines', () => {
  expect(titleLines('关于召开党员大会的通知')).toEqual(['关于召开党员大会的通知'])
  expect(titleLines('中共禾岭县委组织部关于2026年度党员教育管理工作情况的汇报')).toEqual([
    '中共禾岭县委组织部关于2026年度',
    '党员教育管理工作情况的汇报',
  ])
})

test('no line begins with a closing sign, and no character is lost', () => {
  const signs = constantFrom(...Array.from('关于印发《条例》的通知（试行），2026年A'))
  assert(
    property(array(signs, { maxLength: 80 }), (characters) => {
      const title = characters.join('')
      const lines = titleLines(title)
      expect(lines.join('')).toBe(title)
      for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，》）]/)
    }),
  )
})
