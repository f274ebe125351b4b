import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { requireActor } from '../../kernel/caller.ts'
import { missing } from '../../kernel/problem.ts'
import { writeCsv, writeXlsx } from '../../kernel/sheets/index.ts'
import type { CallerOf } from '../../kernel/wire.ts'
import { downloadHeaders, media } from '../../kernel/download.ts'
import { answerTickets } from './steps/answer-tickets.ts'
import { sheetOf } from './views/sheet.ts'

const Asked = z.object({ ticket: z.string().max(4_000) })
type Asked = z.infer<typeof Asked>

/** The answers as a file, for whoever was given the ticket. */
export async function serveSurveys(app: FastifyInstance, callerOf: CallerOf): Promise<void> {
  const schema = { hide: true, querystring: Asked }
  app.get<{ Querystring: Asked }>('/api/surveys/answers', { schema }, async (request, reply) => {
    const caller = await callerOf(request, reply)
    const { accountId } = requireActor(caller)
    const bearer = { vault: caller.vault, accountId, now: caller.now() }
    const ticket = answerTickets.read(request.query.ticket, bearer)
    const sheet = ticket ? await sheetOf(caller.db, ticket) : undefined
    if (!ticket || !sheet) throw missing('surveys.ticketOver')

    return reply
      .headers(downloadHeaders({ name: ticket.fileName, type: media[ticket.format] }))
      .send(
        ticket.format === 'xlsx'
          ? writeXlsx('答卷', sheet.columns, sheet.rows)
          : writeCsv(sheet.columns, sheet.rows),
      )
  })
}
