import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
  verify,
} from 'node:crypto'
import { promisify } from 'node:util'

/**
 * Blind signatures by RFC 9474 (RSABSSA-SHA384-PSS-Randomized), the signer's half: who signs does not see what, and
 * whoever brings the signed thing later cannot be told from anybody else whose thing was signed under the same key.
 */
export type TicketKeys = { readonly publicKey: string; readonly privateKey: string }

const bits = 2048
const saltLength = 48
const make = promisify(generateKeyPair)

export async function newTicketKeys(): Promise<TicketKeys> {
  const { publicKey, privateKey } = await make('rsa', { modulusLength: bits })
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url'),
  }
}

/** The bare RSA operation; nothing for what is no number below the modulus. */
export function signBlinded(privateKey: string, blinded: string): string | undefined {
  const key = createPrivateKey({ key: bytesOf(privateKey), type: 'pkcs8', format: 'der' })
  const number = bytesOf(blinded)
  if (number.length !== bits / 8) return undefined
  try {
    const signed = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, number)
    return signed.toString('base64url')
  } catch {
    return undefined
  }
}

export function isTicket(publicKey: string, message: string, signature: string): boolean {
  const key = createPublicKey({ key: bytesOf(publicKey), type: 'spki', format: 'der' })
  const padding = constants.RSA_PKCS1_PSS_PADDING
  return verify('sha384', bytesOf(message), { key, padding, saltLength }, bytesOf(signature))
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text, 'base64url')
}
