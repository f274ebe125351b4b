import { and, asc, eq, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { workGroupMembers, workGroups } from '../table.ts'
import type { AboutKey } from './polls.ts'

export type Group = typeof workGroups.$inferSelect

function onFloor({ unitId, about, aboutId }: AboutKey) {
  return and(
    eq(workGroups.unitId, unitId),
    eq(workGroups.about, about),
    eq(workGroups.aboutId, aboutId),
  )
}

/** All groups of one floor, held still. */
export async function lockGroups(tx: Db, key: AboutKey): Promise<Group[]> {
  return tx
    .select()
    .from(workGroups)
    .where(onFloor(key))
    .orderBy(asc(workGroups.number))
    .for('update')
}

export async function findGroups(db: Reader, key: AboutKey): Promise<Group[]> {
  return db.select().from(workGroups).where(onFloor(key)).orderBy(asc(workGroups.number))
}

export async function findPeople(db: Reader, { unitId, aboutId }: AboutKey) {
  return db
    .select()
    .from(workGroupMembers)
    .where(and(eq(workGroupMembers.unitId, unitId), eq(workGroupMembers.aboutId, aboutId)))
    .orderBy(asc(workGroupMembers.id))
}

/** Other groups in the place of those there were. */
export async function replaceGroups(
  tx: Db,
  key: AboutKey,
  { task, count }: { readonly task: string; readonly count: number },
): Promise<void> {
  await tx.delete(workGroups).where(onFloor(key))
  const rows = Array.from({ length: count }, (_, at) => ({
    ...key,
    id: newId(),
    number: at + 1,
    task,
  }))
  await tx.insert(workGroups).values(rows)
}

export async function joinGroup(tx: Db, row: typeof workGroupMembers.$inferInsert): Promise<void> {
  const { groupId } = row
  await tx
    .insert(workGroupMembers)
    .values(row)
    .onConflictDoUpdate({
      target: [workGroupMembers.unitId, workGroupMembers.aboutId, workGroupMembers.memberId],
      set: { groupId },
    })
}

type Report = Pick<Group, 'report' | 'reporterName' | 'reportedAt'>

export async function keepReport(
  tx: Db,
  { unitId, id }: Pick<Group, 'unitId' | 'id'>,
  report: Report,
): Promise<number> {
  const [row] = await tx
    .update(workGroups)
    .set({ ...report, version: sql`${workGroups.version} + 1` })
    .where(and(eq(workGroups.unitId, unitId), eq(workGroups.id, id)))
    .returning({ version: workGroups.version })
  return row?.version ?? 0
}
