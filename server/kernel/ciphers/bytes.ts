import { createHmac, createSecretKey, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

type Digest = 'sha256' | 'sm3'

/** A key of its own for a purpose, from one secret. */
export function keyOf(secret: string, digest: Digest, use: { purpose: string; bytes: number }) {
  const bytes = Buffer.from(hkdfSync(digest, secret, 'zhixing', use.purpose, use.bytes))
  // A key object is made ready once; plain bytes are made ready at every call, which costs six times the cipher.
  return createSecretKey(bytes)
}

export function hmac(digest: Digest, key: KeyObject, text: string | Buffer): Buffer {
  return createHmac(digest, key).update(text).digest()
}

/** Takes as long for what is wrong as for what is right. */
export function isSame(one: string | Buffer, other: string | Buffer): boolean {
  const [here, there] = [Buffer.from(one), Buffer.from(other)]
  return here.length === there.length && timingSafeEqual(here, there)
}

/** Fresh random bytes at every call, fetched for many calls at a time. */
export function noncesOf(bytes: number): () => Buffer {
  let pool = Buffer.alloc(0)
  return () => {
    if (pool.length < bytes) pool = randomBytes(bytes * 512)
    const nonce = pool.subarray(0, bytes)
    pool = pool.subarray(bytes)
    return nonce
  }
}
