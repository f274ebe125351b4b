import type { Draft, EntryOf, NameOf, Output, Refusal } from '@zhixing/contract'
import { patiently } from './patience.ts'

/** What the server refused, with the sentence to show and the fields to mark. */
export class Refused extends Error {
  readonly status: number
  readonly refusal: Refusal

  constructor(status: number, refusal: Refusal) {
    super(sentenceOf(refusal))
    this.status = status
    this.refusal = refusal
  }
}

export function isSignedOut(error: Error): boolean {
  return error instanceof Refused && error.refusal.reason === 'identity.missing'
}

/** The server was not reached, or something between us answered in its place. */
export class Unreachable extends Error {
  constructor() {
    super('没有连上服务器，请检查网络后再试')
  }
}

export async function query<N extends NameOf<'query'>>(
  name: N,
  input: Draft<EntryOf<N>>,
  signal: AbortSignal | null = null,
): Promise<Output<EntryOf<N>>> {
  const address = addressOfQuery(name, input)
  const headers: HeadersInit = anew.delete(address) ? { 'cache-control': 'no-cache' } : {}
  return reach(address, { signal, headers })
}

/** Of which moment an answer was, where it was not of the moment it was asked. */
const moments = new Map<string, string>()
const anew = new Set<string>()

export function takenAtOf(address: string): string | undefined {
  return moments.get(address)
}

/** The next time this is asked, it is to be counted and not to be remembered. */
export function askAnew(address: string): void {
  anew.add(address)
}

/** Under which the answer can be kept, and found again. */
export function addressOfQuery<N extends NameOf<'query'>>(
  name: N,
  input: Draft<EntryOf<N>>,
): string {
  return `${addressOf(name)}?input=${encodeURIComponent(JSON.stringify(input))}`
}

export async function command<N extends NameOf<'command'>>(
  name: N,
  input: Draft<EntryOf<N>>,
): Promise<Output<EntryOf<N>>> {
  const headers = { 'content-type': 'application/json' }
  return reach(addressOf(name), { method: 'POST', headers, body: JSON.stringify(input) })
}

function addressOf(name: string): string {
  return `/api/${name.replace('.', '/')}`
}

async function reach<Value>(address: string, request: RequestInit): Promise<Value> {
  const send = () =>
    fetch(address, request).catch((error: unknown) => {
      throw isAbort(error) ? error : new Unreachable()
    })
  const response = await patiently(send, request)
  const takenAt = response.headers.get('x-taken-at')
  if (takenAt === null) moments.delete(address)
  else moments.set(address, takenAt)
  return answer(response)
}

/** Only types of the contract reach the browser; the server has already checked what it sends. */
async function answer<Value>(response: Response): Promise<Value> {
  const body: unknown = await response.json().catch(() => {
    throw new Unreachable()
  })
  if (!response.ok) throw new Refused(response.status, body as Refusal)
  return body as Value
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}

/** Forms that somebody else overtook read the same everywhere. */
function sentenceOf({ reason, message, requestId }: Refusal): string {
  if ((reason as string) === 'input.stale') return '别人刚改过，请刷新后再改'
  return requestId ? `${message}（编号 ${requestId}）` : message
}
