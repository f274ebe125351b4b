import { eq, lt } from 'drizzle-orm'
import type { Db, Reader } from '../../kernel/db.ts'
import { keptOverviews } from './table.ts'

type Kept = { readonly answer: unknown; readonly takenAt: Date; readonly keptAt: Date }

export async function findKept(db: Reader, id: string): Promise<Kept | undefined> {
  const { answer, takenAt, keptAt } = keptOverviews
  const [row] = await db
    .select({ answer, takenAt, keptAt })
    .from(keptOverviews)
    .where(eq(keptOverviews.id, id))
  return row
}

/** Two who looked at the same time keep the later look. */
export async function keepOverview(db: Db, row: typeof keptOverviews.$inferInsert): Promise<void> {
  const { answer, takenAt, keptAt } = row
  await db
    .insert(keptOverviews)
    .values(row)
    .onConflictDoUpdate({
      target: keptOverviews.id,
      set: { answer, takenAt, keptAt },
      setWhere: lt(keptOverviews.takenAt, takenAt),
    })
}

export async function dropKeptBefore(db: Db, moment: Date): Promise<void> {
  await db.delete(keptOverviews).where(lt(keptOverviews.takenAt, moment))
}
