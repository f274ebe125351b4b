import type { Draft, EntryOf, NameOf, Output, Refusal } from '@zhixing/contract'

/** What the server refused, with the sentence to show and the fields to mark. */
export class Refused extends Error {
  readonly status: number
  readonly refusal: Refusal

  constructor(status: number, refusal: Refusal) {
    super(refusal.message)
    this.status = status
    this.refusal = refusal
  }
}

export async function query<N extends NameOf<'query'>>(
  name: N,
  input: Draft<EntryOf<N>>,
  signal: AbortSignal | null = null,
): Promise<Output<EntryOf<N>>> {
  const text = encodeURIComponent(JSON.stringify(input))
  return answer(await fetch(`${addressOf(name)}?input=${text}`, { signal }))
}

export async function command<N extends NameOf<'command'>>(
  name: N,
  input: Draft<EntryOf<N>>,
): Promise<Output<EntryOf<N>>> {
  const headers = { 'content-type': 'application/json' }
  return answer(
    await fetch(addressOf(name), { method: 'POST', headers, body: JSON.stringify(input) }),
  )
}

function addressOf(name: string): string {
  return `/api/${name.replace('.', '/')}`
}

/** Only types of the contract reach the browser; the server has already checked what it sends. */
async function answer<Value>(response: Response): Promise<Value> {
  const body: unknown = await response.json()
  if (!response.ok) throw new Refused(response.status, body as Refusal)
  return body as Value
}
