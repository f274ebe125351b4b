import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { requireActor } from '../../kernel/caller.ts'
import { missing } from '../../kernel/problem.ts'
import { writeCsv, writeXlsx } from '../../kernel/sheets/index.ts'
import type { CallerOf } from '../../kernel/wire.ts'
import { readExportTicket } from './rules/export-ticket.ts'
import { sheetOf } from './views/sheet.ts'

const Asked = z.object({ ticket: z.string().max(4_000) })
type Asked = z.infer<typeof Asked>

const media = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** The answers as a file, for whoever was given the ticket. */
export async function serveSurveys(app: FastifyInstance, callerOf: CallerOf): Promise<void> {
  const schema = { hide: true, querystring: Asked }
  app.get<{ Querystring: Asked }>('/api/surveys/answers', { schema }, async (request, reply) => {
    const caller = await callerOf(request, reply)
    const { accountId } = requireActor(caller)
    const { sign } = caller.vault
    const now = caller.now().toISOString()
    const ticket = readExportTicket(request.query.ticket, { sign, accountId, now })
    const sheet = ticket ? await sheetOf(caller.db, ticket) : undefined
    if (!ticket || !sheet) throw missing('surveys.ticketOver')

    const rows = inOne(sheet.rows)
    const name = encodeURIComponent(ticket.fileName)
    return reply
      .header('content-type', media[ticket.format])
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(
        ticket.format === 'xlsx'
          ? writeXlsx('答卷', sheet.columns, rows)
          : writeCsv(sheet.columns, rows),
      )
  })
}

async function* inOne(rows: readonly string[][]) {
  yield rows
}
