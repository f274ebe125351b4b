import { and, asc, eq } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { classPapers } from '../table.ts'
import type { ClassKey } from './classes.ts'

export async function keepPaper(tx: Db, row: typeof classPapers.$inferInsert): Promise<void> {
  const { paper } = row
  await tx
    .insert(classPapers)
    .values(row)
    .onConflictDoUpdate({
      target: [classPapers.unitId, classPapers.classId, classPapers.fileId],
      set: { paper },
    })
}

export async function findPapers(db: Reader, { unitId, classId }: ClassKey) {
  return db
    .select()
    .from(classPapers)
    .where(and(eq(classPapers.unitId, unitId), eq(classPapers.classId, classId)))
    .orderBy(asc(classPapers.at), asc(classPapers.id))
}
