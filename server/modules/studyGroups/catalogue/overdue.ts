import { and, eq, gte, isNull, lt } from 'drizzle-orm'
import { startOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
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

/** Reports whose day has passed, of sittings since a day, everywhere. */
export async function overdueReports(
  db: Reader,
  { since, now }: { readonly since: Day; readonly now: Date },
): Promise<Overdue[]> {
  const rules = await studyRulesBelow(db, '/')
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
