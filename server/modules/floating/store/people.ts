import { and, eq, isNull, or, gt } from 'drizzle-orm'
import type { Db } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { floatingStays } from '../table.ts'

export type MemberKey = { readonly unitId: string; readonly memberId: string }
export type Stay = typeof floatingStays.$inferSelect

const open = isNull(floatingStays.endedOn)

/** A member on the roll within the reach, held still, with the stay that is open. */
export async function lockPerson(tx: Db, reach: Reach, { unitId, memberId }: MemberKey) {
  const [row] = await tx
    .select({ member: members, path: organizations.path, organizationName: organizations.name })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        eq(members.unitId, unitId),
        eq(members.id, memberId),
        isNull(members.leftOn),
        within(reach, organizations.path),
      ),
    )
    .for('update', { of: members })
  if (!row) return undefined
  const [stay] = await tx
    .select()
    .from(floatingStays)
    .where(and(eq(floatingStays.unitId, unitId), eq(floatingStays.memberId, memberId), open))
  return { ...row, stay }
}

/** Those of the ids that are on the roll within the reach. */
export async function lockPeople(
  tx: Db,
  reach: Reach,
  { unitId, memberIds }: { readonly unitId: string; readonly memberIds: readonly string[] },
) {
  return tx
    .select({ member: members, path: organizations.path })
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
    .orderBy(members.id)
    .for('update', { of: members })
}

/** Somebody of the unit who can be a contact person: on the roll, and here. */
export async function findContactPerson(tx: Db, unitId: string, memberId: string, day: string) {
  const [row] = await tx
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(
      and(
        eq(members.unitId, unitId),
        eq(members.id, memberId),
        isNull(members.leftOn),
        or(isNull(members.floatingSince), gt(members.floatingSince, day)),
      ),
    )
  return row
}

export async function keepStay(tx: Db, row: typeof floatingStays.$inferInsert): Promise<void> {
  await tx.insert(floatingStays).values(row)
}

export async function updateStay(
  tx: Db,
  { unitId, id, version }: Pick<Stay, 'unitId' | 'id' | 'version'>,
  set: Partial<typeof floatingStays.$inferInsert>,
): Promise<number> {
  const next = version + 1
  await tx
    .update(floatingStays)
    .set({ ...set, version: next })
    .where(and(eq(floatingStays.unitId, unitId), eq(floatingStays.id, id)))
  return next
}

/** Gives open stays a contact person; returns how many there are. */
export async function assignContact(
  tx: Db,
  { unitId, memberIds }: { readonly unitId: string; readonly memberIds: readonly string[] },
  contactPersonId: string,
): Promise<number> {
  const rows = await tx
    .update(floatingStays)
    .set({ contactPersonId })
    .where(and(eq(floatingStays.unitId, unitId), oneOf(floatingStays.memberId, memberIds), open))
    .returning({ id: floatingStays.id })
  return rows.length
}
