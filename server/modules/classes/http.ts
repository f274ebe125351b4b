import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { classPapers } from '@zhixing/contract/class-words.ts'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { newArchive } from '../../kernel/archive.ts'
import type { Caller } from '../../kernel/caller.ts'
import { writeCsv } from '../../kernel/sheets/index.ts'
import type { CallerOf } from '../../kernel/wire.ts'
import { downloadHeaders, media } from '../../kernel/download.ts'
import { classNoticePaper, renderPaper } from '../papers/index.ts'
import { noticeFacts } from './paper.ts'
import { approvalOf } from './views/approval.ts'
import { approvalSheet, rosterSheet, settlementSheet, timetableSheet } from './rules/sheets.ts'
import type { Sheet } from './rules/sheets.ts'
import { archivedFiles } from './views/archive.ts'
import { listEnrolments } from './views/enrolments.ts'
import { showSettlement } from './views/settlement.ts'
import { showClass } from './views/show.ts'
import { showTimetable } from './views/timetable.ts'

const Key = z.object({ unitId: z.uuid(), classId: z.uuid() })
type Key = z.infer<typeof Key>

/** The notice and the archive of a class as files, drawn from what the caller may see of it. */
export async function serveClasses(app: FastifyInstance, callerOf: CallerOf): Promise<void> {
  const schema = { hide: true, params: Key }
  app.get<{ Params: Key }>(
    '/api/classes/:unitId/:classId/notice',
    { schema },
    async (request, reply) => {
      const caller = await callerOf(request, reply)
      const { title, bytes } = await noticeOf(caller, request.params)
      return reply
        .headers(downloadHeaders({ name: `${title}通知.docx`, type: media.docx }, 'no-cache'))
        .send(bytes)
    },
  )

  app.get<{ Params: Key }>(
    '/api/classes/:unitId/:classId/archive',
    { schema },
    async (request, reply) => {
      const caller = await callerOf(request, reply)
      const { title } = await showClass(caller, request.params)
      const zip = await archiveOf(caller, request.params)
      return reply
        .headers(downloadHeaders({ name: `${title}档案.zip`, type: media.zip }, 'no-cache'))
        .send(zip)
    },
  )
}

async function noticeOf(caller: Caller, key: Key) {
  const state = await showClass(caller, key)
  const timetable = await showTimetable(caller, key)
  const paper = classNoticePaper(noticeFacts(state, timetable))
  return { title: state.title, bytes: Buffer.from(await renderPaper(paper)) }
}

/** What the platform knows of a class as tables, what was attached as it is, and a list with the digest of each. */
async function archiveOf(caller: Caller, key: Key): Promise<Readable> {
  const archive = newArchive(caller.now())
  const { title, bytes } = await noticeOf(caller, key)
  archive.put('培训通知.docx', bytes)
  for (const sheet of await sheetsOf(caller, key)) archive.put(sheet.name, await csvOf(sheet))
  for (const file of await archivedFiles(caller, key))
    archive.putFile(
      `材料/${classPapers[file.paper]}/${file.fileId.slice(-6)}-${file.name}`,
      file,
      caller.files,
    )
  return archive.close({ class: title, ...key })
}

async function sheetsOf(caller: Caller, key: Key): Promise<Sheet[]> {
  return [
    approvalSheet(await approvalOf(caller.db, key)),
    rosterSheet(await listEnrolments(caller, { ...key, page: 1, size: 5000, text: '' })),
    timetableSheet(await showTimetable(caller, key)),
    settlementSheet(await showSettlement(caller, key)),
  ]
}

async function csvOf({ columns, rows }: Sheet): Promise<Buffer> {
  return buffer(writeCsv(columns, heaps(rows)))
}

async function* heaps<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows
}
