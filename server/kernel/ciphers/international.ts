import { createCipheriv, createDecipheriv } from 'node:crypto'
import { hmac, isSame, keyOf, noncesOf } from './bytes.ts'
import type { Keys, Suite } from './suite.ts'

const [nonceBytes, tagBytes] = [12, 16]

/** AES-256-GCM and HMAC-SHA-256. Its digests carry no mark: they are older than the choice. */
export const international: Suite = { name: 'international', mark: 'v1', keysOf }

function keysOf(secret: string): Keys {
  const key = (purpose: string) => keyOf(secret, 'sha256', { purpose, bytes: 32 })
  const [cipherKey, indexKey, signKey] = [key('cipher'), key('index'), key('sign')]
  const nextNonce = noncesOf(nonceBytes)
  const sign = (text: string) => hmac('sha256', signKey, text).toString('base64url')

  return {
    seal(text) {
      const nonce = nextNonce()
      const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    open(whole) {
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, whole.subarray(0, nonceBytes))
      decipher.setAuthTag(whole.subarray(nonceBytes, nonceBytes + tagBytes))
      const body = decipher.update(whole.subarray(nonceBytes + tagBytes))
      // Has nothing to add, but throws when something was changed.
      decipher.final()
      return body.toString()
    },
    index: (text) => hmac('sha256', indexKey, text).toString('base64url'),
    sign,
    attest: sign,
    isAttested: (text, signature) => isSame(sign(text), signature),
  }
}
