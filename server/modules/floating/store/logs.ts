import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { floatingContacts, floatingLosses, floatingSearches } from '../table.ts'
import type { MemberKey } from './people.ts'

/** Whether it is new: the same form sent twice is one contact. */
export async function keepContact(
  tx: Db,
  row: typeof floatingContacts.$inferInsert,
): Promise<boolean> {
  const kept = await tx
    .insert(floatingContacts)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: floatingContacts.id })
  return kept.length > 0
}

export async function lastReached(db: Reader, { unitId, memberId }: MemberKey) {
  const [row] = await db
    .select({ on: sql<string | null>`max(${floatingContacts.on})::text` })
    .from(floatingContacts)
    .where(
      and(
        eq(floatingContacts.unitId, unitId),
        eq(floatingContacts.memberId, memberId),
        eq(floatingContacts.isReached, true),
      ),
    )
  return row?.on ?? null
}

export async function keepSearch(
  tx: Db,
  row: typeof floatingSearches.$inferInsert,
): Promise<boolean> {
  const kept = await tx
    .insert(floatingSearches)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: floatingSearches.id })
  return kept.length > 0
}

export async function findSearches(db: Reader, { unitId, memberId }: MemberKey) {
  return db
    .select({
      on: floatingSearches.on,
      asked: floatingSearches.asked,
      result: floatingSearches.result,
      byName: floatingSearches.byName,
    })
    .from(floatingSearches)
    .where(and(eq(floatingSearches.unitId, unitId), eq(floatingSearches.memberId, memberId)))
    .orderBy(desc(floatingSearches.on), desc(floatingSearches.id))
    .limit(200)
}

export async function keepLoss(tx: Db, row: typeof floatingLosses.$inferInsert): Promise<void> {
  await tx.insert(floatingLosses).values(row)
}

export async function endLoss(
  tx: Db,
  { unitId, memberId }: MemberKey,
  set: { readonly foundOn: string; readonly how: string },
): Promise<void> {
  await tx
    .update(floatingLosses)
    .set(set)
    .where(
      and(
        eq(floatingLosses.unitId, unitId),
        eq(floatingLosses.memberId, memberId),
        isNull(floatingLosses.foundOn),
      ),
    )
}
