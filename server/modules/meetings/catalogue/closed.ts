import { and, between, eq, isNull, or, sql } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { activities, closures } from '../../activities/table.ts'
import { campaigns } from '../../campaigns/table.ts'
import type { Check, Closed } from '../rules/regularity.ts'
import { inForce, isMeeting } from './rows.ts'

/** What these branches have closed of a year, branch by branch. */
export async function closedOf(db: Reader, ids: readonly string[], year: number) {
  const rows = await db
    .select({
      organizationId: activities.organizationId,
      unitId: activities.unitId,
      activityId: activities.id,
      title: activities.title,
      startsAt: activities.startsAt,
      createdAt: activities.createdAt,
      closedAt: closures.closedAt,
      isLate: closures.isLate,
      method: activities.method,
    })
    .from(activities)
    .innerJoin(closures, inForce())
    .where(
      and(
        oneOf(activities.organizationId, ids),
        isMeeting(),
        isNull(activities.cancelledAt),
        between(activities.month, `${year}-01`, `${year}-12`),
      ),
    )
    .orderBy(activities.startsAt, activities.id)
  return Map.groupBy(rows satisfies readonly Closed[], ({ organizationId }) => organizationId)
}

type Campaign = { readonly path: string; readonly checks: readonly Check[] }

/** When those above look at what was done: forms that campaigns ask back, and their ends. */
export async function checksOn(db: Reader, path: string, year: number): Promise<Campaign[]> {
  const rows = await db
    .select()
    .from(campaigns)
    .where(
      and(
        or(eq(campaigns.state, 'running'), eq(campaigns.state, 'closed')),
        sql`(${campaigns.path} like ${`${path}%`} or ${path} like ${campaigns.path} || '%')`,
        sql`${campaigns.from} <= ${`${year + 1}-12-31`} and ${campaigns.until} >= ${`${year}-01-01`}`,
      ),
    )
  return rows.map((row) => ({
    path: row.path,
    checks: [
      ...row.returnForms.map(({ dueOn, title }) => ({ day: dueOn, title })),
      { day: row.until, title: `${row.title}结束` },
    ],
  }))
}
