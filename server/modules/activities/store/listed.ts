import { and, eq, notInArray } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { oneOf, rowsOf } from '../../../kernel/many.ts'
import { listedMembers } from '../table.ts'
import type { ActivityKey } from './activities.ts'

export type Listed = { readonly memberUnitId: string; readonly memberId: string }

/** The list as it is from now on: who is missing in it is due no longer. */
export async function setListed(
  tx: Db,
  { unitId, activityId }: ActivityKey,
  people: readonly Listed[],
): Promise<void> {
  const ids = people.map(({ memberId }) => memberId)
  const own = and(eq(listedMembers.unitId, unitId), eq(listedMembers.activityId, activityId))
  await tx
    .delete(listedMembers)
    .where(ids.length === 0 ? own : and(own, notInArray(listedMembers.memberId, ids)))
  if (people.length === 0) return
  const rows = people.map(({ memberUnitId, memberId }) => ({
    id: newId(),
    unitId,
    activityId,
    memberUnitId,
    memberId,
  }))
  await tx.insert(listedMembers).select(rowsOf(listedMembers, rows)).onConflictDoNothing()
}

/** Which of these people stand on the lists of these activities, as "activity:member". */
export async function findOnLists(
  db: Reader,
  wanted: readonly { readonly activityId: string; readonly memberId: string }[],
): Promise<ReadonlySet<string>> {
  if (wanted.length === 0) return new Set()
  const rows = await db
    .select({ activityId: listedMembers.activityId, memberId: listedMembers.memberId })
    .from(listedMembers)
    .where(
      and(
        oneOf(
          listedMembers.activityId,
          wanted.map(({ activityId }) => activityId),
        ),
        oneOf(
          listedMembers.memberId,
          wanted.map(({ memberId }) => memberId),
        ),
      ),
    )
  return new Set(rows.map(listKey))
}

export function listKey({ activityId, memberId }: { activityId: string; memberId: string }) {
  return `${activityId}:${memberId}`
}

/** The activities on whose list somebody stands. */
export async function findListsOf(db: Reader, memberId: string): Promise<ActivityKey[]> {
  return db
    .select({ unitId: listedMembers.unitId, activityId: listedMembers.activityId })
    .from(listedMembers)
    .where(eq(listedMembers.memberId, memberId))
}
