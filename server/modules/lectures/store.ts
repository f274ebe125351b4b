import { and, between, eq, isNull } from 'drizzle-orm'
import type { Db, Reader } from '../../kernel/db.ts'
import { members } from '../members/table.ts'
import { lectureTurns } from './table.ts'

type Place = { readonly unitId: string; readonly organizationId: string }

export async function findTurns(
  db: Reader,
  organizationId: string,
  { from, until }: { readonly from: string; readonly until: string },
) {
  return db
    .select({ month: lectureTurns.month, memberId: members.id, name: members.name })
    .from(lectureTurns)
    .innerJoin(
      members,
      and(eq(members.unitId, lectureTurns.unitId), eq(members.id, lectureTurns.memberId)),
    )
    .where(
      and(
        eq(lectureTurns.organizationId, organizationId),
        between(lectureTurns.month, from, until),
        isNull(members.leftOn),
      ),
    )
}

type Turn = Place & {
  readonly month: string
  readonly memberId: string
  readonly byId: string
  readonly at: Date
}

/** The last word counts. */
export async function keepTurn(tx: Db, turn: Turn): Promise<void> {
  const { memberId, byId, at } = turn
  await tx
    .insert(lectureTurns)
    .values(turn)
    .onConflictDoUpdate({
      target: [lectureTurns.unitId, lectureTurns.organizationId, lectureTurns.month],
      set: { memberId, byId, at },
    })
}

export async function removeTurn(
  tx: Db,
  { unitId, organizationId }: Place,
  month: string,
): Promise<void> {
  await tx
    .delete(lectureTurns)
    .where(
      and(
        eq(lectureTurns.unitId, unitId),
        eq(lectureTurns.organizationId, organizationId),
        eq(lectureTurns.month, month),
      ),
    )
}
