import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { dayOf } from '../../kernel/calendar.ts'
import { downloadHeaders, media } from '../../kernel/download.ts'
import type { CallerOf } from '../../kernel/wire.ts'
import { admissionPaper, appraisalSummaryPaper, renderPaper } from '../papers/index.ts'
import type { Paper } from '../papers/index.ts'
import { formFacts, summaryFacts } from './paper.ts'
import { showAppraisal, showAppraised } from './views/round.ts'

const Params = z.object({
  unitId: z.uuid(),
  appraisalId: z.uuid(),
  paper: z.union([z.literal('summary'), z.uuid()]),
})
type Params = z.infer<typeof Params>

/** The form of one person and the table of all, drawn from what the caller may see of them. */
export async function serveAppraisal(app: FastifyInstance, callerOf: CallerOf): Promise<void> {
  app.get<{ Params: Params }>(
    '/api/appraisal/:unitId/:appraisalId/:paper',
    { schema: { hide: true, params: Params } },
    async (request, reply) => {
      const { paper, ...key } = request.params
      const caller = await callerOf(request, reply)
      const day = dayOf(caller.now())
      const { name, drawn } =
        paper === 'summary'
          ? summaryOf(await showAppraisal(caller, key), day)
          : formOf(await showAppraised(caller, { ...key, memberId: paper }), day)
      const bytes = await renderPaper(drawn)
      return reply
        .headers(downloadHeaders({ name, type: media.docx }, 'no-cache'))
        .send(Buffer.from(bytes))
    },
  )
}

type Made = { readonly name: string; readonly drawn: Paper }

function summaryOf(round: Awaited<ReturnType<typeof showAppraisal>>, day: string): Made {
  const name = `${round.organizationName}${round.year}年度民主评议党员情况汇总表.docx`
  return { name, drawn: appraisalSummaryPaper(summaryFacts(round, day)) }
}

function formOf(person: Awaited<ReturnType<typeof showAppraised>>, day: string): Made {
  const name = `${person.name}${person.year}年度民主评议党员登记表.docx`
  return { name, drawn: admissionPaper(formFacts(person, day)) }
}
