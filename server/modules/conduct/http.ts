import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { dayOf } from '../../kernel/calendar.ts'
import { downloadHeaders, media } from '../../kernel/download.ts'
import { missing } from '../../kernel/problem.ts'
import type { CallerOf } from '../../kernel/wire.ts'
import { admissionPaper, renderPaper } from '../papers/index.ts'
import { look } from './acts/look.ts'
import { isPaper, paperFacts } from './paper.ts'

const Params = z.object({ unitId: z.uuid(), caseId: z.uuid(), paper: z.string().max(40) })
type Params = z.infer<typeof Params>

/** The papers of a case as files to sign. Taking one away is a look like any other, and leaves its trace. */
export async function serveConduct(app: FastifyInstance, callerOf: CallerOf): Promise<void> {
  app.get<{ Params: Params }>(
    '/api/conduct/:unitId/:caseId/:paper.docx',
    { schema: { hide: true, params: Params } },
    async (request, reply) => {
      const { paper, ...key } = request.params
      const caller = await callerOf(request, reply)
      if (!isPaper(paper)) throw missing('conduct.paperUnknown')
      const file = await look(caller, key)
      const facts = paperFacts(file, paper, dayOf(caller.now()))
      const bytes = await renderPaper(admissionPaper(facts))
      const name = `${facts.title}.docx`
      return reply.headers(downloadHeaders({ name, type: media.docx })).send(Buffer.from(bytes))
    },
  )
}
