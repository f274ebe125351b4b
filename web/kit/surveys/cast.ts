import { RSABSSA } from '@cloudflare/blindrsa-ts'
import type { Answers, EntryOf, Output } from '@zhixing/contract'
import { Refused, command } from '../api.ts'

type Key = { unitId: string; surveyId: string }
type Ballot = Output<EntryOf<'surveys.ballot'>>

/** A ticket on its way: made before it is asked for, so that a lost answer can be asked for again. */
type Slip = { group: string; message: string; blinded: string; inverse: string; signature: string }

const suite = RSABSSA.SHA384.PSS.Randomized()

/**
 * Hands in an answer that nobody can link to whoever gave it: the name goes with a blinded ticket, the answer goes
 * without a session and with the ticket unblinded.
 */
export async function castBallot(
  key: Key,
  { personId, group }: { personId: string; group: string },
  answers: Answers,
): Promise<void> {
  // Without https the browser does not compute, and the way to the server could be listened to.
  if (!('subtle' in crypto)) throw new Error('匿名答卷要用 https 网址打开，请联系管理员')
  const name = `ticket:${personId}:${key.surveyId}`
  const slip = readSlip(name) ?? (await newSlip(key, group))
  keepSlip(name, slip)
  if (slip.signature === '') {
    const { signature } = await command('surveys.ticket', { ...key, blinded: slip.blinded })
    slip.signature = await unblind(key, slip, signature)
    keepSlip(name, slip)
  }
  const { message, signature } = slip
  await anonymously('/api/surveys/cast', { ...key, group: slip.group, message, signature, answers })
  localStorage.removeItem(name)
}

async function newSlip(key: Key, group: string): Promise<Slip> {
  const message = suite.prepare(crypto.getRandomValues(new Uint8Array(32)))
  const { blindedMsg, inv } = await suite.blind(await keyOf(key, group), message)
  const words = { message: textOf(message), blinded: textOf(blindedMsg), inverse: textOf(inv) }
  return { group, ...words, signature: '' }
}

async function unblind(key: Key, { group, message, inverse }: Slip, signed: string) {
  const publicKey = await keyOf(key, group)
  return textOf(
    await suite.finalize(publicKey, bytesOf(message), bytesOf(signed), bytesOf(inverse)),
  )
}

/** Asked for without a session: whoever asks is told the same keys. */
async function keyOf(key: Key, group: string): Promise<CryptoKey> {
  const input = encodeURIComponent(JSON.stringify(key))
  const response = await fetch(`/api/surveys/ballot?input=${input}`, { credentials: 'omit' })
  const { keys }: Ballot = await answerOf(response)
  const found = keys.find((one) => one.group === group)
  if (!found) throw new Error('问卷的验票公钥没有找到，请刷新后再试')
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' }
  return crypto.subtle.importKey('spki', bytesOf(found.publicKey), algorithm, true, ['verify'])
}

async function anonymously(address: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const request = { method: 'POST', headers, body: JSON.stringify(body) }
  await answerOf(
    await fetch(address, { ...request, credentials: 'omit', referrerPolicy: 'no-referrer' }),
  )
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
