import { and, asc, count, countDistinct, eq, isNull, like, lt, min, sql } from 'drizzle-orm'
import { addDays, dayOf, startOf } from '../../../../kernel/calendar.ts'
import { monthDay } from '../../../../kernel/words.ts'
import { activities, attendances, closures } from '../../../activities/table.ts'
import { inForce, isMeeting } from '../../../meetings/index.ts'
import { organizations } from '../../../organizations/table.ts'
import { ruleAt } from '../../../rules/index.ts'
import type { Todo } from '../../rules/todo.ts'
import type { Place } from '../place.ts'

/** Held, but the record is not closed: nobody has their hours yet. */
export async function openRecords(place: Place): Promise<Todo[]> {
  const { db, today, organization } = place
  const { value, clause } = await ruleAt(db, 'activity.late.days', {
    path: organization.path,
    day: today,
  })
  if (place.isBranch)
    return (await findOpen(place)).map(({ unitId, id, title, endsAt, present }) => ({
      key: `record:${id}`,
      what: `补齐“${title}”的记录`,
      why: `${monthDay(dayOf(endsAt))}已开，记录未关闭，${present > 0 ? `到会 ${present} 人的` : ''}学时尚未记入`,
      clause,
      deadline: addDays(dayOf(endsAt), value),
      action: '写记录',
      to: `/activities/${unitId}/${id}`,
    }))

  const late = await countOpen(place, startOf(addDays(today, -value)))
  if (!late?.first) return []
  return [
    {
      key: 'records',
      what: `督促 ${late.branches} 个支部归档 ${late.records} 次活动`,
      why: `已开未关闭超过 ${value} 天，参加的人学时没有记入`,
      clause,
      deadline: addDays(dayOf(late.first), value),
      action: '看是哪些',
      to: '/meetings/list?state=begun',
    },
  ]
}

/** What was over before a moment and is open still. */
function isOpen({ organization }: Place, before: Date) {
  return and(
    like(organizations.path, `${organization.path}%`),
    lt(activities.endsAt, before),
    isNull(activities.cancelledAt),
    isNull(closures.id),
    isMeeting(),
  )
}

async function countOpen(place: Place, before: Date) {
  const [row] = await place.db
    .select({
      records: count(),
      branches: countDistinct(activities.organizationId),
      first: min(activities.endsAt),
    })
    .from(activities)
    .innerJoin(organizations, eq(organizations.id, activities.organizationId))
    .leftJoin(closures, inForce())
    .where(isOpen(place, before))
  return row
}

function findOpen(place: Place) {
  return place.db
    .select({
      unitId: activities.unitId,
      id: activities.id,
      title: activities.title,
      endsAt: activities.endsAt,
      present: sql<number>`(select count(*)::int from ${attendances}
        where ${attendances.unitId} = ${activities.unitId}
          and ${attendances.activityId} = ${activities.id} and ${attendances.mark} = 'present')`,
    })
    .from(activities)
    .innerJoin(organizations, eq(organizations.id, activities.organizationId))
    .leftJoin(closures, inForce())
    .where(isOpen(place, place.now))
    .orderBy(asc(activities.endsAt), asc(activities.id))
}
