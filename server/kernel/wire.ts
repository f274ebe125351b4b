import type { Contract, Entry } from '@zhixing/contract'
import { Refusal, entries, reasons } from '@zhixing/contract'
import compress from '@fastify/compress'
import etag from '@fastify/etag'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { hasNul } from './nul.ts'
import type { Caller, Implementation } from './caller.ts'

/** One implementation for every entry of the contract: a missing or mistaken one does not compile. */
export type Routes = {
  readonly [C in keyof Contract]: {
    readonly [Verb in keyof Contract[C]]: Contract[C][Verb] extends infer E extends Entry
      ? Implementation<E>
      : never
  }
}

export type CallerOf = (request: FastifyRequest, reply: FastifyReply) => Promise<Caller>

/** Serves commands as POST and queries as GET, both at /api/<capability>/<verb>. */
export async function wire(app: FastifyInstance, routes: Routes, callerOf: CallerOf) {
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)

  for (const entry of entries.filter(({ kind }) => kind === 'command')) {
    const run = implementationOf(routes, entry)
    app.post(
      addressOf(entry),
      { schema: { ...schemaOf(entry), body: entry.input } },
      async (request, reply) => run(await callerOf(request, reply), request.body),
    )
  }

  await app.register(async (queries) => {
    await queries.register(etag)
    // After the tag, which is of the answer and not of its packing.
    await queries.register(compress, { encodings: ['br', 'gzip'] })
    for (const entry of entries.filter(({ kind }) => kind === 'query')) {
      const run = implementationOf(routes, entry)
      const schema = { ...schemaOf(entry), querystring: z.object({ input: inText(entry.input) }) }
      queries.get(addressOf(entry), { schema }, async (request, reply) => {
        // Kept by the browser for its own person only, and asked again each time: unchanged costs no body.
        void reply.header('cache-control', 'private, no-cache')
        return run(await callerOf(request, reply), (request.query as { input: unknown }).input)
      })
    }
  })
}

function addressOf({ name }: Entry): string {
  return `/api/${name.replace('.', '/')}`
}

/** The types were settled by `Routes`; here all entries look alike. */
function implementationOf(routes: Routes, { name }: Entry): Implementation<Entry> {
  const [capability = '', verb = ''] = name.split('.')
  const all = routes as unknown as Record<string, Record<string, Implementation<Entry>>>
  const found = all[capability]?.[verb]
  if (found?.entry.name !== name) throw new Error(`${name} is served by ${found?.entry.name}`)
  return found
}

function schemaOf({ name, summary, output }: Entry) {
  return {
    operationId: name,
    summary,
    tags: [name.slice(0, name.indexOf('.'))],
    response: { 200: output, '4xx': Refusal, '5xx': Refusal },
  }
}

/** JSON in the query string, so that a query has the same shapes as a command. */
function inText(shape: z.ZodType): z.ZodType {
  return z
    .string()
    .default('{}')
    .transform((text, context) => {
      if (hasNul(text)) {
        context.addIssue({ code: 'custom', message: reasons['input.control'] })
        return z.NEVER
      }
      try {
        return JSON.parse(text) as unknown
      } catch {
        context.addIssue({ code: 'custom', message: reasons['input.unreadable'] })
        return z.NEVER
      }
    })
    .pipe(shape)
}
