import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import { addDays, dayOf, yearOf } from '../../../../kernel/calendar.ts'
import type { Day } from '../../../../kernel/calendar.ts'
import type { Reader } from '../../../../kernel/db.ts'
import { monthDay } from '../../../../kernel/words.ts'
import { overdueReports } from '../../../studyGroups/index.ts'
import {
  studyGroups,
  studyObservations,
  studySeats,
  studySessions,
} from '../../../studyGroups/table.ts'
import type { Todo } from '../../rules/todo.ts'
import { someOf } from '../../rules/todo.ts'
import type { Place } from '../place.ts'

const clause = '中国共产党党委（党组）理论学习中心组学习规则'
/** What is older belongs to a year that was judged already. */
const daysBack = 365

type Report = Awaited<ReturnType<typeof overdueReports>>[number]
type Somebody = { readonly memberId: string; readonly now: Date }

/** Reports of one's own group one by one, those of the groups below as one line; and where the reader was sent. */
export async function studyGroupTodos(place: Place): Promise<Todo[]> {
  const { db, now, today, organization, actor } = place
  const { memberId } = actor
  const sheets = memberId ? await sheetsToFill(db, { memberId, now }) : []
  const observed = sheets.map(({ id, ...todo }) => ({ ...todo, to: `/observe?open=${id}` }))
  if (place.isBranch || !place.may('studyGroups.manage')) return observed
  const since = addDays(today, -daysBack)
  const late = await overdueReports(db, { since, now, path: organization.path })
  const own = late.filter(({ organizationId }) => organizationId === organization.id)
  const below = late.filter(({ organizationId }) => organizationId !== organization.id)
  return [
    ...observed,
    ...own.map((one) => ({
      ...reportTodo(one),
      action: '去上报',
      to: `${listOf(one)}&open=${one.unitId}~${one.sessionId}`,
    })),
    ...ofGroupsBelow(below),
  ]
}

function ofGroupsBelow(late: readonly Report[]): Todo[] {
  const [first] = late
  if (!first) return []
  const groups = [...new Set(late.map(({ groupName }) => groupName))]
  return [
    {
      key: 'studyReports',
      what: `督促 ${groups.length} 个中心组上报 ${late.length} 次学习`,
      why: `一学一报逾期：${someOf(groups).replace(/人$/, '个')}`,
      clause,
      deadline: first.dueOn,
      action: '看是哪些',
      to: listOf(first),
    },
  ]
}

function listOf({ dueOn }: Report): string {
  return `/study-groups/sessions?state=overdue&year=${yearOf(dueOn)}`
}

function reportTodo({ sessionId, groupName, title, dueOn }: Report) {
  return {
    key: `studyReport:${sessionId}`,
    what: `上报“${title}”的一学一报`,
    why: `${groupName}的这次学习应在${monthDay(dueOn)}前上报，还没有报`,
    clause,
    deadline: dueOn,
  }
}

/** What somebody keeps as study secretary, and where they were sent to sit in and have not said what they found. */
export async function studyGroupsAsked(
  db: Reader,
  { memberId, now }: Somebody,
  today: Day,
): Promise<Todo[]> {
  const sheets = await sheetsToFill(db, { memberId, now })
  const kept = await db
    .select({ groupId: studySeats.groupId })
    .from(studySeats)
    .where(
      and(
        eq(studySeats.memberId, memberId),
        eq(studySeats.role, 'secretary'),
        isNull(studySeats.until),
      ),
    )
  const groupIds = kept.map(({ groupId }) => groupId)
  const since = addDays(today, -daysBack)
  const late = groupIds.length === 0 ? [] : await overdueReports(db, { since, now, groupIds })
  return [
    ...sheets.map(({ id, ...todo }) => ({ ...todo, to: `/observe/${id}` })),
    ...late.map((one) => ({ ...reportTodo(one), action: '看中心组', to: '/study-groups' })),
  ]
}

/** Sent, begun, and not yet written down. */
async function sheetsToFill(db: Reader, { memberId, now }: Somebody) {
  const rows = await db
    .select({
      id: studyObservations.id,
      groupName: studyGroups.name,
      title: studySessions.title,
      startsAt: studySessions.startsAt,
    })
    .from(studyObservations)
    .innerJoin(
      studySessions,
      and(
        eq(studySessions.unitId, studyObservations.unitId),
        eq(studySessions.id, studyObservations.sessionId),
      ),
    )
    .innerJoin(
      studyGroups,
      and(
        eq(studyGroups.unitId, studyObservations.unitId),
        eq(studyGroups.id, studyObservations.groupId),
      ),
    )
    .where(
      and(
        eq(studyObservations.memberId, memberId),
        isNull(studyObservations.withdrawnAt),
        isNull(studyObservations.observedAt),
        isNull(studySessions.cancelledAt),
        lte(studySessions.startsAt, now),
      ),
    )
    .orderBy(asc(studySessions.startsAt), asc(studyObservations.id))
    .limit(50)
  return rows.map(({ id, groupName, title, startsAt }) => ({
    id,
    key: `observe:${id}`,
    what: `填写旁听记录表：${groupName}`,
    why: `${monthDay(dayOf(startsAt))}“${title}”派您旁听，还没有填`,
    clause: '列席旁听',
    deadline: null,
    action: '去填写',
  }))
}
