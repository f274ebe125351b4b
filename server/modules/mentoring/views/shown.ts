import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { mentorPairs, mentorSessions, placements, placementTasks } from '../table.ts'

const nameOf = (column: AnyPgColumn) => sql<string>`(select m.name from ${members} m
  where m.unit_id = ${mentorPairs.unitId} and m.id = ${column})`
const ofSessions = <T>(what: SQL) => sql<T>`(select ${what} from ${mentorSessions} s
  where s.unit_id = ${mentorPairs.unitId} and s.pair_id = ${mentorPairs.id} and s.is_true is not false)`

export function selectPairs(db: Reader) {
  return db
    .select({
      unitId: mentorPairs.unitId,
      pairId: mentorPairs.id,
      mentorId: mentorPairs.mentorId,
      mentorName: nameOf(mentorPairs.mentorId),
      learnerName: nameOf(mentorPairs.learnerId),
      organizationName: organizations.name,
      goal: mentorPairs.goal,
      from: mentorPairs.from,
      until: mentorPairs.until,
      endedOn: mentorPairs.endedOn,
      sessions: ofSessions<number>(sql`count(*)::int`),
      minutes: ofSessions<number>(sql`coalesce(sum(s.minutes), 0)::int`),
      lastOn: ofSessions<string | null>(sql`max(s.on_day)::text`),
    })
    .from(mentorPairs)
    .innerJoin(organizations, eq(organizations.id, mentorPairs.organizationId))
}

/** The sessions of these pairs, the latest first, as one of the two or somebody else sees them. */
export async function readSessions(db: Reader, pairIds: readonly string[], memberId = '') {
  const rows = await db
    .select()
    .from(mentorSessions)
    .where(oneOf(mentorSessions.pairId, pairIds))
    .orderBy(desc(mentorSessions.on), desc(mentorSessions.id))
  const shown = rows.map(
    ({ unitId, id, pairId, on, minutes, text, byName, byMemberId, isTrue }) => {
      const isMine = byMemberId === memberId
      return { pairId, unitId, sessionId: id, on, minutes, text, byName, isMine, isTrue }
    },
  )
  return Map.groupBy(shown, ({ pairId }) => pairId)
}

export function selectPlacements(db: Reader) {
  return db
    .select({
      unitId: placements.unitId,
      placementId: placements.id,
      memberId: placements.memberId,
      name: members.name,
      organizationName: organizations.name,
      host: placements.host,
      duty: placements.duty,
      from: placements.from,
      until: placements.until,
    })
    .from(placements)
    .innerJoin(organizations, eq(organizations.id, placements.organizationId))
    .innerJoin(
      members,
      and(eq(members.unitId, placements.unitId), eq(members.id, placements.memberId)),
    )
}

type Row = Awaited<ReturnType<typeof selectPlacements>>[number]

export async function withTasks(db: Reader, rows: readonly Row[]) {
  const tasks = await db
    .select()
    .from(placementTasks)
    .where(
      oneOf(
        placementTasks.placementId,
        rows.map(({ placementId }) => placementId),
      ),
    )
    .orderBy(asc(placementTasks.dueOn), asc(placementTasks.id))
  const own = Map.groupBy(tasks, ({ placementId }) => placementId)
  return rows.map((row) => ({
    ...row,
    tasks: (own.get(row.placementId) ?? []).map(
      ({ unitId, id, title, dueOn, state, text, minutes, answer, version }) => ({
        unitId,
        taskId: id,
        title,
        dueOn,
        state,
        text,
        minutes,
        answer,
        version,
      }),
    ),
  }))
}
