import { newId } from '../kernel/ids.ts'
import { lay } from '../modules/duties/acts/lay.ts'
import { report } from '../modules/duties/acts/report.ts'
import { sheet } from '../modules/duties/views/sheet.ts'
import { posts } from '../modules/members/table.ts'
import { db } from './database.ts'
import { plantFile } from './files.ts'
import type { Organization, Person, World } from './world.ts'

/** What an eastern secretary owes every quarter, and has to prove. */
export const quarterly = {
  title: '研究党员教育工作',
  statement: '每季度至少专题研究一次党员教育，议定事项有记录',
  clause: '《中国共产党党员教育管理工作条例》第三十九条',
  level: 'branch' as const,
  post: 'secretary' as const,
  tiers: [] as number[],
  sectors: [] as 'village'[],
  rhythm: 'quarter' as const,
  needsEvidence: true,
  from: '2026-01-01',
}

type Terms = Parameters<typeof lay>[1]

/** The county lays down a duty, changed as the test wishes. */
export function layDown({ organizer, county }: World, changes: Partial<Terms> = {}) {
  return lay(organizer, { organizationId: county.id, ...quarterly, ...changes })
}

export async function plantSeat(person: Person, at: Organization, post: 'secretary' | 'officer') {
  const { unitId, personId: memberId } = person.actor
  const id = newId()
  const row = { unitId, id, memberId, organizationId: at.id, post, from: '2024-01-01' } as const
  await db.insert(posts).values({ ...row, byId: newId() })
  return id
}

/** The list of the eastern branch, and the first post on it. */
export async function eastSheet({ organizer, east }: World) {
  const shown = await sheet(organizer, { organizationId: east.id })
  const [first] = shown.sheets
  if (!first) throw new Error('the eastern branch has no duties')
  return { ...shown, first }
}

type Done = { readonly templateId: string; readonly period: string; readonly doneOn?: string }

/** The eastern secretary reports a duty as done, with a paper. */
export async function reportEast(
  { secretary, east }: World,
  { templateId, period, doneOn = '2026-03-20' }: Done,
) {
  const paper = await plantFile(db, secretary, '会议记录.pdf')
  const how = { doneOn, note: '支委会研究两个议题', fileIds: [paper] }
  return report(secretary, { organizationId: east.id, templateId, period, ...how })
}
