import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { downloadHeaders, media } from '../../kernel/download.ts'
import { conflict } from '../../kernel/problem.ts'
import type { CallerOf } from '../../kernel/wire.ts'
import { renderPaper, slipsPaper } from '../papers/index.ts'
import { slipsFacts } from './paper.ts'
import { showBallot } from './views/show.ts'

const Key = z.object({ unitId: z.uuid(), ballotId: z.uuid() })
type Key = z.infer<typeof Key>

/** The slips of a ballot on paper, to be printed; drawn from what the caller may see of it. */
export async function serveBallots(app: FastifyInstance, callerOf: CallerOf): Promise<void> {
  const schema = { hide: true, params: Key }
  app.get<{ Params: Key }>(
    '/api/ballots/:unitId/:ballotId/slips',
    { schema },
    async (request, reply) => {
      const state = await showBallot(await callerOf(request, reply), request.params)
      if (state.way !== 'paper') throw conflict('ballots.onPhone')
      const bytes = await renderPaper(slipsPaper(slipsFacts(state)))
      const name = `${state.title.slice(0, 60)}选票.docx`
      return reply
        .headers(downloadHeaders({ name, type: media.docx }, 'no-cache'))
        .send(Buffer.from(bytes))
    },
  )
}
