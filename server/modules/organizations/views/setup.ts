import { and, countDistinct, eq, inArray, isNull, lte, or, gt, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { posts } from '../../members/table.ts'
import { within } from '../../../kernel/reach.ts'
import { branchKinds } from '../rules/kinds.ts'
import type { Part } from '../store/tree.ts'
import type { SetupFacts } from '../rules/setup.ts'
import { committeeTerms, organizationCounts, organizations } from '../table.ts'

const onCommittee = [
  'secretary',
  'deputySecretary',
  'organizationOfficer',
  'publicityOfficer',
  'disciplineOfficer',
  'officer',
] as const

type Found = SetupFacts & {
  readonly id: string
  readonly unitId: string
  readonly name: string
  readonly path: string
}

/** What the set-up checks need of each chosen organization, in three statements whatever their number. */
export async function factsOf(db: Reader, chosen: SQL | undefined, day: Day): Promise<Found[]> {
  const rows = await ownCounts(db, chosen)
  const seats = new Map((await seatsOf(db, chosen, day)).map((row) => [row.organizationId, row]))
  const terms = new Map((await termsOf(db, chosen)).map((row) => [row.organizationId, row.endsOn]))

  return rows.map(({ members, probationary, coveredUnits, ...row }) => ({
    ...row,
    full: members - probationary,
    probationary,
    coveredUnits: coveredUnits.length,
    officers: seats.get(row.id)?.officers ?? 0,
    hasSecretary: (seats.get(row.id)?.secretaries ?? 0) > 0,
    termEndsOn: terms.get(row.id) ?? null,
  }))
}

export function isIn({ unitId, path }: Part) {
  return and(eq(organizations.unitId, unitId), within([path], organizations.path))
}

const isLeaf = inArray(organizations.kind, [...branchKinds])

/** Members who belong directly to the organization: all below, less those of its children. */
async function ownCounts(db: Reader, chosen: SQL | undefined) {
  const { id, unitId, name, path, kind, sector, coveredUnits } = organizations
  // Below a branch there are only groups, whose members are the branch's: nine in ten need no second look.
  const less = (column: 'members' | 'probationary') => sql<number>`
    coalesce(${organizationCounts[column]}, 0) - case when ${isLeaf} then 0 else coalesce((
      select sum(below.${sql.identifier(column)}) from organizations child
      join organization_counts below on below.id = child.id
      where child.parent_id = ${id}), 0)::int end`
  return db
    .select({
      id,
      unitId,
      name,
      path,
      kind,
      sector,
      coveredUnits,
      members: less('members'),
      probationary: less('probationary'),
    })
    .from(organizations)
    .leftJoin(organizationCounts, eq(organizationCounts.id, id))
    .where(chosen)
}

async function seatsOf(db: Reader, chosen: SQL | undefined, day: Day) {
  return db
    .select({
      organizationId: posts.organizationId,
      officers: countDistinct(posts.memberId),
      secretaries: sql<number>`(count(*) filter (where ${posts.post} = 'secretary'))::int`,
    })
    .from(posts)
    .innerJoin(organizations, eq(organizations.id, posts.organizationId))
    .where(
      and(
        chosen,
        inArray(posts.post, onCommittee),
        lte(posts.from, day),
        or(isNull(posts.until), gt(posts.until, day)),
      ),
    )
    .groupBy(posts.organizationId)
}

async function termsOf(db: Reader, chosen: SQL | undefined) {
  const { organizationId, extendedTo, endsOn, endedOn } = committeeTerms
  return db
    .select({
      organizationId,
      endsOn: sql<string>`max(coalesce(${extendedTo}, ${endsOn}))::text`,
    })
    .from(committeeTerms)
    .innerJoin(organizations, eq(organizations.id, organizationId))
    .where(and(chosen, isNull(endedOn)))
    .groupBy(organizationId)
}
