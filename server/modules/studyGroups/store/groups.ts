import { and, eq, isNull } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { fieldsOf, oneOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { members } from '../../members/table.ts'
import type { Role } from '../rules/seats.ts'
import { studyFilings, studyGroups, studyPlans, studySeats } from '../table.ts'

export type Group = typeof studyGroups.$inferSelect
export type GroupKey = { readonly unitId: string; readonly groupId: string }
export type NewSeat = {
  readonly memberUnitId: string
  readonly memberId: string
  readonly role: Role
}

/** Kept, or false where the organization has one. */
export async function keepGroup(tx: Db, row: typeof studyGroups.$inferInsert): Promise<boolean> {
  const kept = await tx
    .insert(studyGroups)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: studyGroups.id })
  return kept.length > 0
}

export async function findGroup(db: Reader, reach: Reach, { unitId, groupId }: GroupKey) {
  const [row] = await db
    .select()
    .from(studyGroups)
    .where(
      and(
        eq(studyGroups.unitId, unitId),
        eq(studyGroups.id, groupId),
        within(reach, studyGroups.path),
      ),
    )
  return row
}

/** Held still; nothing outside the reach. */
export async function lockGroup(tx: Db, reach: Reach, { unitId, groupId }: GroupKey) {
  const [row] = await tx
    .select()
    .from(studyGroups)
    .where(
      and(
        eq(studyGroups.unitId, unitId),
        eq(studyGroups.id, groupId),
        within(reach, studyGroups.path),
      ),
    )
    .for('update')
  return row
}

export async function raiseGroup(tx: Db, { unitId, id, version }: Group): Promise<number> {
  await tx
    .update(studyGroups)
    .set({ version: version + 1 })
    .where(and(eq(studyGroups.unitId, unitId), eq(studyGroups.id, id)))
  return version + 1
}

/** Who sits there now. */
export async function findSeats(db: Reader, { unitId, groupId }: GroupKey) {
  return db
    .select()
    .from(studySeats)
    .where(
      and(eq(studySeats.unitId, unitId), eq(studySeats.groupId, groupId), isNull(studySeats.until)),
    )
}

/** Who sits there now and is still on the roll: whoever has left is due at nothing. */
export async function findSitting(db: Reader, { unitId, groupId }: GroupKey) {
  const seats = db
    .select()
    .from(studySeats)
    .where(
      and(eq(studySeats.unitId, unitId), eq(studySeats.groupId, groupId), isNull(studySeats.until)),
    )
    .as('seats')
  const rows = await db
    .select(fieldsOf(seats))
    .from(seats)
    .innerJoin(members, and(eq(members.unitId, seats.memberUnitId), eq(members.id, seats.memberId)))
    .where(isNull(members.leftOn))
  return rows
}

export async function moveSeats(
  tx: Db,
  { unitId, groupId }: GroupKey,
  moves: {
    readonly leaving: readonly { readonly memberId: string }[]
    readonly coming: readonly NewSeat[]
    readonly day: string
  },
): Promise<void> {
  const { leaving, coming, day } = moves
  if (leaving.length > 0)
    await tx
      .update(studySeats)
      .set({ until: day })
      .where(
        and(
          eq(studySeats.unitId, unitId),
          eq(studySeats.groupId, groupId),
          isNull(studySeats.until),
          oneOf(
            studySeats.memberId,
            leaving.map(({ memberId }) => memberId),
          ),
        ),
      )
  if (coming.length > 0)
    await tx
      .insert(studySeats)
      .values(coming.map((seat) => ({ ...seat, id: newId(), unitId, groupId, from: day })))
}

type OfYear = GroupKey & { readonly year: number }

export async function findPlan(db: Reader, { unitId, groupId, year }: OfYear) {
  const [row] = await db
    .select()
    .from(studyPlans)
    .where(
      and(
        eq(studyPlans.unitId, unitId),
        eq(studyPlans.groupId, groupId),
        eq(studyPlans.year, year),
      ),
    )
  return row
}

export async function keepPlan(
  tx: Db,
  row: typeof studyPlans.$inferInsert & { readonly version: number },
): Promise<void> {
  const { id: _, unitId: __, ...set } = row
  await tx
    .insert(studyPlans)
    .values(row)
    .onConflictDoUpdate({ target: [studyPlans.unitId, studyPlans.groupId, studyPlans.year], set })
}

export async function findFiling(db: Reader, { unitId, groupId, year }: OfYear) {
  const [row] = await db
    .select()
    .from(studyFilings)
    .where(
      and(
        eq(studyFilings.unitId, unitId),
        eq(studyFilings.groupId, groupId),
        eq(studyFilings.year, year),
      ),
    )
  return row
}

export async function keepFiling(tx: Db, row: typeof studyFilings.$inferInsert): Promise<boolean> {
  const kept = await tx
    .insert(studyFilings)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: studyFilings.id })
  return kept.length > 0
}

export async function receiveFiling(
  tx: Db,
  { unitId, id }: { readonly unitId: string; readonly id: string },
  set: { readonly receivedAt: Date; readonly receivedBy: string },
): Promise<void> {
  await tx
    .update(studyFilings)
    .set(set)
    .where(and(eq(studyFilings.unitId, unitId), eq(studyFilings.id, id)))
}
