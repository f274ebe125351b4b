import { and, asc, eq, gte, inArray, lt } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { organizations } from '../../organizations/table.ts'
import { ballots } from '../table.ts'

type Asked = {
  readonly today: Day
  /** Nothing of what ended before. */
  readonly since?: Day
  /** The organizations themselves, not what lies below them; without them, everywhere. */
  readonly paths?: readonly string[]
}

/** Ballots whose last day is over and which nobody has counted, the oldest first. */
export async function uncounted(db: Reader, { today, since, paths }: Asked) {
  return db
    .select({
      unitId: ballots.unitId,
      ballotId: ballots.id,
      organizationId: ballots.organizationId,
      organizationName: organizations.name,
      path: ballots.path,
      title: ballots.title,
      until: ballots.until,
    })
    .from(ballots)
    .innerJoin(organizations, eq(organizations.id, ballots.organizationId))
    .where(
      and(
        eq(ballots.state, 'open'),
        lt(ballots.until, today),
        since ? gte(ballots.until, since) : undefined,
        paths ? inArray(ballots.path, [...paths]) : undefined,
      ),
    )
    .orderBy(asc(ballots.until), asc(ballots.id))
}

export type Uncounted = Awaited<ReturnType<typeof uncounted>>[number]
