import { and, eq, isNull } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'

type Asked = {
  readonly unitId: string
  readonly memberIds: readonly string[]
  /** What else must be true of them. */
  readonly where?: SQL
}

/** Those of them who are on the roll within the reach, village by village. */
export async function findPeople(tx: Db, reach: Reach, { unitId, memberIds, where }: Asked) {
  return tx
    .select({ memberId: members.id, name: members.name, path: organizations.path })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        eq(members.unitId, unitId),
        oneOf(members.id, memberIds),
        isNull(members.leftOn),
        within(reach, organizations.path),
        where,
      ),
    )
    .orderBy(organizations.path, members.nameKey, members.id)
}

/** Where a member of the unit belongs. */
export async function placeOf(
  db: Reader,
  { unitId, memberId }: { readonly unitId: string; readonly memberId: string },
): Promise<string | undefined> {
  const [row] = await db
    .select({ path: organizations.path })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(eq(members.unitId, unitId), eq(members.id, memberId)))
  return row?.path
}
