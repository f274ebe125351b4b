import type { Draft, EntryOf, NameOf, Output } from '@zhixing/contract'

type Sent = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> }
type Heard<Value> = { readonly status: number; readonly body: Value }

/** Somebody with a browser of their own, at the other end of a network. */
export class Remote {
  readonly #address: string
  readonly #cookies: Map<string, string>

  constructor(address: string, cookies: Readonly<Record<string, string>> = {}) {
    this.#address = address
    this.#cookies = new Map(Object.entries(cookies))
  }

  /** The same person, sent to one server by name. */
  at(address: string): Remote {
    return new Remote(address, Object.fromEntries(this.#cookies))
  }

  async query<N extends NameOf<'query'>>(name: N, input: Draft<EntryOf<N>>) {
    const asked = new URLSearchParams({ input: JSON.stringify(input) })
    return insistOn(name, await this.send<Output<EntryOf<N>>>(`${pathOf(name)}?${asked}`))
  }

  async command<N extends NameOf<'command'>>(name: N, input: Draft<EntryOf<N>>) {
    return insistOn(name, await this.attempt(name, input))
  }

  /** Does, whatever becomes of it. */
  async attempt<N extends NameOf<'command'>>(name: N, input: Draft<EntryOf<N>>) {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify(input)
    return this.send<Output<EntryOf<N>>>(pathOf(name), { method: 'POST', body, headers })
  }

  async upload(name: string, bytes: Uint8Array<ArrayBuffer>, purpose = 'table') {
    const body = new FormData()
    body.append('file', new Blob([bytes]), name)
    const path = `/api/files/upload?purpose=${purpose}`
    const sent = this.send<{ unitId: string; fileId: string }>(path, { method: 'POST', body })
    return insistOn('upload', await sent)
  }

  async send<Value>(path: string, options: Sent = {}): Promise<Heard<Value>> {
    const cookie = [...this.#cookies].map(([key, value]) => `${key}=${value}`).join('; ')
    const headers = { ...options.headers, cookie }
    const answer = await fetch(`${this.#address}${path}`, { ...options, headers })
    for (const given of answer.headers.getSetCookie()) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(given) ?? []
      this.#cookies.set(key, value)
    }
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('json')
    return { status: answer.status, body: (isJson ? JSON.parse(text) : text) as Value }
  }
}

function pathOf(name: string): string {
  return `/api/${name.replace('.', '/')}`
}

function insistOn<Value>(name: string, { status, body }: Heard<Value>): Value {
  if (status !== 200) throw new Error(`${name}: ${status} ${JSON.stringify(body)}`)
  return body
}
