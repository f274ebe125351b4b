import { describe, expect, test } from 'vitest'
import { readIdNumber, tidyIdNumber } from './id-number.ts'

describe("a citizen's number", () => {
  test.each([
    ['990000198506150037', { bornOn: '1985-06-15', sex: 'male' }],
    ['990000198506150045', { bornOn: '1985-06-15', sex: 'female' }],
    ['11010519491231002X', { bornOn: '1949-12-31', sex: 'female' }],
  ])('%s says who its holder is', (text, read) => {
    expect(readIdNumber(text)).toStrictEqual(read)
  })

  test.each([
    ['99000019850615003X', 'idCheck'],
    ['990000198502300036', 'idDay'],
    ['990000850615003', 'idOld'],
    ['9900001985061500', 'idLength'],
    ['9900001985O6150037', 'idSigns'],
    ['990000198506150X37', 'idSigns'],
    ['', 'idLength'],
  ])('%s is refused as %s', (text, fault) => {
    expect(readIdNumber(text)).toMatchObject({ fault })
  })

  test('one wrong digit never passes', () => {
    const right = '990000198506150037'
    const wrong = Array.from(right.slice(0, 17), (own, at) =>
      Array.from('0123456789')
        .filter((digit) => digit !== own)
        .map((digit) => right.slice(0, at) + digit + right.slice(at + 1)),
    ).flat()

    expect(wrong.filter((text) => !('fault' in readIdNumber(text)))).toStrictEqual([])
  })

  test('is read whatever keyboard it came from', () => {
    expect(tidyIdNumber(' 110105 19491231 ００２ｘ ')).toBe('11010519491231002X')
  })
})
