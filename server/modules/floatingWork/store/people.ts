import { and, asc, eq, gt, ilike, isNull, like, lte, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Db, Reader } from '../../../kernel/db.ts'
import { listed, oneOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { containing } from '../../../kernel/search.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { floatingResults } from '../table.ts'

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

/** A part of a longer list. */
type Stretch = { readonly limit: number; readonly offset: number }

export async function findCircle(db: Reader, circle: Circle, day: Day, stretch?: Stretch) {
  const all = db
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
    .$dynamic()
  return stretch ? all.limit(stretch.limit).offset(stretch.offset) : all
}

/** How many are in each of them, in their order. */
export async function countCircles(
  db: Reader,
  circles: readonly Circle[],
  day: Day,
): Promise<number[]> {
  if (circles.length === 0) return []
  const list = listed('circle', {
    at: ['int', [...circles.keys()]],
    prefix: ['text', circles.map(({ path }) => `${path}%`)],
    place: ['text', circles.map(({ destination }) => containing(destination))],
  })
  const rows = await db
    .select({ at: sql<number>`circle.at`, people: sql<number>`count(*)::int` })
    .from(
      sql`${list} join ${organizations} on ${organizations.path} like circle.prefix
        join ${members} on ${members.organizationId} = ${organizations.id}
          and ${members.floatingTo} ilike circle.place`,
    )
    .where(and(onRoll(day), isAway(day)))
    .groupBy(sql`circle.at`)
  const counts = new Map(rows.map(({ at, people }) => [at, people]))
  return circles.map((_, at) => counts.get(at) ?? 0)
}

type Asked = { readonly taskId: string; readonly day: Day } & Stretch

/** Whom a task is for with what each reported: what waits for an answer first. */
export async function findReporters(
  db: Reader,
  circle: Circle,
  { taskId, day, limit, offset }: Asked,
) {
  return db
    .select({
      unitId: members.unitId,
      memberId: members.id,
      name: members.name,
      organizationName: organizations.name,
      result: floatingResults,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .leftJoin(
      floatingResults,
      and(
        eq(floatingResults.unitId, members.unitId),
        eq(floatingResults.memberId, members.id),
        eq(floatingResults.taskId, taskId),
      ),
    )
    .where(inCircle(circle, day))
    .orderBy(
      sql`${floatingResults.state} = 'reported' desc nulls last`,
      asc(members.nameKey),
      asc(members.id),
    )
    .limit(limit)
    .offset(offset)
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
