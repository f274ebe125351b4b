import { contract } from '@zhixing/contract'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { view } from '../../../kernel/view.ts'
import { activities, closureInForce, closures } from '../../activities/table.ts'
import { narrowTo } from '../../organizations/index.ts'

const shown = 12

/** Where a branch could still put the topic: what is planned or not yet closed, and whether it is there already. */
export const listOpenActivities = view(
  contract.topics.taken,
  async ({ db, reach }, { topicId, organizationId }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const item = JSON.stringify([{ topicId }])
    const rows = await db
      .select({
        unitId: activities.unitId,
        activityId: activities.id,
        title: activities.title,
        startsAt: activities.startsAt,
        has: sql<boolean>`${activities.agenda} @> ${item}::jsonb`,
      })
      .from(activities)
      .leftJoin(closures, closureInForce)
      .where(
        and(
          eq(activities.organizationId, organization.id),
          isNull(activities.cancelledAt),
          isNull(closures.id),
        ),
      )
      .orderBy(asc(activities.startsAt))
      .limit(shown)
    return { rows: rows.map((row) => ({ ...row, startsAt: row.startsAt.toISOString() })) }
  },
)
