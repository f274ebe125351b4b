import { and, eq, isNull } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'

/** The member of a unit who has this ID number, by its keyed digest. */
export async function findByIdNumber(db: Reader, unitId: string, idNumberIndex: string) {
  const [row] = await db
    .select({
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
        eq(members.idNumberIndex, idNumberIndex),
        isNull(members.leftOn),
      ),
    )
  return row
}
