import { contract } from '@zhixing/contract'
import { and, desc, eq } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { countBelow, countDue, findDue } from '../store/census.ts'
import { findCensus, seenFrom } from '../store/started.ts'
import type { Census } from '../store/started.ts'
import { floatingCensuses } from '../table.ts'

/** Rounds begun here, below, or above; the counts are of the part one stands at. */
export const listCensuses = view(contract.floatingWork.censuses, async (sight, input) => {
  const { db, now } = sight
  const { organization } = await narrowTo(db, sight.reach, input.organizationId)
  const seen = seenFrom(organization.path, floatingCensuses.path)
  const rows = await db
    .select({ census: floatingCensuses, organizationName: organizations.name })
    .from(floatingCensuses)
    .innerJoin(organizations, eq(organizations.id, floatingCensuses.organizationId))
    .where(seen)
    .orderBy(desc(floatingCensuses.at), desc(floatingCensuses.id))
    .limit(input.size)
    .offset((input.page - 1) * input.size)
  const shown = rows.map(async ({ census, organizationName }) => ({
    ...headOf(census, organizationName),
    ...(await countDue(db, census, { path: organization.path, day: dayAsked(census, now) })),
  }))
  return { rows: await Promise.all(shown), total: await db.$count(floatingCensuses, seen) }
})

export const showCensus = view(contract.floatingWork.census, async (sight, input) => {
  const { db, now, actor } = sight
  const { organization } = await narrowTo(db, sight.reach, input.organizationId)
  const key = { unitId: input.unitId, id: input.censusId }
  const census = await findCensus(db, key, [organization.path])
  if (!census) throw missing('floatingWork.censusUnknown')
  const path = organization.path.startsWith(census.path) ? organization.path : census.path
  const part = { path, day: dayAsked(census, now) }
  const below = await countBelow(db, census, part)
  const names = await namesOf(db, [
    census.organizationId,
    ...below.map((one) => one.organizationId),
  ])
  const { away, home, lost, ...counted } = await countDue(db, census, part)
  const isOpen = census.closedOn === null
  const may = (grant: 'floating.census' | 'floating.keep', at: string) =>
    isOpen && covers(reachOf(actor.appointments, grant), at)
  return {
    ...headOf(census, names.get(census.organizationId) ?? ''),
    ...counted,
    lost,
    answers: { away, home, lost },
    below: below
      .map((one) => ({ ...one, name: names.get(one.organizationId) ?? '' }))
      .toSorted((one, other) => other.people - other.confirmed - (one.people - one.confirmed)),
    ...(await findDue(db, census, part, input)),
    may: {
      close: may('floating.census', census.path),
      answer: may('floating.keep', part.path),
    },
  }
})

function headOf(
  { unitId, id, title, scope, from, until, closedOn }: Census,
  organizationName: string,
) {
  return { unitId, censusId: id, title, scope, from, until, closedOn, organizationName }
}

/** As of the closing, once it is closed. */
function dayAsked({ closedOn }: Census, now: Date): Day {
  return closedOn ?? dayOf(now)
}

async function namesOf(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(and(oneOf(organizations.id, ids)))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
