import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { dayOf } from '../../kernel/calendar.ts'
import { downloadHeaders, media } from '../../kernel/download.ts'
import { missing } from '../../kernel/problem.ts'
import type { CallerOf } from '../../kernel/wire.ts'
import { admissionPaper, renderPaper } from '../papers/index.ts'
import { isPaper, paperFacts } from './paper.ts'
import { showApplicant } from './views/show.ts'

const Params = z.object({
  unitId: z.uuid(),
  applicantId: z.uuid(),
  paper: z.string().max(40),
})
type Params = z.infer<typeof Params>

/** The papers of somebody's way as files to sign, drawn from what the caller may see of it. */
export async function serveDevelopment(app: FastifyInstance, callerOf: CallerOf): Promise<void> {
  app.get<{ Params: Params }>(
    '/api/development/:unitId/:applicantId/:paper.docx',
    { schema: { hide: true, params: Params } },
    async (request, reply) => {
      const { paper, ...key } = request.params
      const caller = await callerOf(request, reply)
      const shown = await showApplicant(caller, key)
      if (!isPaper(paper)) throw missing('development.paperUnknown')
      const facts = paperFacts(shown, paper, dayOf(caller.now()))
      const bytes = await renderPaper(admissionPaper(facts))
      const name = `${shown.name}${facts.title}.docx`
      return reply
        .headers(downloadHeaders({ name, type: media.docx }, 'no-cache'))
        .send(Buffer.from(bytes))
    },
  )
}
