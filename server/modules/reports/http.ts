import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import type { CallerOf } from '../../kernel/wire.ts'
import { downloadHeaders, media } from '../../kernel/download.ts'
import { reportPaper } from './views/paper.ts'

const Key = z.object({ unitId: z.uuid(), reportId: z.uuid() })
type Key = z.infer<typeof Key>

/** The report as a file to take away. */
export async function serveReports(app: FastifyInstance, callerOf: CallerOf): Promise<void> {
  const schema = { hide: true, params: Key }
  app.get<{ Params: Key }>(
    '/api/reports/:unitId/:reportId/paper',
    { schema },
    async (request, reply) => {
      const { name, bytes } = await reportPaper(await callerOf(request, reply), request.params)
      return reply
        .headers(downloadHeaders({ name, type: media.docx }, 'no-cache'))
        .send(Buffer.from(bytes))
    },
  )
}
