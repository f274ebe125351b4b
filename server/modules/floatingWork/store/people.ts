import { and, asc, eq, gt, ilike, isNull, like, lte, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { containing } from '../../../kernel/search.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'

/** Of a group or a task: everybody away from below a path, or away to one place. */
export type Circle = { readonly path: string; readonly destination: string }

export function onRoll(day: Day): SQL | undefined {
  return or(isNull(members.leftOn), gt(members.leftOn, day))
}

export function isAway(day: Day): SQL {
  return sql`coalesce(${lte(members.floatingSince, day)}, false)`
}

function inCircle({ path, destination }: Circle, day: Day): SQL | undefined {
  return and(
    like(organizations.path, `${path}%`),
    onRoll(day),
    isAway(day),
    destination === '' ? undefined : ilike(members.floatingTo, containing(destination)),
  )
}

export async function findCircle(db: Reader, circle: Circle, day: Day) {
  return db
    .select({
      unitId: members.unitId,
      memberId: members.id,
      name: members.name,
      organizationName: organizations.name,
      destination: members.floatingTo,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(inCircle(circle, day))
    .orderBy(asc(members.nameKey), asc(members.id))
}

export async function countCircle(db: Reader, circle: Circle, day: Day): Promise<number> {
  const [row] = await db
    .select({ people: sql<number>`count(*)::int` })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(inCircle(circle, day))
  return row?.people ?? 0
}

/** Members on the roll within the reach, with what the roll says of where they are; held still. */
export async function lockRoll(
  tx: Db,
  reach: Reach,
  { unitId, memberIds }: { readonly unitId: string; readonly memberIds: readonly string[] },
) {
  return tx
    .select({ member: members, path: organizations.path })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        eq(members.unitId, unitId),
        oneOf(members.id, memberIds),
        isNull(members.leftOn),
        within(reach, organizations.path),
      ),
    )
    .orderBy(members.id)
    .for('update', { of: members })
}
