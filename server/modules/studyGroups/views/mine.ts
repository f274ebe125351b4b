import { contract } from '@zhixing/contract'
import { studyRoles } from '@zhixing/contract/study-words.ts'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { ownView } from '../../../kernel/view.ts'
import { attendances, closures } from '../../activities/table.ts'
import { inYear } from '../catalogue/observers.ts'
import { findPlan } from '../store/groups.ts'
import { studyGroups, studySeats, studySessions } from '../table.ts'

/** The groups in which I sit: what comes next, how often I was there, what I have to make up. */
export const myGroups = ownView(contract.studyGroups.mine, async ({ db, now, actor }) => {
  const { memberId } = actor
  if (!memberId) return { groups: [] }
  const seats = await db
    .select({ seat: studySeats, name: studyGroups.name })
    .from(studySeats)
    .innerJoin(
      studyGroups,
      and(eq(studyGroups.unitId, studySeats.unitId), eq(studyGroups.id, studySeats.groupId)),
    )
    .where(and(eq(studySeats.memberId, memberId), isNull(studySeats.until)))
    .orderBy(asc(studyGroups.name), asc(studyGroups.id))
  const groups = []
  for (const { seat, name } of seats)
    // oxlint-disable-next-line no-await-in-loop
    groups.push({ ...(await groupOf(db, { seat, memberId, now })), name })
  return { groups }
})

type Asked = {
  readonly seat: typeof studySeats.$inferSelect
  readonly memberId: string
  readonly now: Date
}

async function groupOf(db: Reader, { seat, memberId, now }: Asked) {
  const { unitId, groupId, role } = seat
  const year = yearOf(dayOf(now))
  const rows = await db
    .select({ session: studySessions, mark: attendances.mark, way: attendances.way, closures })
    .from(studySessions)
    .leftJoin(
      attendances,
      and(
        eq(attendances.unitId, studySessions.unitId),
        eq(attendances.activityId, studySessions.id),
        eq(attendances.memberId, memberId),
      ),
    )
    .leftJoin(
      closures,
      and(
        eq(closures.unitId, studySessions.unitId),
        eq(closures.activityId, studySessions.id),
        isNull(closures.reopenedAt),
      ),
    )
    .where(
      and(
        eq(studySessions.unitId, unitId),
        eq(studySessions.groupId, groupId),
        isNull(studySessions.cancelledAt),
        inYear(year),
      ),
    )
    .orderBy(asc(studySessions.startsAt), asc(studySessions.id))
  const plan = await findPlan(db, { unitId, groupId, year })
  const read = new Set(
    rows.flatMap(({ session }) => (session.endsAt <= now ? session.bookIds : [])),
  )
  const closed = rows.filter((row) => row.closures !== null && row.mark !== null)
  const next = rows.find(({ session }) => session.endsAt > now)?.session
  return {
    unitId,
    groupId,
    role: studyRoles[role],
    year,
    books: (plan?.books ?? []).map(({ id, title }) => ({ title, isRead: read.has(id) })),
    next: next ? { ...briefly(next), place: next.place } : null,
    due: closed.length,
    present: closed.filter(({ mark, way }) => mark === 'present' && way !== 'makeUp').length,
    toMakeUp: closed
      .filter(({ mark }) => mark !== 'present')
      .map(({ session }) => briefly(session)),
  }
}

function briefly({ unitId, id, title, startsAt }: typeof studySessions.$inferSelect) {
  return { unitId, sessionId: id, title, startsAt: startsAt.toISOString() }
}
