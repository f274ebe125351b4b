import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { Refused } from '../api.ts'
import { patiently } from '../patience.ts'

/** A ticket on its way: made before it is asked for, so that a lost answer can be asked for again. */
type Slip = { message: string; blinded: string; inverse: string; signature: string }
type Ticket = { message: string; signature: string }

type Desk = {
  /** Where the ticket waits in this browser until it has been handed in: whose it is, and for what. */
  name: string
  /** Asked for without a session: whoever asks is told the same key. */
  publicKey: () => Promise<string>
  /** With the name, and blinded. */
  sign: (blinded: string) => Promise<{ signature: string }>
  /** Without the name. */
  hand: (ticket: Ticket) => Promise<void>
}

const suite = RSABSSA.SHA384.PSS.Randomized()

/**
 * Hands something in that nobody can link to whoever gave it: the name goes with a blinded ticket, what is said goes
 * without a session and with the ticket unblinded.
 */
export async function castBlindly({ name, publicKey, sign, hand }: Desk): Promise<void> {
  // Without https the browser does not compute, and the way to the server could be listened to.
  if (!('subtle' in crypto)) throw new Error('匿名提交要用 https 网址打开，请联系管理员')
  const key = await imported(await publicKey())
  const slip = readSlip(name) ?? (await newSlip(key))
  keepSlip(name, slip)
  if (slip.signature === '') {
    const { signature } = await sign(slip.blinded)
    slip.signature = textOf(
      await suite.finalize(key, bytesOf(slip.message), bytesOf(signature), bytesOf(slip.inverse)),
    )
    keepSlip(name, slip)
  }
  await hand({ message: slip.message, signature: slip.signature })
  localStorage.removeItem(name)
}

/** Posts without a session and without saying from which page. */
export async function postNamelessly(address: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const request = { method: 'POST', headers, body: JSON.stringify(body) }
  const nameless = { ...request, credentials: 'omit', referrerPolicy: 'no-referrer' } as const
  await answerOf(await patiently(() => fetch(address, nameless), nameless))
}

/** Asks without a session. */
export async function askNamelessly<Value>(address: string, input: object): Promise<Value> {
  const words = encodeURIComponent(JSON.stringify(input))
  return answerOf(
    await patiently(() => fetch(`${address}?input=${words}`, { credentials: 'omit' }), {}),
  )
}

async function newSlip(key: CryptoKey): Promise<Slip> {
  const message = suite.prepare(crypto.getRandomValues(new Uint8Array(32)))
  const { blindedMsg, inv } = await suite.blind(key, message)
  const words = { message: textOf(message), blinded: textOf(blindedMsg), inverse: textOf(inv) }
  return { ...words, signature: '' }
}

async function imported(publicKey: string): Promise<CryptoKey> {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' }
  return crypto.subtle.importKey('spki', bytesOf(publicKey), algorithm, true, ['verify'])
}

async function answerOf<Value>(response: Response): Promise<Value> {
  const body = await response.json()
  if (!response.ok) throw new Refused(response.status, body)
  return body
}

function readSlip(name: string): Slip | undefined {
  const kept = localStorage.getItem(name)
  return kept ? JSON.parse(kept) : undefined
}

function keepSlip(name: string, slip: Slip): void {
  localStorage.setItem(name, JSON.stringify(slip))
}

function textOf(bytes: Uint8Array): string {
  const letters = btoa(String.fromCodePoint(...bytes))
  return letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(letters, (letter) => letter.codePointAt(0) ?? 0)
}
