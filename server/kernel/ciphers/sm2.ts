import { createRequire } from 'node:module'
import type { sm2 } from 'sm-crypto-v2'

type Library = { readonly sm2: typeof sm2 }
type Sm2Keys = { readonly privateKey: string; readonly publicKey: string }

const require = createRequire(import.meta.url)
const mark = 'g1.'
/** The order of the base point, GB/T 32918.5. */
const order = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n
/** The name that GB/T 32918 is used with where nobody agreed on another. */
const userId = '1234567812345678'
const choices = { hash: true, der: true, userId } as const

/**
 * Node knows the curve, but not with a name of the signer, without which no other program accepts a signature. The
 * arithmetic of the library is that of noble-curves.
 */
function library(): Library['sm2'] {
  // Loaded by whoever signs or proves, which is seldom.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (require('sm-crypto-v2') as Library).sm2
}

/** The same secret, the same keys; more bytes than the order has, so that no key is likelier than another. */
export function sm2KeysOf(bytes: Buffer): Sm2Keys {
  const number = (BigInt(`0x${bytes.toString('hex')}`) % (order - 2n)) + 1n
  const privateKey = number.toString(16).padStart(64, '0')
  return { privateKey, publicKey: library().getPublicKeyFromPrivateKey(privateKey) }
}

export function attestBySm2({ privateKey, publicKey }: Sm2Keys, text: string): string {
  const hex = library().doSignature(Buffer.from(text), privateKey, { ...choices, publicKey })
  return `${mark}${Buffer.from(hex, 'hex').toString('base64url')}`
}

export function isAttestedBySm2(
  { publicKey }: Pick<Sm2Keys, 'publicKey'>,
  text: string,
  signature: string,
) {
  if (!signature.startsWith(mark)) return false
  const hex = Buffer.from(signature.slice(mark.length), 'base64url').toString('hex')
  try {
    return library().doVerifySignature(Buffer.from(text), hex, publicKey, choices)
  } catch {
    // No signature at all.
    return false
  }
}
