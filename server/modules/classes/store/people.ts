import { and, eq, isNull } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import type { PersonKey } from '../rules/person.ts'

/** A member as a class knows them. */
export type Person = PersonKey & {
  readonly name: string
  readonly organizationId: string
  readonly organizationName: string
  readonly path: string
}

/** These members, those within the reach. */
export async function findPeople(db: Reader, reach: Reach, people: readonly PersonKey[]) {
  const unitIds = people.map(({ memberUnitId }) => memberUnitId)
  const ids = people.map(({ memberId }) => memberId)
  return db
    .select({
      memberUnitId: members.unitId,
      memberId: members.id,
      name: members.name,
      leftOn: members.leftOn,
      organizationId: members.organizationId,
      organizationName: organizations.name,
      path: organizations.path,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        oneOf(members.unitId, unitIds),
        oneOf(members.id, ids),
        within(reach, organizations.path),
      ),
    )
}

/** The members of a unit who have these ID numbers, by their keyed digests. */
export async function findByIdNumbers(db: Reader, unitId: string, indexes: readonly string[]) {
  const rows = await db
    .select({
      index: members.idNumberIndex,
      memberId: members.id,
      name: members.name,
      organizationId: members.organizationId,
      organizationName: organizations.name,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        eq(members.unitId, unitId),
        oneOf(members.idNumberIndex, indexes),
        isNull(members.leftOn),
      ),
    )
  return new Map(rows.map(({ index, ...person }) => [index, person]))
}
