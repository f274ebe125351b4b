import { and, eq, isNull, like, or, sql } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { excuseSpanOf } from '../../members/index.ts'
import { excuses, members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import type { Pause } from '../rules/clock.ts'

/** Whose clocks are looked at: everybody below a path, or one of them. */
export type Asked = {
  readonly path: string
  /** Of large places one unit after the other: only those who belong to this one. */
  readonly unitId?: string
  readonly memberId?: string
  /** Of many, only these. */
  readonly memberIds?: readonly string[]
  /** Only those of the place itself, not of what lies below it. */
  readonly isOwn?: boolean
  readonly now: Date
}

export type Person = Awaited<ReturnType<typeof findPeople>>[number]

/**
 * Those of whom something is asked: on the roll, with their membership in force. Who is lost is looked for elsewhere, by
 * a clock of article 24.
 */
export async function findPeople(db: Reader, { path, unitId, memberId, isOwn }: Asked, day: Day) {
  return db
    .select({
      unitId: members.unitId,
      memberId: members.id,
      name: members.name,
      organizationId: organizations.id,
      organizationName: organizations.name,
      path: organizations.path,
      arrivedOn: members.arrivedOn,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        isOwn ? eq(organizations.path, path) : like(organizations.path, `${path}%`),
        or(isNull(members.leftOn), sql`${members.leftOn} > ${day}::date`),
        eq(members.isSuspended, false),
        isNull(members.lostSince),
        unitId ? eq(members.unitId, unitId) : undefined,
        memberId ? eq(members.id, memberId) : undefined,
      ),
    )
    .orderBy(members.nameKey, members.name, members.id)
}

/** The excuses of some people, whether they hold or are over; one that was ended holds until the day before. */
export async function findPauses(
  db: Reader,
  people: readonly Pick<Person, 'unitId' | 'memberId'>[],
) {
  const rows = await db
    .select()
    .from(excuses)
    .where(
      and(
        oneOf(
          excuses.unitId,
          people.map(({ unitId }) => unitId),
        ),
        oneOf(
          excuses.memberId,
          people.map(({ memberId }) => memberId),
        ),
      ),
    )
  const byMember = Map.groupBy(rows, ({ memberId }) => memberId)
  return (memberId: string): Pause[] =>
    (byMember.get(memberId) ?? []).flatMap((excuse) => excuseSpanOf(excuse) ?? [])
}
