import { and, eq, isNull } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'

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
