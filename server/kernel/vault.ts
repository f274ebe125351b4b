import { guomi, hasGuomi } from './ciphers/guomi.ts'
import { isSame } from './ciphers/bytes.ts'
import { international } from './ciphers/international.ts'
import type { Keys, Suite } from './ciphers/suite.ts'
import { openAside } from './vault-aside.ts'
import type { Deed } from './vault-aside.ts'

export type CryptoName = Suite['name']

/**
 * What keeps identifiers unreadable at rest. `seal` and `open` encrypt and prove, with a fresh nonce each time;
 * `index` is a keyed digest of the same text, equal for equal texts, so that a row can be found without being read;
 * `sign` proves that a text came from here; `isSigned` asks for that proof, and takes as long for a wrong one.
 * What one family of algorithms wrote, a vault of another reads: `npm run reseal` is what changes it.
 */
export type Vault = {
  readonly crypto: CryptoName
  readonly seal: (text: string) => string
  readonly open: (sealed: string) => string
  /** One of them done to each of many texts, in another thread. */
  readonly many: (deed: Deed, texts: readonly string[]) => Promise<string[]>
  /** Whether it was sealed by the family that seals now. */
  readonly isCurrent: (sealed: string) => boolean
  readonly index: (text: string) => string
  /** All under which a text may be kept: for whoever looks for it. */
  readonly indexes: (text: string) => readonly string[]
  readonly sign: (text: string) => string
  /** All that may have been kept as its signature. */
  readonly signatures: (text: string) => readonly string[]
  /** A key for a browser, whose own cipher knows one family only: it outlives a change of CRYPTO. */
  readonly deviceKey: (text: string) => string
  readonly isSigned: (text: string, signature: string) => boolean
  /** Signs what is kept for years; by `guomi` with SM2. */
  readonly attest: (text: string) => string
  readonly isAttested: (text: string, signature: string) => boolean
}

const suites: readonly Suite[] = hasGuomi() ? [international, guomi] : [international]

/** One secret of at least 32 characters; every family and every purpose gets a key of its own from it. */
export function openVault(secret: string, crypto: CryptoName = 'international'): Vault {
  const rings = suites.map(({ name, mark, keysOf }) => ({ name, mark, ...keysOf(secret) }))
  const now = rings.find(({ name }) => name === crypto)
  if (!now) throw new Error(`this Node was built without the algorithms of CRYPTO=${crypto}`)
  const keys = international.keysOf(secret)
  const newestFirst: readonly Keys[] = [now, ...rings.filter((ring) => ring !== now)]
  const signatures = (text: string) => newestFirst.map(({ sign }) => sign(text))

  const box = {
    seal: (text: string) => `${now.mark}:${now.seal(text).toString('base64')}`,
    open(sealed: string) {
      const [mark, base64 = ''] = sealed.split(':')
      const ring = rings.find((one) => one.mark === mark)
      if (!ring) throw new Error(`sealed with ${mark}, which this vault does not know`)
      return ring.open(Buffer.from(base64, 'base64'))
    },
    index: now.index,
  }

  return {
    ...box,
    crypto,
    many: openAside(box, { secret, crypto }),
    isCurrent: (sealed) => sealed.startsWith(`${now.mark}:`),
    indexes: (text) => newestFirst.map(({ index }) => index(text)),
    sign: now.sign,
    signatures,
    deviceKey: keys.sign,
    // All are asked, whichever says yes.
    isSigned: (text, signature) =>
      signatures(text).filter((one) => isSame(one, signature)).length > 0,
    attest: now.attest,
    isAttested: (text, signature) =>
      newestFirst.some(({ isAttested }) => isAttested(text, signature)),
  }
}
