import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { downloadHeaders, media } from '../../kernel/download.ts'
import type { CallerOf } from '../../kernel/wire.ts'
import { renderPaper, transferLetterPaper } from '../papers/index.ts'
import { readLetter } from './views/letter.ts'

const Params = z.object({ unitId: z.uuid(), transferId: z.uuid() })
type Params = z.infer<typeof Params>

/** The letter of introduction with its stub and its return slip, as a file to print and seal. */
export async function serveTransfers(app: FastifyInstance, callerOf: CallerOf): Promise<void> {
  app.get<{ Params: Params }>(
    '/api/transfers/:unitId/:transferId/letter.docx',
    { schema: { hide: true, params: Params } },
    async (request, reply) => {
      const letter = await readLetter(await callerOf(request, reply), request.params)
      const bytes = await renderPaper(transferLetterPaper(letter))
      const name = `${letter.name}组织关系介绍信.docx`
      return reply.headers(downloadHeaders({ name, type: media.docx })).send(Buffer.from(bytes))
    },
  )
}
