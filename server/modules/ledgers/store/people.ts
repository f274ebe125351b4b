import { and, eq, isNull } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'

/** Those of these members who are within the reach and have not left, with the path of their branch. */
export async function findPeople(
  db: Reader,
  reach: Reach,
  { unitId, memberIds }: { readonly unitId: string; readonly memberIds: readonly string[] },
) {
  return db
    .select({ id: members.id, name: members.name, path: organizations.path })
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
}
