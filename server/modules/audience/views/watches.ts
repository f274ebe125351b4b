import { contract } from '@zhixing/contract'
import { and, asc, eq, isNull, like, or, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { atOrAbove } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { hourTotals } from '../../ledgers/table.ts'
import { members } from '../../members/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { conditionOf } from '../catalogue/index.ts'
import { presentOn } from '../catalogue/subjects.ts'
import { sayAudience } from '../rules.ts'
import type { Watch } from '../store.ts'
import { audienceWatches } from '../table.ts'

/** The part of a watch that somebody looks at: their own organization, or all it was set for. */
type Part = { readonly path: string; readonly day: string }

/** Cohorts that are watched here or from above, each with how far it is. */
export const listWatches = view(
  contract.audience.watches,
  async (sight, { organizationId, page, size }) => {
    const { db, now, reach } = sight
    const { organization } = await narrowTo(db, reach, organizationId)
    const part = { path: organization.path, day: dayOf(now) }
    const here = and(seenFrom(part.path), isNull(audienceWatches.endedOn))
    const rows = await selectWatches(db)
      .where(here)
      .orderBy(asc(audienceWatches.path), asc(audienceWatches.name), asc(audienceWatches.id))
      .limit(size)
      .offset((page - 1) * size)
    const shown = rows.map(async (row) => headOf(row, await countOf(db, row.watch, part)))
    return {
      rows: await Promise.all(shown),
      total: await db.$count(audienceWatches, here),
      today: part.day,
    }
  },
)

export const showWatch = view(contract.audience.watch, async (sight, input) => {
  const { db, now, reach } = sight
  const { organization } = await narrowTo(db, reach, input.organizationId)
  const part = { path: organization.path, day: dayOf(now) }
  const [row] = await selectWatches(db).where(
    and(
      eq(audienceWatches.unitId, input.unitId),
      eq(audienceWatches.id, input.watchId),
      seenFrom(part.path),
    ),
  )
  if (!row) throw missing('audience.watchUnknown')
  const { watch } = row
  const count = await countOf(db, watch, part)
  const people = await db
    .select({
      unitId: members.unitId,
      memberId: members.id,
      name: members.name,
      organizationName: organizations.name,
      minutes: studied,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .leftJoin(hourTotals, totalOf(watch))
    .where(watched(watch, part))
    .orderBy(asc(studied), asc(members.nameKey), asc(members.id))
    .limit(input.size)
    .offset((input.page - 1) * input.size)
  return {
    watch: headOf(row, count),
    total: count.people,
    rows: people.map((one) => ({ ...one, isReached: one.minutes >= watch.targetMinutes })),
  }
})

const studied = sql<number>`coalesce(${hourTotals.minutes}, 0)::int`

async function countOf(db: Reader, watch: Watch, part: Part) {
  const [row] = await db
    .select({
      people: sql<number>`count(*)::int`,
      reached: sql<number>`(count(*) filter (where ${studied} >= ${watch.targetMinutes}::int))::int`,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .leftJoin(hourTotals, totalOf(watch))
    .where(watched(watch, part))
  return row ?? { people: 0, reached: 0 }
}

function totalOf({ year }: Watch) {
  return and(
    eq(hourTotals.unitId, members.unitId),
    eq(hourTotals.memberId, members.id),
    eq(hourTotals.ledger, 'member'),
    eq(hourTotals.year, year),
  )
}

function watched({ audience, path }: Watch, part: Part) {
  const narrow = part.path.startsWith(path) ? part.path : path
  return and(
    like(organizations.path, `${narrow}%`),
    presentOn(part.day),
    conditionOf(audience, part.day).sql,
  )
}

function seenFrom(path: string) {
  return or(like(audienceWatches.path, `${path}%`), atOrAbove(path, audienceWatches.path))
}

function selectWatches(db: Reader) {
  return db
    .select({ watch: audienceWatches, organizationName: organizations.name })
    .from(audienceWatches)
    .innerJoin(organizations, eq(organizations.id, audienceWatches.organizationId))
}

type Row = Awaited<ReturnType<typeof selectWatches>>[number]

function headOf(
  { watch, organizationName }: Row,
  { people, reached }: { readonly people: number; readonly reached: number },
) {
  const { unitId, id, name, audience, year, targetMinutes, targetShare } = watch
  return {
    unitId,
    watchId: id,
    name,
    sentence: sayAudience(audience),
    organizationName,
    year,
    targetMinutes,
    targetShare,
    people,
    reached,
    isReached: reached * 100 >= people * targetShare,
  }
}
