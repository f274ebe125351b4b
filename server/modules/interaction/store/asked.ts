import { and, eq, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { askedLikes, askedQuestions } from '../table.ts'
import type { AboutKey } from './polls.ts'

export type Asked = typeof askedQuestions.$inferSelect

function onFloor({ unitId, about, aboutId }: AboutKey) {
  return and(
    eq(askedQuestions.unitId, unitId),
    eq(askedQuestions.about, about),
    eq(askedQuestions.aboutId, aboutId),
  )
}

export async function keepAsked(tx: Db, row: typeof askedQuestions.$inferInsert): Promise<boolean> {
  const kept = await tx.insert(askedQuestions).values(row).onConflictDoNothing().returning()
  return kept.length > 0
}

export async function lockAsked(
  tx: Db,
  key: AboutKey,
  askedId: string,
): Promise<Asked | undefined> {
  const [row] = await tx
    .select()
    .from(askedQuestions)
    .where(and(onFloor(key), eq(askedQuestions.id, askedId)))
    .for('update')
  return row
}

export async function setAsked(
  tx: Db,
  { unitId, id }: Pick<Asked, 'unitId' | 'id'>,
  set: Partial<typeof askedQuestions.$inferInsert>,
): Promise<void> {
  await tx
    .update(askedQuestions)
    .set(set)
    .where(and(eq(askedQuestions.unitId, unitId), eq(askedQuestions.id, id)))
}

type Like = { readonly unitId: string; readonly askedId: string; readonly memberId: string }

/** Whether it is different from before. */
export async function setLike(tx: Db, like: Like, isLiked: boolean): Promise<boolean> {
  const { unitId, askedId, memberId } = like
  const changed = isLiked
    ? await tx
        .insert(askedLikes)
        .values({ ...like, id: newId() })
        .onConflictDoNothing()
        .returning()
    : await tx
        .delete(askedLikes)
        .where(
          and(
            eq(askedLikes.unitId, unitId),
            eq(askedLikes.askedId, askedId),
            eq(askedLikes.memberId, memberId),
          ),
        )
        .returning()
  return changed.length > 0
}

export async function countLikes(db: Reader, { unitId, askedId }: Omit<Like, 'memberId'>) {
  return db.$count(askedLikes, and(eq(askedLikes.unitId, unitId), eq(askedLikes.askedId, askedId)))
}

/** All of one floor with how many ask for an answer, and whether this member is one of them. */
export async function findAsked(db: Reader, key: AboutKey, memberId: string) {
  const own = sql`${askedLikes} where ${askedLikes.unitId} = ${askedQuestions.unitId}
    and ${askedLikes.askedId} = ${askedQuestions.id}`
  return db
    .select({
      asked: askedQuestions,
      likes: sql<number>`(select count(*)::int from ${own})`,
      isLiked: sql<boolean>`exists (select 1 from ${own} and ${askedLikes.memberId} = ${memberId})`,
    })
    .from(askedQuestions)
    .where(onFloor(key))
    .orderBy(askedQuestions.id)
}
