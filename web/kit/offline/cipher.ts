/** Words as they lie on the phone: without the key of their owner they say nothing. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }

const algorithm = 'AES-GCM'
const ivBytes = 12

/** The browser may use the key and show it to nobody, us included. */
export async function importKey(text: string): Promise<CryptoKey> {
  const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(letters, (letter) => letter.codePointAt(0) ?? 0)
  return crypto.subtle.importKey('raw', bytes, algorithm, false, ['encrypt', 'decrypt'])
}

export async function seal(key: CryptoKey, bytes: BufferSource): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
  return { iv, bytes: await crypto.subtle.encrypt({ name: algorithm, iv }, key, bytes) }
}

export async function unseal(key: CryptoKey, { iv, bytes }: Sealed): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: algorithm, iv }, key, bytes)
}

export async function sealWords(key: CryptoKey, words: unknown): Promise<Sealed> {
  return seal(key, new TextEncoder().encode(JSON.stringify(words)))
}

/** What we sealed ourselves; nothing where it cannot be opened, as after the server's secret has changed. */
export async function openWords<Words>(key: CryptoKey, sealed: Sealed): Promise<Words | undefined> {
  try {
    return JSON.parse(new TextDecoder().decode(await unseal(key, sealed))) as Words
  } catch {
    return undefined
  }
}
