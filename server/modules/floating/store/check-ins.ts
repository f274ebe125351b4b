import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Db, Reader } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { floatingCheckIns } from '../table.ts'
import type { MemberKey } from './people.ts'

export type CheckInRow = typeof floatingCheckIns.$inferSelect

const open = inArray(floatingCheckIns.state, ['reported', 'confirmed'])

export async function findOpenCheckIn(tx: Db, { unitId, memberId }: MemberKey) {
  const [row] = await tx
    .select()
    .from(floatingCheckIns)
    .where(and(eq(floatingCheckIns.unitId, unitId), eq(floatingCheckIns.memberId, memberId), open))
  return row
}

type Host = { readonly id: string; readonly path: string; readonly name: string }

/** Whoever reported to a branch that is no more is where it went, or nowhere. */
export async function rehost(
  tx: Db,
  branchId: string,
  { into, on }: { readonly into: Host | null; readonly on: Day },
): Promise<void> {
  const there = into
    ? { hostId: into.id, path: into.path, hostName: into.name }
    : ({ state: 'ended', endedOn: on } as const)
  await tx
    .update(floatingCheckIns)
    .set({ ...there, version: sql`${floatingCheckIns.version} + 1` })
    .where(and(eq(floatingCheckIns.hostId, branchId), open))
}

export async function keepCheckIn(
  tx: Db,
  row: typeof floatingCheckIns.$inferInsert,
): Promise<void> {
  await tx.insert(floatingCheckIns).values(row)
}

/** Whom a branch has taken in, whichever unit they belong to. */
export async function findTakenIn(db: Reader, path: string) {
  return db
    .select({
      memberUnitId: members.unitId,
      memberId: members.id,
      name: members.name,
      organizationName: organizations.name,
      path: organizations.path,
    })
    .from(floatingCheckIns)
    .innerJoin(
      members,
      and(eq(members.unitId, floatingCheckIns.unitId), eq(members.id, floatingCheckIns.memberId)),
    )
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        eq(floatingCheckIns.path, path),
        eq(floatingCheckIns.state, 'confirmed'),
        isNull(members.leftOn),
      ),
    )
    .orderBy(members.nameKey, members.id)
}

/** A check-in at a branch within the reach, held still. */
export async function lockCheckIn(
  tx: Db,
  reach: Reach,
  { unitId, checkInId }: { readonly unitId: string; readonly checkInId: string },
) {
  const [row] = await tx
    .select()
    .from(floatingCheckIns)
    .where(
      and(
        eq(floatingCheckIns.unitId, unitId),
        eq(floatingCheckIns.id, checkInId),
        within(reach, floatingCheckIns.path),
      ),
    )
    .for('update')
  return row
}

export async function updateCheckIn(
  tx: Db,
  { unitId, id, version }: CheckInRow,
  set: Partial<typeof floatingCheckIns.$inferInsert>,
): Promise<number> {
  const next = version + 1
  await tx
    .update(floatingCheckIns)
    .set({ ...set, version: next })
    .where(and(eq(floatingCheckIns.unitId, unitId), eq(floatingCheckIns.id, id)))
  return next
}
