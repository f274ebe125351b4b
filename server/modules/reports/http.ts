import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import type { CallerOf } from '../../kernel/wire.ts'
import { reportPaper } from './views/paper.ts'

const Key = z.object({ unitId: z.uuid(), reportId: z.uuid() })
type Key = z.infer<typeof Key>

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The report as a file to take away. */
export async function serveReports(app: FastifyInstance, callerOf: CallerOf): Promise<void> {
  const schema = { hide: true, params: Key }
  app.get<{ Params: Key }>(
    '/api/reports/:unitId/:reportId/paper',
    { schema },
    async (request, reply) => {
      const { name, bytes } = await reportPaper(await callerOf(request, reply), request.params)
      return reply
        .header('content-type', docx)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, no-cache')
        .send(Buffer.from(bytes))
    },
  )
}
