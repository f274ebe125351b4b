import {
  createCipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'
import { expect, test } from 'vitest'
import { hashPassword, isOutdated, isPassword } from '../password.ts'
import { openVault } from '../vault.ts'
import type { CryptoName } from '../vault.ts'
import { attestBySm2, isAttestedBySm2, sm2KeysOf } from './sm2.ts'

const secret = 'a secret of more than thirty-two characters'
const text = '990000198506150037'
const hex = (bytes: string) => Buffer.from(bytes.replaceAll(' ', ''), 'hex')

/* The examples that the standards print. */

const digest = (message: string) => createHash('sm3').update(message).digest('hex')

test('SM3 digests as GB/T 32905 prints it', () => {
  expect(digest('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  expect(digest('abcd'.repeat(16))).toBe(
    'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
  )
})

test('SM4 enciphers as GB/T 32907 prints it, once and a million times', () => {
  const key = hex('0123456789abcdeffedcba9876543210')
  // Chained over nothing but zeros, each block is the one before enciphered again.
  const cipher = createCipheriv('sm4-cbc', key, key).setAutoPadding(false)
  const blocks = cipher.update(Buffer.alloc(16_000_000))
  expect(blocks.subarray(0, 16).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246')
  expect(blocks.subarray(-16).toString('hex')).toBe('595298c7c6fd271f0402f804c33d3f66')
})

test('SM2 accepts the signature that GB/T 32918.5 prints, and no other', () => {
  const privateKey = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8'
  const publicKey =
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020' +
    'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13'
  const r = 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3'
  const s = 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa'
  expect(sm2.getPublicKeyFromPrivateKey(privateKey)).toBe(publicKey)
  const der = hex(`3046022100${r}022100${s}`)
  const signature = `g1.${der.toString('base64url')}`
  expect(isAttestedBySm2({ publicKey }, 'message digest', signature)).toBe(true)
  expect(isAttestedBySm2({ publicKey }, 'message digesT', signature)).toBe(false)
})

test('the arithmetic of SM2 agrees with that of OpenSSL, both ways', () => {
  // OpenSSL takes no name of the signer from Node, so here there is none on either side.
  const choices = { hash: true, der: true, userId: '' } as const
  const pair = generateKeyPairSync('ec', { namedCurve: 'SM2' })
  // Read again, the key is known for one of SM2 and no longer for one of any curve.
  const privateKey = createPrivateKey(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const publicKey = createPublicKey(pair.publicKey.export({ type: 'spki', format: 'pem' }))
  const point = pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-65).toString('hex')
  const scalar = pair.privateKey.export({ type: 'sec1', format: 'der' }).subarray(7, 39)
  for (let round = 0; round < 5; round += 1) {
    const message = Buffer.from(`${text} ${round}`)
    const theirs = sign('sm3', message, privateKey).toString('hex')
    expect(sm2.doVerifySignature(message, theirs, point, choices)).toBe(true)
    const given = { ...choices, publicKey: point }
    const ours = sm2.doSignature(message, scalar.toString('hex').padStart(64, '0'), given)
    expect(verify('sm3', message, publicKey, hex(ours))).toBe(true)
  }
})

test('keys of SM2 come from the secret alone', () => {
  const keys = sm2KeysOf(Buffer.alloc(48, 7))
  expect(sm2KeysOf(Buffer.alloc(48, 7))).toEqual(keys)
  expect(isAttestedBySm2(keys, text, attestBySm2(keys, text))).toBe(true)
  expect(isAttestedBySm2(sm2KeysOf(Buffer.alloc(48, 8)), text, attestBySm2(keys, text))).toBe(false)
  expect(isAttestedBySm2(keys, text, 'g1.AAAA')).toBe(false)
})

test.each<[CryptoName, CryptoName]>([
  ['international', 'guomi'],
  ['guomi', 'international'],
])('what %s wrote, a vault of %s reads, finds and believes', (before, after) => {
  const [old, vault] = [openVault(secret, before), openVault(secret, after)]
  expect(vault.open(old.seal(text))).toBe(text)
  expect([vault.isCurrent(old.seal(text)), vault.isCurrent(vault.seal(text))]).toEqual([
    false,
    true,
  ])
  expect(vault.index(text)).not.toBe(old.index(text))
  expect(vault.indexes(text)).toEqual([vault.index(text), old.index(text)])
  expect(vault.isSigned(text, old.sign(text))).toBe(true)
  expect(vault.isAttested(text, old.attest(text))).toBe(true)
  expect(vault.deviceKey(text)).toBe(old.deviceKey(text))
  const stranger = openVault('another secret of more than thirty-two chars', before)
  expect(vault.isSigned(text, stranger.sign(text))).toBe(false)
  expect(vault.isAttested(text, stranger.attest(text))).toBe(false)
  expect(() => vault.open(stranger.seal(text))).toThrow()
})

test('SM4 opens nothing that was changed anywhere', () => {
  const vault = openVault(secret, 'guomi')
  const sealed = vault.seal(text)
  expect(vault.seal(text)).not.toBe(sealed)
  const bytes = Buffer.from(sealed.slice('g1:'.length), 'base64')
  for (const at of [0, 31, 32, 47, 48, bytes.length - 1]) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => vault.open(`g1:${changed.toString('base64')}`)).toThrow()
  }
  expect(() => vault.open('g1:')).toThrow()
})

test('passwords of either family are known, and those of the other are outdated', async () => {
  for (const by of ['international', 'guomi'] as const) {
    const kept = await hashPassword('Zhixing-é-2026', by)
    expect(await isPassword(kept, 'Zhixing-e\u0301-2026')).toBe(true)
    expect(await isPassword(kept, 'Zhixing-e-2026', 'guomi')).toBe(false)
    const other = by === 'guomi' ? 'international' : 'guomi'
    expect([isOutdated(kept, by), isOutdated(kept, other)]).toEqual([false, true])
  }
  expect(await isPassword(null, 'nobody has this password', 'guomi')).toBe(false)
})
