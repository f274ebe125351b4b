import { and, asc, eq } from 'drizzle-orm'
import { unlessTaken } from './kept.ts'
import type { Db, Reader } from '../../../kernel/db.ts'
import { classBills } from '../table.ts'
import type { ClassKey } from './classes.ts'

export async function keepBill(tx: Db, row: typeof classBills.$inferInsert): Promise<boolean> {
  return unlessTaken(tx.insert(classBills).values(row).onConflictDoNothing().returning())
}

export async function findBills(db: Reader, { unitId, classId }: ClassKey) {
  return db
    .select()
    .from(classBills)
    .where(and(eq(classBills.unitId, unitId), eq(classBills.classId, classId)))
    .orderBy(asc(classBills.day), asc(classBills.at), asc(classBills.id))
}

/** Whether there was such a bill. */
export async function removeBill(tx: Db, { unitId, classId }: ClassKey, id: string) {
  const gone = await tx
    .delete(classBills)
    .where(
      and(eq(classBills.unitId, unitId), eq(classBills.classId, classId), eq(classBills.id, id)),
    )
    .returning()
  return gone[0]
}
