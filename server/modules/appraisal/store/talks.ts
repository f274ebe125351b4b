import { and, between, desc, eq, or } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { heartTalks } from '../table.ts'

export type HeartTalk = typeof heartTalks.$inferSelect

/** Whether it was kept: two people talk once a day, whoever tells it. */
export async function keepHeartTalk(
  tx: Db,
  row: typeof heartTalks.$inferInsert,
): Promise<string | undefined> {
  const [kept] = await tx
    .insert(heartTalks)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: heartTalks.id })
  return kept?.id
}

export async function lockHeartTalk(
  tx: Db,
  { unitId, heartTalkId }: { readonly unitId: string; readonly heartTalkId: string },
): Promise<HeartTalk | undefined> {
  const [row] = await tx
    .select()
    .from(heartTalks)
    .where(and(eq(heartTalks.unitId, unitId), eq(heartTalks.id, heartTalkId)))
    .for('update')
  return row
}

export async function confirmHeartTalk(
  tx: Db,
  { unitId, id }: HeartTalk,
  confirmedAt: Date,
): Promise<void> {
  await tx
    .update(heartTalks)
    .set({ confirmedAt })
    .where(and(eq(heartTalks.unitId, unitId), eq(heartTalks.id, id)))
}

/** It was not so; the trace keeps that somebody told it. */
export async function dropHeartTalk(tx: Db, { unitId, id }: HeartTalk): Promise<void> {
  await tx.delete(heartTalks).where(and(eq(heartTalks.unitId, unitId), eq(heartTalks.id, id)))
}

/** What was talked in a branch in a year, the latest first. */
export async function findHeartTalks(
  db: Reader,
  { organizationId, year }: { readonly organizationId: string; readonly year: number },
): Promise<HeartTalk[]> {
  return db
    .select()
    .from(heartTalks)
    .where(and(eq(heartTalks.organizationId, organizationId), inYear(year)))
    .orderBy(desc(heartTalks.day), desc(heartTalks.id))
}

/** The same of one person, wherever it was. */
export async function findHeartTalksOf(
  db: Reader,
  { unitId, memberId, year }: { unitId: string; memberId: string; year: number },
): Promise<HeartTalk[]> {
  return db
    .select()
    .from(heartTalks)
    .where(
      and(
        eq(heartTalks.unitId, unitId),
        or(eq(heartTalks.oneId, memberId), eq(heartTalks.otherId, memberId)),
        inYear(year),
      ),
    )
    .orderBy(desc(heartTalks.day), desc(heartTalks.id))
}

function inYear(year: number) {
  return between(heartTalks.day, `${year}-01-01`, `${year}-12-31`)
}
