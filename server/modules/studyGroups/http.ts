import { studyPapers } from '@zhixing/contract/study-words.ts'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { newArchive } from '../../kernel/archive.ts'
import { dayOf } from '../../kernel/calendar.ts'
import type { Caller } from '../../kernel/caller.ts'
import { downloadHeaders, media } from '../../kernel/download.ts'
import { missing } from '../../kernel/problem.ts'
import type { CallerOf } from '../../kernel/wire.ts'
import { minutesPaper, registerPaper, renderPaper, studyPaper } from '../papers/index.ts'
import type { StudyPaper } from '../papers/index.ts'
import {
  bulletinFacts,
  minutesFacts,
  observationFacts,
  planFacts,
  registerFacts,
  reportFacts,
  yearFacts,
} from './paper.ts'
import { archivedFiles } from './views/archive.ts'
import { listBulletins } from './views/bulletins.ts'
import { showGroup } from './views/groups.ts'
import { listObservations } from './views/observers.ts'
import { listSessions, showSession } from './views/sessions.ts'

const OfYear = z.object({
  unitId: z.uuid(),
  groupId: z.uuid(),
  year: z.coerce.number().int().min(1921).max(2200),
})
const OfSession = z.object({ unitId: z.uuid(), sessionId: z.uuid() })
const OfBulletin = z.object({ organizationId: z.uuid(), bulletinId: z.uuid() })
type OfYear = z.infer<typeof OfYear>
type OfSession = z.infer<typeof OfSession>
type OfBulletin = z.infer<typeof OfBulletin>

/** Plan, report, bulletin and the file of a year to take away, drawn from what the caller may see. */
export async function serveStudyGroups(app: FastifyInstance, callerOf: CallerOf): Promise<void> {
  app.get<{ Params: OfYear }>(
    '/api/study-groups/:unitId/:groupId/:year/plan',
    { schema: { hide: true, params: OfYear } },
    async (request, reply) => {
      const group = await showGroup(await callerOf(request, reply), request.params)
      const name = `${group.name}${String(group.year)}年学习计划.docx`
      return reply.headers(headersOf(name)).send(await drawn(planFacts(group)))
    },
  )

  app.get<{ Params: OfYear }>(
    '/api/study-groups/:unitId/:groupId/:year/archive',
    { schema: { hide: true, params: OfYear } },
    async (request, reply) => {
      const caller = await callerOf(request, reply)
      const { name, zip } = await archiveOf(caller, request.params)
      return reply.headers(downloadHeaders({ name, type: media.zip }, 'no-cache')).send(zip)
    },
  )

  app.get<{ Params: OfSession }>(
    '/api/study-groups/sessions/:unitId/:sessionId/report',
    { schema: { hide: true, params: OfSession } },
    async (request, reply) => {
      const session = await showSession(await callerOf(request, reply), request.params)
      const name = `${session.title}学习情况报告.docx`
      return reply.headers(headersOf(name)).send(await drawn(reportFacts(session)))
    },
  )

  app.get<{ Params: OfBulletin }>(
    '/api/study-groups/bulletins/:organizationId/:bulletinId',
    { schema: { hide: true, params: OfBulletin } },
    async (request, reply) => {
      const { organizationId, bulletinId } = request.params
      const caller = await callerOf(request, reply)
      const { rows, organizationName } = await listBulletins(caller, { organizationId })
      const bulletin = rows.find((one) => one.bulletinId === bulletinId)
      if (!bulletin) throw missing('studyGroups.bulletinUnknown')
      const facts = bulletinFacts(bulletin, organizationName)
      return reply.headers(headersOf(`${facts.title}.docx`)).send(await drawn(facts))
    },
  )
}

function headersOf(name: string) {
  return downloadHeaders({ name, type: media.docx }, 'no-cache')
}

async function drawn(facts: StudyPaper): Promise<Buffer> {
  return Buffer.from(await renderPaper(studyPaper(facts)))
}

const all = { page: 1, size: 200 }

/** One file for a year: plan, account, and of each sitting its minutes, roll, report, what observers wrote and papers. */
async function archiveOf(caller: Caller, { year, ...key }: OfYear) {
  const group = await showGroup(caller, { ...key, year })
  const { organizationId, groupId } = group
  const archive = newArchive(caller.now())
  archive.put('学习计划.docx', await drawn(planFacts(group)))
  archive.put('学习情况.docx', await drawn(yearFacts(group)))
  const asked = { organizationId, year, ...all }
  const { rows } = await listSessions(caller, { ...asked, groupId, state: null })
  const seen = await listObservations(caller, asked)
  const folders = new Map<string, string>()
  for (const { sessionId, unitId, state } of rows.toReversed()) {
    if (state === 'cancelled' || state === 'planned') continue
    const session = await showSession(caller, { unitId, sessionId })
    const day = dayOf(new Date(session.startsAt))
    const folder = `${day} ${session.title.replace(/[\\/:*?"<>|]/g, '')}`
    folders.set(sessionId, folder)
    if (session.hasRecord) {
      const minutes = await renderPaper(minutesPaper(minutesFacts(session)))
      archive.put(`${folder}/会议记录.docx`, Buffer.from(minutes))
      const register = await renderPaper(registerPaper(registerFacts(session)))
      archive.put(`${folder}/考勤.docx`, Buffer.from(register))
    }
    if (session.report)
      archive.put(`${folder}/学习情况报告.docx`, await drawn(reportFacts(session)))
    for (const one of seen.rows)
      if (one.sessionId === sessionId && one.state === 'observed') {
        const facts = observationFacts(one, group.organizationName)
        archive.put(`${folder}/旁听记录-${one.name}.docx`, await drawn(facts))
      }
  }
  for (const file of await archivedFiles(caller.db, [...folders.keys()])) {
    const folder = folders.get(file.sessionId) ?? ''
    const name = `${folder}/${studyPapers[file.paper]}/${file.fileId.slice(-6)}-${file.name}`
    archive.putFile(name, file, caller.files)
  }
  return {
    name: `${group.name}${String(year)}年档案.zip`,
    zip: archive.close({ group: group.name, year, ...key }),
  }
}
