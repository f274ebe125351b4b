import { and, eq, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { rowsOf } from '../../../kernel/many.ts'
import { lastWords } from '../table.ts'
import type { ActivityKey } from './activities.ts'

/** When something was last said that no attendance tells, by member. */
export async function findLastWords(db: Reader, { unitId, activityId }: ActivityKey) {
  const rows = await db
    .select({ memberId: lastWords.memberId, at: lastWords.at })
    .from(lastWords)
    .where(and(eq(lastWords.unitId, unitId), eq(lastWords.activityId, activityId)))
  return new Map(rows.map(({ memberId, at }) => [memberId, at]))
}

export async function keepLastWords(
  tx: Db,
  { unitId, activityId }: ActivityKey,
  words: readonly { readonly memberId: string; readonly at: Date }[],
): Promise<void> {
  if (words.length === 0) return
  const rows = words.map(({ memberId, at }) => ({ id: newId(), unitId, activityId, memberId, at }))
  await tx
    .insert(lastWords)
    .select(rowsOf(lastWords, rows))
    .onConflictDoUpdate({
      target: [lastWords.unitId, lastWords.activityId, lastWords.memberId],
      set: { at: sql`greatest(${lastWords.at}, excluded.at)` },
    })
}
