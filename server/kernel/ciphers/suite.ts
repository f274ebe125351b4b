/** One family of algorithms behind the vault. Each of its seals and digests begins with its mark. */
export type Suite = {
  readonly name: 'international' | 'guomi'
  /** What its seals begin with, before a colon. */
  readonly mark: string
  /** The keys of one secret, one for every purpose. */
  readonly keysOf: (secret: string) => Keys
}

export type Keys = {
  /** Nonce, proof and body, without the mark. */
  readonly seal: (text: string) => Buffer
  readonly open: (whole: Buffer) => string
  /** Keyed digests: equal for equal texts, nothing without the secret. */
  readonly index: (text: string) => string
  readonly sign: (text: string) => string
  /** A signature for what is kept for years. */
  readonly attest: (text: string) => string
  readonly isAttested: (text: string, signature: string) => boolean
}
