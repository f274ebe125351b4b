import { listedKinds } from '@zhixing/contract/words.ts'
import type { ActivityKind } from '@zhixing/contract'
import { and, asc, eq, gt, isNull, like, lt, notInArray, sql } from 'drizzle-orm'
import { addDays, dayOf, startOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { withKeptPlan } from '../../../kernel/kept-plan.ts'
import { clockMinutesOf, kindOf } from '../../activities/index.ts'
import { activities, closures } from '../../activities/table.ts'
import type { convertersOf } from '../../ledgers/index.ts'
import { organizations } from '../../organizations/table.ts'
import type { Due } from '../rules/planned.ts'
import type { Who } from './frame.ts'

/** An activity ahead, and what it will bring to each who is due. */
export type Planned = {
  readonly unitId: string
  readonly organizationId: string
  readonly groupId: string | null
  readonly due: Due
  readonly day: Day
  readonly title: string
  readonly heading: string | null
  readonly minutes: number
}

type Asked = {
  readonly path: string
  readonly now: Date
  readonly last: Day
  readonly only?: Who | undefined
}

/** What is planned from now until the last day, soonest first. */
export async function findAhead(db: Reader, { path, now, last, only }: Asked) {
  const place = only
    ? and(eq(activities.unitId, only.unitId), eq(activities.organizationId, only.organizationId))
    : like(organizations.path, `${path}%`)
  const asked = db
    .select({
      unitId: activities.unitId,
      organizationId: activities.organizationId,
      groupId: activities.groupId,
      path: organizations.path,
      kind: sql<ActivityKind>`${activities.kind}`,
      title: activities.title,
      heading: activities.heading,
      agenda: activities.agenda,
      startsAt: activities.startsAt,
      endsAt: activities.endsAt,
    })
    .from(activities)
    .innerJoin(organizations, eq(organizations.id, activities.organizationId))
    .where(
      and(
        place,
        notInArray(activities.kind, [...listedKinds]),
        gt(activities.startsAt, now),
        lt(activities.startsAt, startOf(addDays(last, 1))),
        isNull(activities.cancelledAt),
        sql`not exists (select from ${closures} where ${closures.unitId} = ${activities.unitId}
          and ${closures.activityId} = ${activities.id} and ${closures.reopenedAt} is null)`,
      ),
    )
    .orderBy(asc(activities.startsAt), asc(activities.id))
  return only ? withKeptPlan(asked) : asked
}

/** What each of them will bring to whom, by the rules of its own place and day. */
export function plannedOf(
  rows: Awaited<ReturnType<typeof findAhead>>,
  convert: ReturnType<typeof convertersOf>,
): Planned[] {
  return rows.map(({ startsAt, endsAt, agenda, ...row }) => {
    const kind = kindOf(row.kind)
    const length = Math.floor((endsAt.getTime() - startsAt.getTime()) / 60_000)
    const clockMinutes = clockMinutesOf(kind, agenda, length)
    const day = dayOf(startsAt)
    const study = { source: kind.hours.source, clockMinutes, level: 'branch', days: 1 } as const
    const { minutes } = convert({ path: row.path, day }, study)
    const { unitId, organizationId, groupId, title, heading } = row
    return { unitId, organizationId, groupId, title, heading, day, due: kind.due, minutes }
  })
}
