import { entries } from '@zhixing/contract'
import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import * as z from 'zod'

const inputs = new Map(entries.map(({ name, input }) => [`/api/${name.replace('.', '/')}`, input]))

/** The contract for other systems, from the same schemas that judge their calls. */
export async function publish(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: '党员教育管理平台', version: '1' } },
    transform: (document) => {
      const { schema, url } = jsonSchemaTransform(document)
      const input = inputs.get(url)
      if (!input || !('querystring' in document.schema)) return { schema, url }
      return { schema: { ...schema, querystring: jsonParameter(input) }, url }
    },
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}

/** Says that `input` is JSON in the query string, and which; the schema of the route knows only text. */
function jsonParameter(input: z.ZodType) {
  const { $schema: _, ...schema } = z.toJSONSchema(input, { io: 'input' })
  return {
    type: 'object',
    properties: { input: { ...schema, 'x-consume': 'application/json' } },
  }
}
