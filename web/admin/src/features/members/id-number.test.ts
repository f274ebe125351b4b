import { expect, test } from 'vitest'
import { readIdNumber } from './id-number.ts'

test.each([
  ['990000198506150038', { bornOn: '1985-06-15', sex: 'male' }],
  [' 990000 19850615 002x', { bornOn: '1985-06-15', sex: 'female' }],
  ['99000019850615003', undefined],
  ['990000198513150038', undefined],
  ['某某', undefined],
])('%s says %o', (typed, said) => {
  expect(readIdNumber(typed)).toEqual(said)
})
