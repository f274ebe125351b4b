import type { ActivityKind } from '@zhixing/contract'
import { and, asc, between, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { activities } from '../../activities/table.ts'
import { lectureTurns } from '../../lectures/table.ts'
import { members, posts } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { studyTopics, topicAudiences } from '../../topics/table.ts'
import type { Span } from '../rules/lines.ts'

type Ids = readonly string[]

export type Officer = {
  readonly memberId: string
  readonly name: string
  readonly isSecretary: boolean
}

/** Who sits on the committee of each branch. */
export async function officersOf(db: Reader, ids: Ids, day: Day): Promise<Map<string, Officer[]>> {
  const rows = await db
    .select({
      organizationId: posts.organizationId,
      memberId: posts.memberId,
      name: members.name,
      isSecretary: sql<boolean>`bool_or(${posts.post} = 'secretary')`,
    })
    .from(posts)
    .innerJoin(members, and(eq(members.unitId, posts.unitId), eq(members.id, posts.memberId)))
    .where(
      and(
        oneOf(posts.organizationId, ids),
        sql`${posts.post} not in ('groupLeader', 'firstSecretary')`,
        lte(posts.from, day),
        or(isNull(posts.until), gte(posts.until, day)),
      ),
    )
    .groupBy(posts.organizationId, posts.memberId, members.name)
  return Map.groupBy(rows, ({ organizationId }) => organizationId)
}

/** When and where each branch, and each group of it, held a kind last. */
export async function habitsOf(db: Reader, ids: Ids) {
  const latest = sql`(select distinct on (organization_id, kind, group_id) organization_id, kind, group_id,
    starts_at, place from activities where ${oneOf(activities.organizationId, ids)} and cancelled_at is null
    order by organization_id, kind, group_id, starts_at desc) h`
  const rows = await db
    .select({
      organizationId: sql<string>`h.organization_id`,
      kind: sql<string>`h.kind`,
      groupId: sql<string | null>`h.group_id`,
      startsAt: sql<string>`h.starts_at`,
      place: sql<string>`h.place`,
    })
    .from(latest)
  return rows.map((row) => ({ ...row, startsAt: new Date(row.startsAt) }))
}

/** Whose turn a lesson is in these months. */
export async function turnsOf(db: Reader, ids: Ids, { from, until }: Span) {
  return db
    .select({
      organizationId: lectureTurns.organizationId,
      month: lectureTurns.month,
      memberId: members.id,
      name: members.name,
    })
    .from(lectureTurns)
    .innerJoin(
      members,
      and(eq(members.unitId, lectureTurns.unitId), eq(members.id, lectureTurns.memberId)),
    )
    .where(
      and(
        oneOf(lectureTurns.organizationId, ids),
        between(lectureTurns.month, from, until),
        isNull(members.leftOn),
      ),
    )
    .orderBy(asc(lectureTurns.month))
}

export type OpenTopic = {
  readonly id: string
  readonly title: string
  readonly minutes: number
  readonly dueOn: Day
  readonly hold: { readonly on: Day; readonly kind: ActivityKind } | null
  readonly from: string
  readonly paths: readonly string[]
}

/** What is to be studied and not over, with the places it was asked of. */
export async function openTopics(db: Reader, day: Day): Promise<OpenTopic[]> {
  const rows = await db
    .select({ topic: studyTopics, from: organizations.name })
    .from(studyTopics)
    .innerJoin(organizations, eq(organizations.id, studyTopics.organizationId))
    .where(and(isNull(studyTopics.withdrawnAt), gte(studyTopics.dueOn, day)))
    .orderBy(asc(studyTopics.dueOn), asc(studyTopics.id))
  const audiences = await db
    .select({ topicId: topicAudiences.topicId, path: organizations.path })
    .from(topicAudiences)
    .innerJoin(organizations, eq(organizations.id, topicAudiences.organizationId))
    .where(
      inArray(
        topicAudiences.topicId,
        rows.map(({ topic }) => topic.id),
      ),
    )
  const paths = Map.groupBy(audiences, ({ topicId }) => topicId)
  return rows.map(({ topic: { id, title, minutes, dueOn, hold }, from }) => ({
    id,
    title,
    minutes,
    dueOn,
    hold,
    from,
    paths: (paths.get(id) ?? []).map(({ path }) => path),
  }))
}

/** "branch:topic" of what stands on an agenda already. */
export async function topicsTaken(db: Reader, ids: Ids): Promise<Set<string>> {
  const rows = await db
    .select({ organizationId: activities.organizationId, agenda: activities.agenda })
    .from(activities)
    .where(
      and(
        oneOf(activities.organizationId, ids),
        isNull(activities.cancelledAt),
        sql`${activities.agenda} @? '$[*].topicId'`,
      ),
    )
  return new Set(
    rows.flatMap(({ organizationId, agenda }) =>
      agenda.flatMap(({ topicId }) => (topicId ? [`${organizationId}:${topicId}`] : [])),
    ),
  )
}
