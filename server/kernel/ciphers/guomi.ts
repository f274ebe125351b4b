import { createCipheriv, createDecipheriv, getCiphers, getHashes } from 'node:crypto'
import { hmac, isSame, keyOf, noncesOf } from './bytes.ts'
import { attestBySm2, isAttestedBySm2, sm2KeysOf } from './sm2.ts'
import type { Keys, Suite } from './suite.ts'

const [nonceBytes, proofBytes] = [16, 32]
const mark = 'g1'

/**
 * GB/T 32907 SM4 in counter mode, proven by HMAC over GB/T 32905 SM3 before anything is opened; HMAC-SM3 for digests;
 * GB/T 32918 SM2 for what is kept. SM4-GCM would be one step less, but Node does not offer it.
 */
export const guomi: Suite = { name: 'guomi', mark, keysOf }

/** Whether this Node was built with them. */
export function hasGuomi(): boolean {
  return getCiphers().includes('sm4-ctr') && getHashes().includes('sm3')
}

function keysOf(secret: string): Keys {
  const key = (purpose: string, bytes: number) => keyOf(secret, 'sm3', { purpose, bytes })
  const cipherKey = key('guomi cipher', 16)
  const proofKey = key('guomi proof', 32)
  const indexKey = key('guomi index', 32)
  const signKey = key('guomi sign', 32)
  // Made ready when first asked for: the arithmetic is a library of its own, and most calls never need it.
  let pair: ReturnType<typeof sm2KeysOf> | undefined
  const sm2 = () => (pair ??= sm2KeysOf(key('guomi attest', 48).export()))
  const nextNonce = noncesOf(nonceBytes)
  const proofOf = (whole: Buffer) =>
    hmac('sm3', proofKey, Buffer.concat([Buffer.from(mark), whole]))

  return {
    seal(text) {
      const nonce = nextNonce()
      const cipher = createCipheriv('sm4-ctr', cipherKey, nonce)
      const body = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([proofOf(body), body])
    },
    open(whole) {
      const [proof, body] = [whole.subarray(0, proofBytes), whole.subarray(proofBytes)]
      if (!isSame(proofOf(body), proof)) throw new Error('changed since it was sealed')
      const decipher = createDecipheriv('sm4-ctr', cipherKey, body.subarray(0, nonceBytes))
      return decipher.update(body.subarray(nonceBytes), undefined, 'utf8') + decipher.final('utf8')
    },
    index: (text) => `${mark}.${hmac('sm3', indexKey, text).toString('base64url')}`,
    sign: (text) => hmac('sm3', signKey, text).toString('base64url'),
    attest: (text) => attestBySm2(sm2(), text),
    isAttested: (text, signature) => isAttestedBySm2(sm2(), text, signature),
  }
}
