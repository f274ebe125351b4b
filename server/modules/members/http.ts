import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { requireActor } from '../../kernel/caller.ts'
import { missing } from '../../kernel/problem.ts'
import { writeCsv, writeXlsx } from '../../kernel/sheets/index.ts'
import type { CallerOf } from '../../kernel/wire.ts'
import { downloadHeaders, media } from '../../kernel/download.ts'
import { rollTickets } from './steps/roll-tickets.ts'
import { exportHeadings, exportRows } from './views/export-rows.ts'

const Asked = z.object({ ticket: z.string().max(8_000) })
type Asked = z.infer<typeof Asked>

/** The roll as a file, streamed to whoever was given the ticket. */
export async function serveExports(app: FastifyInstance, callerOf: CallerOf): Promise<void> {
  const schema = { hide: true, querystring: Asked }
  app.get<{ Querystring: Asked }>('/api/members/roll', { schema }, async (request, reply) => {
    const caller = await callerOf(request, reply)
    const { accountId } = requireActor(caller)
    const bearer = { vault: caller.vault, accountId, now: caller.now() }
    const ticket = rollTickets.read(request.query.ticket, bearer)
    if (!ticket) throw missing('members.ticketOver')

    const columns = exportHeadings(ticket.columns)
    const rows = exportRows(caller, ticket)
    return reply
      .headers(downloadHeaders({ name: ticket.fileName, type: media[ticket.format] }))
      .send(
        ticket.format === 'xlsx' ? writeXlsx('党员名册', columns, rows) : writeCsv(columns, rows),
      )
  })
}
