import { and, eq, gte, isNull, lt } from 'drizzle-orm'
import { startOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import { stateOf } from '../rules/session.ts'
import { studyGroups, studySessions } from '../table.ts'
import { dueOnOf, seatsIn } from './facts.ts'
import { studyRulesBelow } from './rules.ts'

export type Overdue = {
  readonly unitId: string
  readonly path: string
  readonly sessionId: string
  readonly organizationId: string
  readonly groupId: string
  readonly groupName: string
  readonly title: string
  readonly dueOn: Day
  readonly secretaryIds: readonly string[]
}

type Asked = {
  readonly since: Day
  readonly now: Date
  /** Only below a place, or only of some groups. */
  readonly path?: string
  readonly groupIds?: readonly string[]
}

/** Reports whose day has passed, of sittings since a day, the oldest first. */
export async function overdueReports(
  db: Reader,
  { since, now, path: below = '/', groupIds }: Asked,
): Promise<Overdue[]> {
  const rules = await studyRulesBelow(db, below)
  const rows = await db
    .select({ session: studySessions, groupName: studyGroups.name })
    .from(studySessions)
    .innerJoin(
      studyGroups,
      and(eq(studyGroups.unitId, studySessions.unitId), eq(studyGroups.id, studySessions.groupId)),
    )
    .where(
      and(
        isNull(studySessions.reportedAt),
        isNull(studySessions.cancelledAt),
        below === '/' ? undefined : within([below], studySessions.path),
        groupIds ? oneOf(studySessions.groupId, groupIds) : undefined,
        gte(studySessions.startsAt, startOf(since)),
        lt(studySessions.endsAt, now),
      ),
    )
    .orderBy(studySessions.startsAt, studySessions.id)
  const late = rows
    .map((row) => ({ ...row, dueOn: dueOnOf(rules, row) }))
    .filter(({ session, dueOn }) => stateOf(session, dueOn, now) === 'overdue')
  const seats = await seatsIn(
    db,
    late.map(({ session }) => session.groupId),
  )
  return late.map(({ session, groupName, dueOn }) => {
    const { unitId, path, id: sessionId, organizationId, groupId, title } = session
    const own = seats.filter((seat) => seat.groupId === groupId && seat.role === 'secretary')
    const secretaryIds = own.map(({ memberId }) => memberId)
    return {
      unitId,
      path,
      sessionId,
      organizationId,
      groupId,
      groupName,
      title,
      dueOn,
      secretaryIds,
    }
  })
}
