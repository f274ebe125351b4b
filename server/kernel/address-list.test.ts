import { expect, test } from 'vitest'
import { isAddressWord, isAmong } from './address-list.ts'

test.each([
  ['10.1.2.3', ['10.1.2.3'], true],
  ['10.1.2.4', ['10.1.2.3'], false],
  ['10.1.255.1', ['192.168.0.0/16', '10.1.0.0/16'], true],
  ['10.2.0.1', ['10.1.0.0/16'], false],
  ['::ffff:10.1.0.9', ['10.1.0.0/16'], true],
  ['fd00::9', ['fd00::/8'], true],
  ['2001:db8::1', ['0.0.0.0/0'], false],
  ['2001:db8::1', ['0.0.0.0/0', '::/0'], true],
  ['10.1.2.3', ['nowhere', '10.1.2.3/99', ''], false],
  ['', ['0.0.0.0/0', '::/0'], false],
])('%s among %j: %s', (address, words, expected) => {
  expect(isAmong(address, words)).toBe(expected)
})

test.each(['10.1', '10.0.0.0/33', '10.0.0.0/8/8', 'fe80::1%eth0', '10.0.0.0/-1', '县委大院', '/8'])(
  '%s is no address',
  (word) => {
    expect(isAddressWord(word)).toBe(false)
  },
)
