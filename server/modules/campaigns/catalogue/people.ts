import { and, eq, isNull, like, ne, sql } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { isExcused } from '../../audience/index.ts'
import { activities } from '../../activities/table.ts'
import { hourEntries } from '../../ledgers/table.ts'
import { belongsBelow } from '../../members/index.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { readingMarks } from '../../reading/table.ts'
import { kindOf } from '../kinds/index.ts'
import type { Campaign } from './campaigns.ts'

function idsOf(ids: readonly string[]) {
  return sql`${sql.param([...ids])}::uuid[]`
}

/** How much of each one's study counts towards the target of the campaign, added up once and not person by person. */
function countedMinutes(campaign: Campaign, scope: string) {
  const isCentralized = kindOf(campaign.kind).counting === 'centralized'
  const askIds = idsOf(campaign.asks.map(({ askId }) => askId))
  return isCentralized
    ? sql`(select h.unit_id, h.member_id, sum(h.minutes) as minutes from ${hourEntries} h
        where ${belongsBelow([scope], sql`h.unit_id`, sql`h.member_id`)} and h.ledger = 'member'
          and h.is_centralized and h.day between ${campaign.from}::date and ${campaign.until}::date
        group by 1, 2) counted`
    : sql`(select h.unit_id, h.member_id, sum(h.minutes) as minutes from ${hourEntries} h
        where h.ledger = 'member'
          and h.source_id in (select a.id from ${activities} a where a.campaign_ask_id = any(${askIds}))
        group by 1, 2) counted`
}

export function chaptersOf({ readings }: Campaign): number {
  return readings.reduce((sum, { chapters }) => sum + chapters.length, 0)
}

/** One line for each member at and below a path of whom it may be asked: minutes that count, chapters read. */
export function studyOf(db: Reader, campaign: Campaign, asked: { scope: string; today: Day }) {
  const taskIds = idsOf(campaign.readings.map(({ taskId }) => taskId))
  return db
    .select({
      unitId: sql<string>`${members.unitId}`.as('unit_id'),
      memberId: sql<string>`${members.id}`.as('member_id'),
      name: sql<string>`${members.name}`.as('name'),
      nameKey: sql<string>`${members.nameKey}`.as('name_key'),
      organizationId: sql<string>`${organizations.id}`.as('organization_id'),
      organizationName: sql<string>`${organizations.name}`.as('organization_name'),
      minutes: sql<number>`coalesce(counted.minutes, 0)::int`.as('minutes'),
      chapters: sql<number>`(select count(*) from ${readingMarks} r
        where r.unit_id = ${members.unitId} and r.member_id = ${members.id}
        and r.task_id = any(${taskIds}))::int`.as('chapters'),
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .leftJoin(
      countedMinutes(campaign, asked.scope),
      sql`counted.unit_id = ${members.unitId} and counted.member_id = ${members.id}`,
    )
    .where(
      and(
        like(organizations.path, `${asked.scope}%`),
        ne(organizations.path, campaign.path),
        isNull(members.leftOn),
        sql`not ${isExcused(asked.today).sql}`,
      ),
    )
    .as('study')
}

type Study = ReturnType<typeof studyOf>

/** Whether a line is done: the target reached, and where the kind says so, everything read. */
export function isDone(campaign: Campaign, study: Study) {
  const minutes = sql`${study.minutes} >= ${campaign.targetMinutes ?? 0}::int`
  return kindOf(campaign.kind).needsSelfStudy
    ? sql<boolean>`(${minutes} and ${hasRead(campaign, study)})`
    : sql<boolean>`(${minutes})`
}

export function hasRead(campaign: Campaign, study: Study) {
  return sql<boolean>`${study.chapters} >= ${chaptersOf(campaign)}::int`
}

/** By branch: of how many it is asked, how many are done, how many have read everything. */
export async function peopleOf(
  db: Reader,
  campaign: Campaign,
  asked: { scope: string; today: Day },
) {
  const study = studyOf(db, campaign, asked)
  const rows = await db
    .select({
      organizationId: study.organizationId,
      people: sql<number>`count(*)::int`,
      reached: sql<number>`count(*) filter (where ${isDone(campaign, study)})::int`,
      readers: sql<number>`count(*) filter (where ${hasRead(campaign, study)})::int`,
    })
    .from(study)
    .groupBy(study.organizationId)
  const hasTarget = campaign.targetMinutes !== null
  const hasReadings = campaign.readings.length > 0
  return new Map(
    rows.map(({ organizationId, people, reached, readers }) => [
      organizationId,
      { people, reached: hasTarget ? reached : 0, readers: hasReadings ? readers : 0 },
    ]),
  )
}
