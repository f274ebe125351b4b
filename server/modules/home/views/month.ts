import { and, asc, eq, gte, isNull, lt } from 'drizzle-orm'
import { addDays, dayOf, daysIn, monthOf, startOf } from '../../../kernel/calendar.ts'
import { activities } from '../../activities/table.ts'
import type { Todo } from '../rules/todo.ts'
import type { Place } from './place.ts'

const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
})

/** Every day of the month with what happens on it, and what ends on it. */
export async function monthOfPlace({ db, today, organization }: Place, todos: readonly Todo[]) {
  const month = monthOf(today)
  const first = `${month}-01`
  const held = await db
    .select()
    .from(activities)
    .where(
      and(
        eq(activities.organizationId, organization.id),
        gte(activities.startsAt, startOf(first)),
        lt(activities.startsAt, startOf(addDays(first, daysIn(month)))),
        isNull(activities.cancelledAt),
      ),
    )
    .orderBy(asc(activities.startsAt))
  const meetings = Map.groupBy(held, ({ startsAt }) => dayOf(startsAt))
  const deadlines = Map.groupBy(todos, ({ deadline }) => deadline ?? '')

  return Array.from({ length: daysIn(month) }, (_, at) => {
    const day = addDays(first, at)
    return {
      day,
      occasions: [
        ...(meetings.get(day) ?? []).map(({ unitId, id, title, startsAt }) => ({
          title,
          time: clock.format(startsAt),
          kind: 'meeting' as const,
          to: `/activities/${unitId}/${id}`,
        })),
        ...(deadlines.get(day) ?? []).map(({ what, to }) => ({
          title: `${what}（期限）`,
          kind: 'deadline' as const,
          to,
        })),
      ],
    }
  })
}
