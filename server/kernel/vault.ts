import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/**
 * What keeps identifiers unreadable at rest. `seal` and `open` are AES-256-GCM with a fresh nonce;
 * `index` is a keyed digest of the same text, equal for equal texts, so that a row can be found without being read;
 * `sign` proves that a text came from here; `isSigned` asks for that proof, and takes as long for a wrong one.
 */
export type Vault = {
  readonly seal: (text: string) => string
  readonly open: (sealed: string) => string
  readonly index: (text: string) => string
  readonly sign: (text: string) => string
  readonly isSigned: (text: string, signature: string) => boolean
}

const version = 'v1'

/** One secret of at least 32 characters; every purpose gets a key of its own from it. */
export function openVault(secret: string): Vault {
  const [cipherKey, indexKey, signKey] = ['cipher', 'index', 'sign'].map((purpose) =>
    // A key object is made ready once; plain bytes are made ready at every call, which costs six times the cipher.
    createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'zhixing', purpose, 32))),
  ) as [KeyObject, KeyObject, KeyObject]
  const nextNonce = noncesOf()

  return {
    seal(text) {
      const nonce = nextNonce()
      const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      const whole = Buffer.concat([nonce, cipher.getAuthTag(), body])
      return `${version}:${whole.toString('base64')}`
    },
    open(sealed) {
      const [mark, base64 = ''] = sealed.split(':')
      if (mark !== version) throw new Error(`sealed with ${mark}, which this vault does not know`)
      const whole = Buffer.from(base64, 'base64')
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, whole.subarray(0, 12))
      decipher.setAuthTag(whole.subarray(12, 28))
      return decipher.update(whole.subarray(28), undefined, 'utf8') + decipher.final('utf8')
    },
    index: (text) => hmac(indexKey, text),
    sign: (text) => hmac(signKey, text),
    isSigned: (text, signature) => isSame(hmac(signKey, text), signature),
  }
}

function hmac(key: KeyObject, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url')
}

function isSame(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)]
  return one.length === other.length && timingSafeEqual(one, other)
}

const nonceBytes = 12

/** Fresh random bytes at every call, fetched for many calls at a time. */
function noncesOf(): () => Buffer {
  let pool = Buffer.alloc(0)
  return () => {
    if (pool.length < nonceBytes) pool = randomBytes(nonceBytes * 512)
    const nonce = pool.subarray(0, nonceBytes)
    pool = pool.subarray(nonceBytes)
    return nonce
  }
}
