import { and, asc, eq, gt, isNull, like, lte, sql } from 'drizzle-orm'
import { addDays, dayOf, startOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { activities, closures } from '../../activities/table.ts'
import { organizations } from '../../organizations/table.ts'
import { dueOf, minutesOf } from '../rules/planned.ts'
import type { Due } from '../rules/planned.ts'
import type { Who } from './frame.ts'

/** An activity ahead, and what it will bring to each who is due. */
export type Planned = {
  readonly organizationId: string
  readonly groupId: string | null
  readonly due: Due
  readonly day: Day
  readonly title: string
  readonly minutes: number
}

type Asked = {
  readonly path: string
  readonly now: Date
  readonly last: Day
  readonly only?: Who | undefined
}

/** What is planned from now until the last day, soonest first. */
export async function findPlanned(
  db: Reader,
  { path, now, last, only }: Asked,
): Promise<Planned[]> {
  const place = only
    ? eq(activities.organizationId, only.organizationId)
    : like(organizations.path, `${path}%`)
  const rows = await db
    .select({
      organizationId: activities.organizationId,
      groupId: activities.groupId,
      kind: activities.kind,
      title: activities.title,
      startsAt: activities.startsAt,
      endsAt: activities.endsAt,
    })
    .from(activities)
    .innerJoin(organizations, eq(organizations.id, activities.organizationId))
    .where(
      and(
        place,
        gt(activities.startsAt, now),
        lte(activities.startsAt, startOf(addDays(last, 1))),
        isNull(activities.cancelledAt),
        sql`not exists (select from ${closures} where ${closures.unitId} = ${activities.unitId}
          and ${closures.activityId} = ${activities.id} and ${closures.reopenedAt} is null)`,
      ),
    )
    .orderBy(asc(activities.startsAt), asc(activities.id))

  return rows.map(({ kind, startsAt, endsAt, ...row }) => ({
    ...row,
    due: dueOf(kind),
    day: dayOf(startsAt),
    minutes: minutesOf(startsAt, endsAt),
  }))
}
