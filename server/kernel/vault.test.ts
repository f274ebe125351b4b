import { expect, test } from 'vitest'
import { openVault } from './vault.ts'

const vault = openVault('a secret of more than thirty-two characters')
const other = openVault('another secret of more than thirty-two chars')
const text = '990000198506150037'

test('opens what it sealed, and no two seals look alike', () => {
  const [one, two] = [vault.seal(text), vault.seal(text)]
  expect(one).not.toBe(two)
  expect([vault.open(one), vault.open(two)]).toEqual([text, text])
  expect(one).not.toContain(text)
})

test('finds the same text by the same index, and tells nothing without the secret', () => {
  expect(vault.index(text)).toBe(vault.index(text))
  expect(vault.index(text)).not.toBe(other.index(text))
  expect(vault.index(text)).not.toBe(vault.sign(text))
})

test('refuses what was changed, or sealed by another', () => {
  const sealed = vault.seal(text)
  const changed = `${sealed.slice(0, -4)}AAA=`
  expect(() => vault.open(changed)).toThrow()
  expect(() => other.open(sealed)).toThrow()
  expect(() => vault.open('v9:AAAA')).toThrow('v9')
})

test('knows its own signature, and no other of any length', () => {
  const signature = vault.sign(text)
  expect(vault.isSigned(text, signature)).toBe(true)
  for (const wrong of ['', signature.slice(1), `${signature}x`, other.sign(text)])
    expect(vault.isSigned(text, wrong)).toBe(false)
})

test('seals, opens and digests many at a time as it does one', async () => {
  const texts = Array.from({ length: 200 }, (_, at) => `${text}${at}`)
  const sealed = await vault.many('seal', texts)
  expect(sealed.map(vault.open)).toEqual(texts)
  expect(await vault.many('open', sealed)).toEqual(texts)
  expect(await vault.many('index', texts)).toEqual(texts.map(vault.index))
  expect(await vault.many('open', sealed.slice(0, 2))).toEqual(texts.slice(0, 2))
  await expect(other.many('open', sealed)).rejects.toThrow()
  // One heap that was refused spoils no other.
  expect(await other.many('open', await other.many('seal', texts))).toEqual(texts)
})
