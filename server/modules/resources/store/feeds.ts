import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { resourceFeeds } from '../table.ts'

type Key = { readonly unitId: string; readonly resourceId: string }

export async function keepFeed(tx: Db, row: typeof resourceFeeds.$inferInsert): Promise<void> {
  await tx.insert(resourceFeeds).values(row)
}

export async function findFeeds(db: Reader, { unitId, resourceId }: Key) {
  return db
    .select()
    .from(resourceFeeds)
    .where(
      and(
        eq(resourceFeeds.unitId, unitId),
        eq(resourceFeeds.resourceId, resourceId),
        isNull(resourceFeeds.closedAt),
      ),
    )
    .orderBy(asc(resourceFeeds.at))
}

/** The open feed of a secret, by its digest. */
export async function findFeed(db: Reader, digest: string) {
  const [row] = await db
    .select()
    .from(resourceFeeds)
    .where(and(eq(resourceFeeds.digest, digest), isNull(resourceFeeds.closedAt)))
  return row
}

/** Whether it was open until now. */
export async function endFeed(tx: Db, key: Key & { readonly feedId: string }, now: Date) {
  const closed = await tx
    .update(resourceFeeds)
    .set({ closedAt: now })
    .where(
      and(
        eq(resourceFeeds.unitId, key.unitId),
        eq(resourceFeeds.resourceId, key.resourceId),
        eq(resourceFeeds.id, key.feedId),
        isNull(resourceFeeds.closedAt),
      ),
    )
    .returning({ id: resourceFeeds.id })
  return closed.length > 0
}

/** Nobody reads on where there is nothing left to lend. Returns how many addresses that ends. */
export async function endFeeds(tx: Db, { unitId, resourceId }: Key, now: Date): Promise<number> {
  const closed = await tx
    .update(resourceFeeds)
    .set({ closedAt: now })
    .where(
      and(
        eq(resourceFeeds.unitId, unitId),
        eq(resourceFeeds.resourceId, resourceId),
        isNull(resourceFeeds.closedAt),
      ),
    )
    .returning({ id: resourceFeeds.id })
  return closed.length
}
