import type { AnyEntry } from '@zhixing/contract'
import type { Client } from 'pg'
import * as z from 'zod'
import { addDays, dayOf, monthOf } from '../kernel/calendar.ts'
import { sources, spoken } from './pages-sources.ts'
import type { Spot } from './pages-sources.ts'
import { wordsOf } from './pages-words.ts'

const few = 4

type Words = Readonly<Record<string, unknown>>

/** In which table that lies which an input names; the newest rows are asked about, those of the place first. */
const tables: Readonly<Record<string, string>> = {
  accountId: 'accounts',
  activityId: 'activities',
  appraisalId: 'appraisals',
  applicantId: 'applicants',
  attemptId: 'quiz_attempts',
  ballotId: 'ballots',
  bulletinId: 'study_bulletins',
  campaignId: 'campaigns',
  caseId: 'conduct_cases',
  censusId: 'floating_censuses',
  certificateId: 'certificates',
  classId: 'classes',
  courseId: 'courses',
  electionId: 'elections',
  importId: 'imports',
  itemId: 'plan_items',
  jobId: 'jobs',
  memberId: 'members',
  modelId: 'role_models',
  noticeId: 'notices',
  packageId: 'packages',
  pairId: 'mentor_pairs',
  planId: 'plans',
  proposalId: 'proposals',
  quizId: 'quizzes',
  reportId: 'reports',
  requestId: 'tour_requests',
  resourceId: 'resources',
  roundId: 'outreach_rounds',
  sessionId: 'study_sessions',
  siteId: 'sites',
  surveyId: 'surveys',
  talkId: 'talks',
  titleId: 'titles',
  topicId: 'study_topics',
  transferId: 'transfers',
  tripId: 'tour_trips',
  watchId: 'audience_watches',
}

/** Where the name of a field alone does not say it. */
const tablesOfQueries: Readonly<Record<string, string>> = {
  'floatingWork.group': 'floating_groups',
  'floatingWork.task': 'floating_tasks',
  'reading.people': 'reading_tasks',
  'studyGroups.show': 'study_groups',
}

/** Inputs for an entry, likely ones first; nothing where no row of the tree can be named. */
export async function inputsFor(
  client: Client,
  entry: AnyEntry,
  spot: Spot,
  now: Date,
): Promise<Words[]> {
  const shape = shapeOf(entry)
  const required = shape.required ?? []
  const named = required.find((key) => key in tables || (key.endsWith('Id') && isRow(key)))
  const plain = Object.fromEntries(
    required.filter((key) => key !== named).map((key) => [key, wordFor(key, shape, spot, now)]),
  )
  const place = { organizationId: spot.organizationId, unitId: spot.unitId }
  const base = { ...plain, ...pick(place, required), ...wordsOf(entry.name, now) }
  const source = sources[entry.name]
  if (source) {
    const { rows } = await client.query<Words>(...spoken(`${source} limit ${few}`, spot))
    return rows.map((row) => ({ ...base, ...row }))
  }
  if (!named || named in base) return [base]

  const table = tablesOfQueries[entry.name] ?? tables[named]
  if (!table) return []
  const rows = await rowsOf(client, table, spot)
  return rows.flatMap(({ id, unit_id: unitId, organization_id: organizationId }) => {
    const row = { ...base, [named]: id, ...pick({ unitId }, required) }
    const atHome = { ...row, ...pick({ organizationId }, required) }
    return organizationId && organizationId !== spot.organizationId && 'organizationId' in row
      ? [row, atHome]
      : [row]
  })
}

function isRow(key: string): boolean {
  return key !== 'organizationId' && key !== 'unitId'
}

function pick(words: Words, keys: readonly string[]): Words {
  return Object.fromEntries(
    Object.entries(words).filter(([key, word]) => word && keys.includes(key)),
  )
}

type Row = { readonly id: string; readonly unit_id?: string; readonly organization_id?: string }

async function rowsOf(client: Client, table: string, spot: Spot): Promise<Row[]> {
  const { rows: found } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = $1
       and column_name in ('unit_id', 'organization_id', 'member_id')`,
    [table],
  )
  const has = (name: string) => found.some((column) => column.name === name)
  const columns = ['id', ...found.map(({ name }) => name)].join()
  const order = has('organization_id') ? `(organization_id = '${spot.organizationId}') desc, ` : ''
  const own = has('member_id') && spot.memberId ? `(member_id = '${spot.memberId}') desc, ` : ''
  const where = has('unit_id') ? `where unit_id = '${spot.unitId}'` : ''
  const { rows } = await client.query<Row>(
    `select ${columns} from ${table} ${where} order by ${order}${own}id desc limit ${few}`,
  )
  return rows
}

type Shape = z.core.JSONSchema.BaseSchema

function shapeOf({ input }: AnyEntry): Shape {
  return z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
}

/** How else the same may be asked: its fortieth page, and a search where one may search and need not. */
export function variantsOf(entry: AnyEntry, { word }: Spot): [suffix: string, more: Words][] {
  const { properties = {}, required = [] } = shapeOf(entry)
  const variants: [string, Words][] = [['', {}]]
  if ('page' in properties) variants.push([', page 40', { page: 40 }])
  if ('text' in properties && !required.includes('text'))
    variants.push([', search', { text: word }])
  return variants
}

/** What somebody would write who opens the page without having chosen anything. */
function wordFor(key: string, shape: Shape, { word }: Spot, now: Date): unknown {
  const today = dayOf(now)
  const part = shape.properties?.[key]
  if (typeof part !== 'object') return undefined
  const choice = part.const ?? part.enum?.[0]
  if (choice !== undefined) return choice
  if (key === 'year') return now.getFullYear()
  if (key === 'month') return monthOf(today)
  if (key === 'from') return addDays(today, -30)
  if (key === 'until' || key === 'to') return addDays(today, 30)
  if (part.format === 'date') return today
  if (part.format === 'date-time') return now.toISOString()
  if (part.type === 'integer') return Math.max(1, part.minimum ?? 1)
  return part.type === 'array' ? [] : word
}
