import { sql } from 'drizzle-orm'
import type { Db } from '../kernel/db.ts'
import type { Visitor } from './browsing.ts'

/** How one comes to something behind a door: addresses of it, of which whoever sees all may open at least one. */
export type Way = (house: { readonly db: Db; readonly desk: Visitor }) => Promise<string[]>

const found =
  (words: string): Way =>
  async ({ db }) => {
    const { rows } = await db.execute<{ url: string }>(sql.raw(`${words} limit 60`))
    return rows.map(({ url }) => url)
  }

const both =
  (one: Way, other: Way): Way =>
  async (house) => [...(await one(house)), ...(await other(house))]

async function rootOf(db: Db): Promise<string> {
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from organizations where parent_id is null limit 1`,
  )
  return rows[0]?.id ?? ''
}

/** Every door of the platform that is no verb of the contract and belongs to somebody. A new one has its line here. */
export const closedDoors: Readonly<Record<string, Way>> = {
  '/api/files/:unitId/:fileId': both(
    // What leaves the platform as a kept file.
    async ({ db, desk }) => {
      const organizationId = await rootOf(db)
      const asked = { organizationId, reason: '核对进度' }
      const files = await Promise.all(
        (['xlsx', 'csv'] as const).map(async (format) =>
          desk.command('requirements.export', { ...asked, format }),
        ),
      )
      return files.map(({ unitId, fileId }) => `/api/files/${unitId}/${fileId}`)
    },
    found(`select '/api/files/' || unit_id || '/' || id as url from files`),
  ),
  '/api/certificates/:unitId/:certificateId/certificate.pdf': found(
    `select '/api/certificates/' || unit_id || '/' || id || '/certificate.pdf' as url from certificates`,
  ),
  '/api/certificates/:unitId/class/:classId/:form': found(
    `select distinct '/api/certificates/' || unit_id || '/class/' || class_id || '/' || form as url
     from certificates, (values ('zip'), ('pdf')) as forms (form)`,
  ),
  '/api/ballots/:unitId/:ballotId/slips': found(
    `select '/api/ballots/' || unit_id || '/' || id || '/slips' as url from ballots where way = 'paper'`,
  ),
  '/api/appraisal/:unitId/:appraisalId/:paper': both(
    found(`select '/api/appraisal/' || unit_id || '/' || id || '/summary' as url from appraisals`),
    found(
      `select '/api/appraisal/' || unit_id || '/' || appraisal_id || '/' || member_id as url from appraisal_people`,
    ),
  ),
  '/api/development/:unitId/:applicantId/:paper.docx': found(
    `select '/api/development/' || unit_id || '/' || id || '/' || paper || '.docx' as url
     from applicants, (values ('chronicle'), ('register'), ('conclusion')) as papers (paper)`,
  ),
  '/api/activities/:unitId/:activityId/:paper': found(
    `select '/api/activities/' || unit_id || '/' || id || '/' || paper as url
     from (select * from activities order by created_at desc limit 9) as latest,
       (values ('minutes'), ('register'), ('notice')) as papers (paper)`,
  ),
  '/api/classes/:unitId/:classId/notice': found(
    `select '/api/classes/' || unit_id || '/' || id || '/notice' as url from classes`,
  ),
  '/api/classes/:unitId/:classId/archive': found(
    `select '/api/classes/' || unit_id || '/' || id || '/archive' as url from classes`,
  ),
  '/api/conduct/:unitId/:caseId/:paper.docx': found(
    `select '/api/conduct/' || unit_id || '/' || id || '/' || paper || '.docx' as url
     from conduct_cases, (values ('decision'), ('notice'), ('resolution'), ('report')) as papers (paper)`,
  ),
  '/api/study-groups/:unitId/:groupId/:year/plan': found(
    `select '/api/study-groups/' || unit_id || '/' || group_id || '/' || year || '/plan' as url from study_plans`,
  ),
  '/api/study-groups/:unitId/:groupId/:year/archive': found(
    `select '/api/study-groups/' || unit_id || '/' || group_id || '/' || year || '/archive' as url from study_plans`,
  ),
  '/api/study-groups/sessions/:unitId/:sessionId/report': found(
    `select '/api/study-groups/sessions/' || unit_id || '/' || id || '/report' as url from study_sessions`,
  ),
  '/api/study-groups/bulletins/:organizationId/:bulletinId': async ({ db, desk }) => {
    const organizationId = await rootOf(db)
    const said = { year: 2026, half: 1 as const, opinion: '继续抓好集体研讨。' }
    const issued = await desk.command('studyGroups.issueBulletin', { organizationId, ...said })
    return [`/api/study-groups/bulletins/${organizationId}/${issued.bulletinId}`]
  },
  '/api/transfers/:unitId/:transferId/letter.docx': found(
    `select '/api/transfers/' || unit_id || '/' || id || '/letter.docx' as url from transfers`,
  ),
  '/api/reports/:unitId/:reportId/paper': async ({ db, desk }) => {
    const organizationId = await rootOf(db)
    const drafted = await desk.command('reports.draft', { organizationId, year: 2026 })
    return [`/api/reports/${drafted.unitId}/${drafted.reportId}/paper`]
  },
  '/api/members/roll': async ({ db, desk }) => {
    const asked = {
      organizationId: await rootOf(db),
      reason: '核对名册',
      columns: ['name'] as const,
    }
    const csv = await desk.command('members.export', { ...asked, columns: ['name'], format: 'csv' })
    const xlsx = await desk.command('members.export', { ...asked, columns: ['name'] })
    return [csv.address, xlsx.address]
  },
  '/api/surveys/answers': async ({ db, desk }) => {
    const { rows } = await db.execute<{ unitId: string; surveyId: string }>(
      sql`select unit_id as "unitId", survey_id as "surveyId" from survey_responses limit 1`,
    )
    const key = rows[0] ?? { unitId: '', surveyId: '' }
    const xlsx = await desk.command('surveys.export', { ...key, format: 'xlsx' })
    const csv = await desk.command('surveys.export', { ...key, format: 'csv' })
    return [xlsx.address, csv.address]
  },
}

/** Open to everybody on purpose, each for its reason. */
export const openDoors: Readonly<Record<string, string>> = {
  'GET /health': 'whether the process lives',
  'GET /ready': 'whether it can work',
  'GET /api/openapi.json': 'the contract itself',
  'GET /api/packages/origin': 'where packages are played',
  'GET /api/calendars/:file': 'a calendar program has no session; the address is the secret',
  'GET /certificates/:code': 'whoever holds a certificate in hand may ask whether it is ours',
}
