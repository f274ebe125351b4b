import multipart from '@fastify/multipart'
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { requireActor } from '../../kernel/caller.ts'
import type { Caller } from '../../kernel/caller.ts'
import { isDatabaseAway } from '../../kernel/db.ts'
import { contentOf, isZip } from '../../kernel/file-content.ts'
import type { Received } from '../../kernel/files.ts'
import { newId } from '../../kernel/ids.ts'
import { mp4Of } from '../../kernel/mp4.ts'
import { fileNameOf } from '../../kernel/download.ts'
import { Problem, conflict, missing, unreadable } from '../../kernel/problem.ts'
import { fileKindOf } from '../../kernel/sheets/index.ts'
import type { CallerOf } from '../../kernel/wire.ts'
import { upload } from './acts/upload.ts'
import type { FileSubject } from './index.ts'
import {
  isShown,
  mediaOf,
  megabytesMaxOf,
  partOf,
  rangeWords,
  packageMedia,
  refuseContent,
  safeNameOf,
  sizesMax,
  tableMedia,
} from './rules.ts'
import type { Purpose } from './rules.ts'
import { findFile } from './store.ts'

const hidden = { hide: true }
const Asked = z.object({
  purpose: z.enum(['document', 'table', 'video', 'package']).default('document'),
})
type Asked = z.infer<typeof Asked>
const Key = z.object({ unitId: z.uuid(), fileId: z.uuid() })
type Key = z.infer<typeof Key>
const Shown = z.object({ show: z.literal('1').optional() })
type Shown = z.infer<typeof Shown>

/** Files in and out: one at a time, streamed, and out only to those who may see what they hang on. */
export async function serveFiles(
  app: FastifyInstance,
  callerOf: CallerOf,
  subjects: readonly FileSubject[],
): Promise<void> {
  await app.register(async (room) => {
    // We count the bytes ourselves, so that the answer can say which file and which limit.
    const limits = { files: 1, fields: 4, parts: 5, fileSize: Number.MAX_SAFE_INTEGER }
    await room.register(multipart, { limits })

    const asking = { schema: { ...hidden, querystring: Asked } }
    room.post<{ Querystring: Asked }>('/api/files/upload', asking, async (request, reply) => {
      const caller = await callerOf(request, reply)
      requireActor(caller)
      if (isDeclaredTooLarge(request, request.query.purpose)) {
        void reply.header('connection', 'close')
        throw unreadable('files.declared', { 上限: megabytesMaxOf(request.query.purpose) })
      }
      return receive(caller, request, request.query.purpose)
    })

    const naming = { schema: { ...hidden, params: Key, querystring: Shown } }
    room.get<{ Params: Key; Querystring: Shown }>(
      '/api/files/:unitId/:fileId',
      naming,
      async (request, reply) => {
        const caller = await callerOf(request, reply)
        const file = await findVisible(caller, request.params, subjects)
        const { show } = request.query
        const part = partOf(request.headers.range, file.bytes)
        if (part === 'outside')
          return reply.code(416).header('content-range', `bytes */${file.bytes}`).send()
        const way = show && isShown(file.mediaType) ? 'inline' : 'attachment'
        if (part) reply.code(206).header('content-range', rangeWords(part, file.bytes))
        return reply
          .header('content-length', part ? part.end - part.start + 1 : file.bytes)
          .header('content-type', file.mediaType)
          .header('accept-ranges', 'bytes')
          .header(
            'content-disposition',
            `${way}; filename*=UTF-8''${encodeURIComponent(fileNameOf(file.name))}`,
          )
          .header('x-content-type-options', 'nosniff')
          .header('cache-control', 'private, no-cache')
          .send(caller.files.open(file.id, part))
      },
    )
  })
}

const headroom = 2 * 1024 * 1024

/** Who says beforehand that it is too much need not send it first. */
function isDeclaredTooLarge({ headers }: FastifyRequest, purpose: Purpose): boolean {
  return Number(headers['content-length'] ?? 0) > sizesMax[purpose] + headroom
}

async function receive(caller: Caller, request: FastifyRequest, purpose: Purpose) {
  const part = await request.file().catch(refuseForm)
  if (!part) throw unreadable('files.missing')

  const fileId = newId()
  const name = safeNameOf(part.filename)
  const received = await caller.files
    .receive(fileId, part.file, sizesMax[purpose])
    .catch((error: unknown) => refuseCut(error, request))
  try {
    const mediaType = await judge(received, { name, purpose })
    await caller.files.keep(fileId)
    const { bytes, sha256 } = received
    const actor = requireActor(caller)
    return await upload(caller, { actor, fileId, name, mediaType, bytes, sha256 })
  } catch (error) {
    // Whoever lost the database does not know whether the row was kept: what has none is swept away later.
    if (!isDatabaseAway(error)) await caller.files.remove(fileId)
    throw error
  }
}

/** What it is, or why it is not kept. */
async function judge(
  { path, bytes, isTooLarge }: Received,
  { name, purpose }: { name: string; purpose: Purpose },
): Promise<string> {
  if (isTooLarge) throw unreadable('files.large', { 名称: name, 上限: megabytesMaxOf(purpose) })
  if (bytes === 0) throw unreadable('files.empty', { 名称: name })
  if (purpose === 'table') return tableMedia[await fileKindOf(path)]

  if (purpose === 'package') {
    if (!(await isZip(path))) throw unreadable('packages.kind', { 名称: name })
    return packageMedia
  }

  const refusal = refuseContent(name, await contentOf(path))
  if (refusal) throw unreadable(refusal, { 名称: name })
  if (purpose === 'video') await refuseVideo(path, name)
  return mediaOf(name)
}

/** Told when it is uploaded, not when somebody wants to watch it. */
async function refuseVideo(path: string, name: string): Promise<void> {
  const found = await mp4Of(path)
  if (found.kind === 'other') throw unreadable('files.notMp4', { 名称: name })
  if (found.kind === 'cut') throw unreadable('files.videoCut', { 名称: name, 哪里: found.where })
}

/** A form that is no form, or has no file in it: nothing but reading it has happened so far. */
function refuseForm(): MultipartFile | undefined {
  throw unreadable('files.missing')
}

/** The sender went away, or never meant to send it whole: nobody hears the answer, but it is no fault of ours. */
function refuseCut(error: unknown, { raw }: FastifyRequest): never {
  const isCut = raw.destroyed || raw.readableAborted
  if (error instanceof Problem) throw error
  // What has no number of the system's comes from the form, which ended in the middle or is none.
  const isTorn = error instanceof Error && !('errno' in error)
  throw isCut || isTorn ? conflict('files.cut') : error
}

async function findVisible(caller: Caller, key: Key, subjects: readonly FileSubject[]) {
  const actor = requireActor(caller)
  const file = await findFile(caller.db, key)
  if (!file) throw missing('files.unknown')
  if (file.uploadedBy === actor.accountId) return file

  const kind = file.subject.slice(0, file.subject.indexOf(':'))
  const subject = subjects.find((one) => one.kind === kind)
  const sight = { db: caller.db, actor, now: caller.now() }
  if (!subject || !(await subject.maySee(sight, file))) throw missing('files.unknown')
  return file
}
