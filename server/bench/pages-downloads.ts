import type { Client } from 'pg'
import type { Spot } from './pages-sources.ts'

/** Every paper and file that is drawn when it is asked for: its address, and whose rows the ids in it are. */
const papers: Readonly<Record<string, readonly [table: string, address: string]>> = {
  'paper: record of an activity': ['activities', '/api/activities/:unit_id/:id/minutes'],
  'paper: appraisal': ['appraisals', '/api/appraisal/:unit_id/:id/summary'],
  'paper: appraisal of a member': [
    'appraisal_people',
    '/api/appraisal/:unit_id/:appraisal_id/:member_id',
  ],
  'paper: slips of a ballot': ['ballots', '/api/ballots/:unit_id/:id/slips'],
  'paper: certificate': ['certificates', '/api/certificates/:unit_id/:id/certificate.pdf'],
  'paper: certificates of a class': [
    'certificates',
    '/api/certificates/:unit_id/class/:class_id/pdf',
  ],
  'paper: notice of a class': ['classes', '/api/classes/:unit_id/:id/notice'],
  'paper: archive of a class': ['classes', '/api/classes/:unit_id/:id/archive'],
  'paper: conduct': ['conduct_cases', '/api/conduct/:unit_id/:id/facts.docx'],
  'paper: admission': ['applicants', '/api/development/:unit_id/:id/register.docx'],
  'paper: work report': ['reports', '/api/reports/:unit_id/:id/paper'],
  'paper: study plan': ['study_groups', '/api/study-groups/:unit_id/:id/:year/plan'],
  'paper: archive of a study group': [
    'study_groups',
    '/api/study-groups/:unit_id/:id/:year/archive',
  ],
  'paper: report of a sitting': [
    'study_sessions',
    '/api/study-groups/sessions/:unit_id/:id/report',
  ],
  'paper: bulletin': ['study_bulletins', '/api/study-groups/bulletins/:organization_id/:id'],
  'paper: letter of a transfer': ['transfers', '/api/transfers/:unit_id/:id/letter.docx'],
}

const few = 6

export async function downloads(client: Client, { unitId }: Spot, only: string) {
  const asks = []
  for (const [name, [table, address]] of Object.entries(papers)) {
    if (!name.startsWith(only)) continue
    const own = address.includes(':unit_id') ? `where unit_id = '${unitId}'` : ''
    const { rows } = await client.query<Record<string, string>>(
      `select * from ${table} ${own} order by id limit ${few}`,
    )
    const urls = rows.map((row) =>
      address
        .replace(':year', String(new Date().getFullYear()))
        .replaceAll(/:(\w+)/g, (_, key: string) => row[key] ?? ''),
    )
    asks.push({ name, urls })
  }
  return asks
}
