import type { Draft, EntryOf, NameOf, Output } from '@zhixing/contract'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { newId } from '../kernel/ids.ts'

/** Somebody with a browser of their own: it keeps the cookies it is given, and nothing else. */
export class Visitor {
  readonly #app: FastifyInstance
  readonly #cookies: Record<string, string>

  constructor(app: FastifyInstance, cookies: Readonly<Record<string, string>> = {}) {
    this.#app = app
    this.#cookies = { ...cookies }
  }

  /** The cookies, for what is asked by hand. */
  get kept(): Readonly<Record<string, string>> {
    return this.#cookies
  }

  /** Asks, and insists on an answer. */
  async query<N extends NameOf<'query'>>(name: N, input: Draft<EntryOf<N>>) {
    const url = `/api/${name.replace('.', '/')}`
    const answer = await this.send({ url, query: { input: JSON.stringify(input) } })
    return insistOn(name, answer) as Output<EntryOf<N>>
  }

  /** Does, and insists that it was done. */
  async command<N extends NameOf<'command'>>(name: N, input: Draft<EntryOf<N>>) {
    return insistOn(name, await this.attempt(name, input)) as Output<EntryOf<N>>
  }

  /** Does, whatever becomes of it. */
  async attempt<N extends NameOf<'command'>>(name: N, input: Draft<EntryOf<N>>) {
    const url = `/api/${name.replace('.', '/')}`
    return this.send({ method: 'POST', url, payload: input })
  }

  async upload(name: string, bytes: Buffer, purpose = 'table') {
    const boundary = `----${newId()}`
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
    const payload = Buffer.concat([
      Buffer.from(head),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
    const answer = await this.send({
      method: 'POST',
      url: '/api/files/upload',
      query: { purpose },
      payload,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    })
    return insistOn('upload', answer) as { unitId: string; fileId: string }
  }

  async download(url: string): Promise<Buffer> {
    const answer = await this.send({ url })
    if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`)
    return answer.rawPayload
  }

  private async send(options: InjectOptions) {
    const answer = await this.#app.inject({ ...options, cookies: this.#cookies })
    for (const { name, value } of answer.cookies) this.#cookies[name] = value
    return answer
  }
}

function insistOn(name: string, answer: { statusCode: number; body: string }): unknown {
  if (answer.statusCode !== 200) throw new Error(`${name}: ${answer.body}`)
  return JSON.parse(answer.body)
}
