import { and, asc, isNull, like, lt, sql } from 'drizzle-orm'
import { addDays, dayOf } from '../../../../kernel/calendar.ts'
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
  const rows = await findOpen(place)
  if (place.isBranch)
    return rows.map(({ unitId, id, title, endsAt, present }) => ({
      key: `record:${id}`,
      what: `补齐“${title}”的记录`,
      why: `${monthDay(dayOf(endsAt))}已开，记录未关闭，${present > 0 ? `到会 ${present} 人的` : ''}学时尚未记入`,
      clause,
      deadline: addDays(dayOf(endsAt), value),
      action: '写记录',
      to: `/activities/${unitId}/${id}`,
    }))

  const late = rows.filter(({ endsAt }) => addDays(dayOf(endsAt), value) < today)
  const [first] = late
  if (!first) return []
  const branches = new Set(late.map(({ organizationId }) => organizationId)).size
  return [
    {
      key: 'records',
      what: `督促 ${branches} 个支部归档 ${late.length} 次活动`,
      why: `已开未关闭超过 ${value} 天，参加的人学时没有记入`,
      clause,
      deadline: addDays(dayOf(first.endsAt), value),
      action: '看是哪些',
      to: '/meetings/list?state=begun',
    },
  ]
}

function findOpen({ db, now, organization }: Place) {
  return db
    .select({
      unitId: activities.unitId,
      id: activities.id,
      organizationId: activities.organizationId,
      title: activities.title,
      endsAt: activities.endsAt,
      present: sql<number>`(select count(*)::int from ${attendances}
        where ${attendances.unitId} = ${activities.unitId}
          and ${attendances.activityId} = ${activities.id} and ${attendances.mark} = 'present')`,
    })
    .from(activities)
    .innerJoin(organizations, sql`${organizations.id} = ${activities.organizationId}`)
    .leftJoin(closures, inForce())
    .where(
      and(
        like(organizations.path, `${organization.path}%`),
        lt(activities.endsAt, now),
        isNull(activities.cancelledAt),
        isNull(closures.id),
        isMeeting(),
      ),
    )
    .orderBy(asc(activities.endsAt), asc(activities.id))
}
