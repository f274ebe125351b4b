import { and, eq, isNull, ne, notExists, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf, rowsOf } from '../../../kernel/many.ts'
import { activities, attendances, closureInForce, closures, listedMembers } from '../table.ts'
import type { ActivityKey } from './activities.ts'

export type Attendance = typeof attendances.$inferSelect
export type NewAttendance = typeof attendances.$inferInsert & { readonly id: string }

const target = [attendances.unitId, attendances.activityId, attendances.memberId]

/** What a later word replaces: how it came about, never who and where. */
const replaced = {
  mark: sql`excluded.mark`,
  way: sql`excluded.way`,
  note: sql`excluded.note`,
  at: sql`excluded.at`,
  byId: sql`excluded.by_id`,
  isLate: sql`excluded.is_late`,
  isGuest: sql`excluded.is_guest`,
  isDue: sql`excluded.is_due`,
}

export async function findAttendances(db: Reader, { unitId, activityId }: ActivityKey) {
  return db
    .select()
    .from(attendances)
    .where(and(eq(attendances.unitId, unitId), eq(attendances.activityId, activityId)))
}

export async function findAttendance(
  db: Reader,
  { unitId, activityId }: ActivityKey,
  memberId: string,
): Promise<Attendance | undefined> {
  const [row] = await db
    .select()
    .from(attendances)
    .where(
      and(
        eq(attendances.unitId, unitId),
        eq(attendances.activityId, activityId),
        eq(attendances.memberId, memberId),
      ),
    )
  return row
}

/** What is said of each person from now on, whatever was said before. */
export async function setAttendances(tx: Db, rows: readonly NewAttendance[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(attendances)
    .select(rowsOf(attendances, inOrder(rows)))
    .onConflictDoUpdate({ target, set: replaced })
}

/** What is said of those of whom nothing was said yet; returns of whom. */
export async function addAttendances(tx: Db, rows: readonly NewAttendance[]): Promise<string[]> {
  if (rows.length === 0) return []
  const added = await tx
    .insert(attendances)
    .select(rowsOf(attendances, inOrder(rows)))
    .onConflictDoNothing()
    .returning({ memberId: attendances.memberId })
  return added.map(({ memberId }) => memberId)
}

/** Takes back what was said of somebody; the trace keeps it. */
export async function removeAttendance(tx: Db, { unitId, id }: Attendance): Promise<void> {
  await tx.delete(attendances).where(and(eq(attendances.unitId, unitId), eq(attendances.id, id)))
}

/**
 * Keeps the first sign-in of each member and returns, by `attendanceKey`, the row that counts. Who had asked for leave
 * or was marked absent, and came, is present now. Sorted, so that two bursts take their locks in the same order.
 */
export async function keepSignIns(tx: Db, wanted: readonly NewAttendance[]) {
  const firsts = new Map(wanted.toReversed().map((row) => [attendanceKey(row), row]))
  const kept = new Map<string, NewAttendance>()
  if (firsts.size === 0) return kept

  const changed = await tx
    .insert(attendances)
    .select(rowsOf(attendances, inOrder([...firsts.values()])))
    .onConflictDoUpdate({
      target,
      set: { ...replaced, id: sql`excluded.id`, isGuest: sql`${attendances.isGuest}` },
      setWhere: sql`${attendances.mark} <> excluded.mark`,
    })
    .returning({ id: attendances.id, isGuest: attendances.isGuest })
  const changedIds = new Map(changed.map(({ id, isGuest }) => [id, isGuest]))
  for (const [key, row] of firsts) {
    const isGuest = changedIds.get(row.id)
    if (isGuest !== undefined) kept.set(key, { ...row, isGuest })
  }

  const earlier = [...firsts.values()].filter((row) => !kept.has(attendanceKey(row)))
  for (const row of await findSame(tx, earlier)) kept.set(attendanceKey(row), row)
  return kept
}

async function findSame(tx: Db, rows: readonly NewAttendance[]): Promise<Attendance[]> {
  if (rows.length === 0) return []
  return tx
    .select()
    .from(attendances)
    .where(
      and(
        oneOf(
          attendances.unitId,
          rows.map(({ unitId }) => unitId),
        ),
        oneOf(
          attendances.activityId,
          rows.map(({ activityId }) => activityId),
        ),
        oneOf(
          attendances.memberId,
          rows.map(({ memberId }) => memberId),
        ),
      ),
    )
}

/** Which of these activities are closed. */
export async function findClosed(db: Reader, keys: readonly ActivityKey[]): Promise<Set<string>> {
  const rows = await db
    .select({ id: closures.activityId })
    .from(closures)
    .where(
      and(
        oneOf(
          closures.unitId,
          keys.map(({ unitId }) => unitId),
        ),
        oneOf(
          closures.activityId,
          keys.map(({ activityId }) => activityId),
        ),
        isNull(closures.reopenedAt),
      ),
    )
  return new Set(rows.map(({ id }) => id))
}

export function attendanceKey(
  row: Pick<NewAttendance, 'unitId' | 'activityId' | 'memberId'>,
): string {
  return `${row.unitId}:${row.activityId}:${row.memberId}`
}

function inOrder(rows: readonly NewAttendance[]): NewAttendance[] {
  return rows.toSorted((one, other) => (attendanceKey(one) < attendanceKey(other) ? -1 : 1))
}

/** Who of those on the roll is due and who is a guest, for good. */
export async function keepStandings(
  tx: Db,
  { unitId, activityId }: ActivityKey,
  { due, guests }: { readonly due: readonly string[]; readonly guests: readonly string[] },
): Promise<void> {
  await tx
    .update(attendances)
    .set({
      isDue: sql`${oneOf(attendances.memberId, due)}`,
      isGuest: sql`${oneOf(attendances.memberId, guests)}`,
    })
    .where(and(eq(attendances.unitId, unitId), eq(attendances.activityId, activityId)))
}

/** Takes off the roll who stands on the list no longer and was not there. */
export async function removeUnlisted(tx: Db, { unitId, activityId }: ActivityKey): Promise<void> {
  const listed = tx
    .select({ id: listedMembers.id })
    .from(listedMembers)
    .where(
      and(
        eq(listedMembers.unitId, attendances.unitId),
        eq(listedMembers.activityId, attendances.activityId),
        eq(listedMembers.memberId, attendances.memberId),
      ),
    )
  await tx
    .delete(attendances)
    .where(
      and(
        eq(attendances.unitId, unitId),
        eq(attendances.activityId, activityId),
        ne(attendances.mark, 'present'),
        notExists(listed),
      ),
    )
}

/** Of these activities, what was said of each person and whether it counts already. */
export async function findMarks(db: Reader, unitId: string, activityIds: readonly string[]) {
  return db
    .select({
      activityId: activities.id,
      startsAt: activities.startsAt,
      endsAt: activities.endsAt,
      isClosed: sql<boolean>`${closures.id} is not null`,
      memberUnitId: attendances.memberUnitId,
      memberId: attendances.memberId,
      mark: attendances.mark,
      way: attendances.way,
      note: attendances.note,
    })
    .from(activities)
    .innerJoin(
      attendances,
      and(eq(attendances.unitId, activities.unitId), eq(attendances.activityId, activities.id)),
    )
    .leftJoin(closures, closureInForce)
    .where(
      and(
        eq(activities.unitId, unitId),
        oneOf(activities.id, activityIds),
        isNull(activities.cancelledAt),
      ),
    )
}
