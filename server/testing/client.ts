import type { Draft, EntryOf, NameOf, Output, Refusal } from '@zhixing/contract'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { buildApp } from './app.ts'
import type { Caller } from '../kernel/caller.ts'

type Answer<Value> = {
  readonly status: number
  readonly body: Value & Partial<Refusal>
  readonly headers: LightMyRequestResponse['headers']
}

/** The whole server as somebody sees it through the wire. */
export async function clientOf({ db, now, vault, files, actor }: Caller) {
  const app: FastifyInstance = await buildApp({
    db,
    now,
    vault,
    files,
    identify: async () => actor,
  })
  const cookies = { session: 'of the test' }

  return {
    app,
    query: async <N extends NameOf<'query'>>(name: N, input: Draft<EntryOf<N>>, headers = {}) =>
      answer<Output<EntryOf<N>>>(
        await app.inject({
          url: addressOf(name),
          query: { input: JSON.stringify(input) },
          headers,
          cookies,
        }),
      ),
    command: async <N extends NameOf<'command'>>(name: N, input: Draft<EntryOf<N>>) =>
      answer<Output<EntryOf<N>>>(
        await app.inject({
          method: 'POST',
          url: addressOf(name),
          payload: input as object,
          cookies,
        }),
      ),
  }
}

function addressOf(name: string): string {
  return `/api/${name.replace('.', '/')}`
}

function answer<Value>({ statusCode, headers, body }: LightMyRequestResponse): Answer<Value> {
  const value: unknown = body === '' ? {} : JSON.parse(body)
  return { status: statusCode, headers, body: value as Value & Partial<Refusal> }
}
