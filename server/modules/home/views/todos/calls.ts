import { and, asc, eq, gt, isNull, lt } from 'drizzle-orm'
import { addDays, dayOf, startOf } from '../../../../kernel/calendar.ts'
import { monthDay } from '../../../../kernel/words.ts'
import { activities } from '../../../activities/table.ts'
import type { Todo } from '../../rules/todo.ts'
import type { Place } from '../place.ts'

const noticeDays = 7

/** Planned for the coming days, and nobody has been told. */
export async function unsentCalls({ db, now, today, organization }: Place): Promise<Todo[]> {
  const rows = await db
    .select()
    .from(activities)
    .where(
      and(
        eq(activities.organizationId, organization.id),
        gt(activities.startsAt, now),
        lt(activities.startsAt, startOf(addDays(today, noticeDays + 1))),
        isNull(activities.calledAt),
        isNull(activities.cancelledAt),
      ),
    )
    .orderBy(asc(activities.startsAt))
  return rows.map(({ unitId, id, title, startsAt }) => ({
    key: `call:${id}`,
    what: `发出“${title}”的通知`,
    why: `${monthDay(dayOf(startsAt))}召开，还没有通知应到的人`,
    clause: '按计划召开，提前通知时间、地点和内容',
    deadline: addDays(dayOf(startsAt), -1),
    action: '发通知',
    to: `/activities/${unitId}/${id}`,
  }))
}
