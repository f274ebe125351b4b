import { and, asc, eq, isNull, like, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { floatingAnswers } from '../table.ts'
import { isAway, onRoll } from './people.ts'
import type { Census } from './started.ts'

/** The part of a round that somebody looks at. */
export type Part = { readonly path: string; readonly day: Day }

const answered = sql<number>`(count(${floatingAnswers.id}))::int`
const counts = {
  people: sql<number>`count(*)::int`,
  confirmed: answered,
  away: saying('away'),
  home: saying('home'),
  lost: saying('lost'),
}

function saying(answer: 'away' | 'home' | 'lost') {
  return sql<number>`(count(*) filter (where ${floatingAnswers.answer} = ${answer}))::int`
}

/** Whom a round asks for: everybody, or who is away; whoever has been answered for stays in it. */
function due({ scope, path }: Census, part: Part): SQL | undefined {
  const narrow = part.path.startsWith(path) ? part.path : path
  return and(
    like(organizations.path, `${narrow}%`),
    onRoll(part.day),
    scope === 'all' ? undefined : or(isAway(part.day), sql`${floatingAnswers.id} is not null`),
  )
}

function own(censusId: string): SQL | undefined {
  return and(
    eq(floatingAnswers.unitId, members.unitId),
    eq(floatingAnswers.memberId, members.id),
    eq(floatingAnswers.censusId, censusId),
  )
}

export async function countDue(db: Reader, census: Census, part: Part) {
  const [row] = await db
    .select(counts)
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .leftJoin(floatingAnswers, own(census.id))
    .where(due(census, part))
  return row ?? { people: 0, confirmed: 0, away: 0, home: 0, lost: 0 }
}

/** The same by the organizations directly below the part. */
export async function countBelow(db: Reader, census: Census, part: Part) {
  const step = part.path.split('/').length
  const key = sql<string>`split_part(${organizations.path}, '/', ${step}::int)`
  const rows = await db
    .select({ organizationId: key.as('key'), people: counts.people, confirmed: counts.confirmed })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .leftJoin(floatingAnswers, own(census.id))
    .where(due(census, part))
    .groupBy(sql`1`)
  return rows.filter(({ organizationId }) => organizationId !== '')
}

type Shown = {
  readonly show: 'open' | 'away' | 'home' | 'lost'
  readonly page: number
  readonly size: number
}

export async function findDue(db: Reader, census: Census, part: Part, shown: Shown) {
  const wanted =
    shown.show === 'open' ? isNull(floatingAnswers.id) : eq(floatingAnswers.answer, shown.show)
  const where = and(due(census, part), wanted)
  const rows = await db
    .select({
      unitId: members.unitId,
      memberId: members.id,
      name: members.name,
      organizationName: organizations.name,
      isFloating: sql<boolean>`${isAway(part.day)}`,
      destination: members.floatingTo,
      answer: floatingAnswers.answer,
      byName: floatingAnswers.byName,
      at: floatingAnswers.at,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .leftJoin(floatingAnswers, own(census.id))
    .where(where)
    .orderBy(asc(organizations.path), asc(members.nameKey), asc(members.id))
    .limit(shown.size)
    .offset((shown.page - 1) * shown.size)
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ at, byName, ...row }) => ({
      ...row,
      byName: byName ?? '',
      at: at?.toISOString() ?? null,
    })),
  }
}
