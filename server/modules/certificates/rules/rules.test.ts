import { expect, test } from 'vitest'
import { isCode, masked } from './masked.ts'
import { numberOf, prefixOf } from './number.ts'
import { linesOf } from './words.ts'

test.each([
  ['203.0.113.77', '203.0.*.*'],
  ['::ffff:203.0.113.77', '203.0.*.*'],
  ['2001:db8::1', '2001:db8:…'],
  ['', '不明'],
])('of the address %s only %s is kept', (address, kept) => {
  expect(masked(address)).toBe(kept)
})

test('a code is 22 signs; what else is typed in is nobody’s', () => {
  expect(isCode('q3Zr8fYw1nX0aB7dPk2T9g')).toBe(true)
  expect(['', "' or 1=1 --", 'q3Zr8fYw1nX0aB7dPk2T9', '../../etc/passwd'].some(isCode)).toBe(false)
})

test('numbers count by year and by what the class is for', () => {
  expect(numberOf(prefixOf('rotation'), 2026, 7)).toBe('党培结字〔2026〕第0007号')
  expect(numberOf(prefixOf('candidate'), 2026, 12_345)).toBe('发培结字〔2026〕第12345号')
})

test('the paper says who, when, what and how long; one day is said once, and no hours are not said', () => {
  const facts = {
    name: '陈书禾',
    organizationName: '',
    className: '发展对象培训班',
    from: '2026-05-11',
    until: '2026-05-11',
    minutes: 0,
    issuerName: '县委党校',
    issuedOn: '2026-05-12',
    number: '一号',
    address: 'https://a.example/certificates/q3Zr8fYw1nX0aB7dPk2T9g',
  }
  expect(linesOf(facts).body).toBe(
    '陈书禾同志：\n　　于2026年5月11日参加发展对象培训班学习，考核合格，准予结业。\n　　特发此证。',
  )
  expect(linesOf({ ...facts, minutes: 1470, until: '2026-05-13' }).body).toContain(
    '于2026年5月11日至2026年5月13日参加发展对象培训班学习，共 24.5 学时',
  )
})
