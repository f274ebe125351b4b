import { and, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { inLineWith } from '../../../kernel/reach.ts'
import { organizations } from '../../organizations/table.ts'
import { classEnrolments, classQuotas, classes } from '../table.ts'

/** Who holds a class, where the quota's organization is in the same statement. */
export const holders = alias(organizations, 'holders')

/** Seats given to an organization at this path, to one above it, or to one below it. */
export function onTheLineOf(path: string) {
  return inLineWith(path, organizations.path)
}

/** How many wait for seats of a quota. */
export const waitingOf = sql<number>`(select count(*)::int from ${classEnrolments} as w
  where w.unit_id = ${classQuotas.unitId} and w.quota_id = ${classQuotas.id} and w.state = 'waiting')`

/** The class whose seats a quota gives. */
export const ofQuota = and(
  eq(classes.unitId, classQuotas.unitId),
  eq(classes.id, classQuotas.classId),
)

/** How many sit in a class who belong to an organization at or below a path. */
export function seatedBelow(path: string) {
  return sql<number>`(select count(*)::int from ${classEnrolments} as e
    join ${organizations} as home on home.id = e.organization_id
    where e.unit_id = ${classes.unitId} and e.class_id = ${classes.id}
    and e.state = 'enrolled' and home.path like ${`${path}%`})`
}
