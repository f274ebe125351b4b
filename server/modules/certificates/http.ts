import { zipSync } from 'fflate'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { allowStyles, hashOf } from '../../kernel/allow-styles.ts'
import { Problem } from '../../kernel/problem.ts'
import { sentenceOf } from '../../kernel/refuse.ts'
import type { CallerOf } from '../../kernel/wire.ts'
import { downloadHeaders, fileNameOf, media } from '../../kernel/download.ts'
import { verify } from './acts/verify.ts'
import { refusalPage, style, verificationPage } from './layout/page.ts'
import { certifiedOf, pathOf } from './rules/certified.ts'
import { certificateToPrint, certificatesToPrint } from './views/print.ts'

const One = z.object({ unitId: z.uuid(), certificateId: z.uuid() })
const All = z.object({ unitId: z.uuid(), classId: z.uuid(), form: z.enum(['pdf', 'zip']) })
const Code = z.object({ code: z.string().max(200) })
type Kept = Awaited<ReturnType<typeof certificateToPrint>>

/** Certificates on paper, and the public page to which the code on each of them leads. */
export async function serveCertificates(app: FastifyInstance, callerOf: CallerOf): Promise<void> {
  app.get<{ Params: z.infer<typeof One> }>(
    '/api/certificates/:unitId/:certificateId/certificate.pdf',
    { schema: { hide: true, params: One } },
    async (request, reply) => {
      const caller = await callerOf(request, reply)
      const kept = await certificateToPrint(caller, request.params)
      const bytes = await pdfOf([kept], request, caller.now())
      return send(reply, { bytes, form: 'pdf', name: `${kept.name}结业证书.pdf` })
    },
  )
  app.get<{ Params: z.infer<typeof All> }>(
    '/api/certificates/:unitId/class/:classId/:form',
    { schema: { hide: true, params: All } },
    async (request, reply) => {
      const caller = await callerOf(request, reply)
      const { form, ...key } = request.params
      const rows = await certificatesToPrint(caller, key)
      const now = caller.now()
      const bytes =
        form === 'pdf' ? await pdfOf(rows, request, now) : await zipOf(rows, request, now)
      return send(reply, { bytes, form, name: `${rows[0]?.className ?? ''}结业证书.${form}` })
    },
  )
  app.get<{ Params: z.infer<typeof Code> }>(
    '/certificates/:code',
    { schema: { hide: true, params: Code } },
    async (request, reply) => {
      const caller = await callerOf(request, reply)
      void reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('referrer-policy', 'no-referrer')
        .header('x-robots-tag', 'noindex')
      allowStyles(reply, hashOf(style))
      try {
        const verified = await verify(caller, { code: request.params.code })
        return await reply
          .code(verified.state === 'unknown' ? 404 : 200)
          .send(verificationPage(verified))
      } catch (error) {
        if (error instanceof Problem && error.kind === 'busy')
          return reply
            .code(429)
            .header('retry-after', String(error.words['秒']))
            .send(refusalPage(sentenceOf(error)))
        throw error
      }
    },
  )
}

/** What draws is loaded when somebody prints, not while everybody waits for the start. */
async function pdfOf(
  rows: readonly Kept[],
  request: FastifyRequest,
  now: Date,
): Promise<Uint8Array> {
  const { certificatePdf } = await import('./layout/document.ts')
  const origin = `${request.protocol}://${request.host}`
  const facts = rows.map((kept) => ({ ...certifiedOf(kept), address: origin + pathOf(kept) }))
  return certificatePdf(facts, { title: '结业证书', now })
}

/** A file each; the number tells namesakes apart. */
async function zipOf(rows: readonly Kept[], request: FastifyRequest, now: Date) {
  const files: Record<string, Uint8Array> = {}
  for (const kept of rows)
    // One after the other: drawing does not wait for anything.
    // oxlint-disable-next-line no-await-in-loop
    files[fileNameOf(`${kept.number} ${kept.name}.pdf`)] = await pdfOf([kept], request, now)
  return zipSync(files, { level: 0, mtime: now })
}

type Sent = {
  readonly bytes: Uint8Array
  readonly form: 'pdf' | 'zip'
  readonly name: string
}

function send(reply: FastifyReply, { bytes, form, name }: Sent) {
  return reply.headers(downloadHeaders({ name, type: media[form] })).send(Buffer.from(bytes))
}
