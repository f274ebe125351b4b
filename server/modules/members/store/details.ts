import { and, eq, gt, gte, isNull, or } from 'drizzle-orm'
import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { oneOf, rowsOf } from '../../../kernel/many.ts'
import { excuses, memberGrowths, memberTags, posts } from '../table.ts'
import type { MemberKey } from './members.ts'

/** All that a member was ever excused, whether in force or over. */
export async function findExcuses(db: Db, { unitId, memberId }: MemberKey) {
  return db
    .select()
    .from(excuses)
    .where(and(eq(excuses.unitId, unitId), eq(excuses.memberId, memberId)))
}

export async function keepGrowth(tx: Db, row: typeof memberGrowths.$inferInsert): Promise<void> {
  await tx.insert(memberGrowths).values(row)
}

export async function keepExcuse(tx: Db, row: typeof excuses.$inferInsert): Promise<void> {
  await tx.insert(excuses).values(row)
}

export async function endExcuse(
  tx: Db,
  { unitId, excuseId, on }: { unitId: string; excuseId: string; on: string },
): Promise<void> {
  await tx
    .update(excuses)
    .set({ endedOn: on })
    .where(and(eq(excuses.unitId, unitId), eq(excuses.id, excuseId)))
}

/** Ends what is held on the day or begins later. */
export async function endPosts(tx: Db, { unitId, memberId }: MemberKey, until: string) {
  await tx
    .update(posts)
    .set({ until })
    .where(
      and(
        eq(posts.unitId, unitId),
        eq(posts.memberId, memberId),
        or(isNull(posts.until), gt(posts.until, until)),
      ),
    )
}

/** What is true of the person and not of the branch goes along into another unit: excuses in force, and growth. */
export async function copyDetails(
  tx: Db,
  { unitId: from, memberId }: MemberKey,
  { unitId, on }: { readonly unitId: string; readonly on: string },
): Promise<void> {
  const excused = await tx
    .select()
    .from(excuses)
    .where(
      and(
        eq(excuses.unitId, from),
        eq(excuses.memberId, memberId),
        isNull(excuses.endedOn),
        or(isNull(excuses.until), gte(excuses.until, on)),
      ),
    )
  if (excused.length > 0)
    await tx.insert(excuses).values(excused.map((row) => ({ ...row, id: newId(), unitId })))
  const known = and(eq(memberGrowths.unitId, unitId), eq(memberGrowths.memberId, memberId))
  if ((await tx.$count(memberGrowths, known)) > 0) return
  const grown = await tx
    .select()
    .from(memberGrowths)
    .where(and(eq(memberGrowths.unitId, from), eq(memberGrowths.memberId, memberId)))
  if (grown.length > 0)
    await tx.insert(memberGrowths).values(grown.map((row) => ({ ...row, id: newId(), unitId })))
}

type Tagging = {
  readonly unitId: string
  readonly memberIds: readonly string[]
  readonly tag: string
}

/** How many had not carried it yet. */
export async function addTag(
  tx: Db,
  { unitId, memberIds, tag }: Tagging,
  by: { byId: string; at: Date },
): Promise<number> {
  const rows = memberIds.map((memberId) => ({ id: newId(), unitId, memberId, tag, ...by }))
  const added = await tx
    .insert(memberTags)
    .select(rowsOf(memberTags, rows))
    .onConflictDoNothing()
    .returning({ id: memberTags.id })
  return added.length
}

/** How many had carried it. */
export async function removeTag(tx: Db, { unitId, memberIds, tag }: Tagging): Promise<number> {
  const removed = await tx
    .delete(memberTags)
    .where(
      and(
        eq(memberTags.unitId, unitId),
        oneOf(memberTags.memberId, memberIds),
        eq(memberTags.tag, tag),
      ),
    )
    .returning({ id: memberTags.id })
  return removed.length
}
