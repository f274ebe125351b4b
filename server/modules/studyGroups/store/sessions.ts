import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { studyBulletins, studySessions } from '../table.ts'
import type { GroupKey } from './groups.ts'

export type Session = typeof studySessions.$inferSelect
export type SessionKey = { readonly unitId: string; readonly sessionId: string }

/** Kept, or false where it is there already: the form makes the id. */
export async function keepSession(
  tx: Db,
  row: typeof studySessions.$inferInsert,
): Promise<boolean> {
  const kept = await tx
    .insert(studySessions)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: studySessions.id })
  return kept.length > 0
}

export async function findSession(
  db: Reader,
  reach: Reach,
  { unitId, sessionId }: SessionKey,
): Promise<Session | undefined> {
  const [row] = await db
    .select()
    .from(studySessions)
    .where(
      and(
        eq(studySessions.unitId, unitId),
        eq(studySessions.id, sessionId),
        within(reach, studySessions.path),
      ),
    )
  return row
}

/** Held still; nothing outside the reach. */
export async function lockSession(
  tx: Db,
  reach: Reach,
  { unitId, sessionId }: SessionKey,
): Promise<Session | undefined> {
  const [row] = await tx
    .select()
    .from(studySessions)
    .where(
      and(
        eq(studySessions.unitId, unitId),
        eq(studySessions.id, sessionId),
        within(reach, studySessions.path),
      ),
    )
    .for('update')
  return row
}

export async function changeSession(
  tx: Db,
  { unitId, id, version }: Session,
  set: Partial<typeof studySessions.$inferInsert>,
): Promise<number> {
  await tx
    .update(studySessions)
    .set({ ...set, version: version + 1 })
    .where(and(eq(studySessions.unitId, unitId), eq(studySessions.id, id)))
  return version + 1
}

/** What a group has still before it. */
export async function findAhead(tx: Db, { unitId, groupId }: GroupKey, now: Date) {
  return tx
    .select()
    .from(studySessions)
    .where(
      and(
        eq(studySessions.unitId, unitId),
        eq(studySessions.groupId, groupId),
        isNull(studySessions.cancelledAt),
        gt(studySessions.startsAt, now),
      ),
    )
    .orderBy(studySessions.id)
}

export async function keepBulletin(
  tx: Db,
  row: typeof studyBulletins.$inferInsert,
): Promise<boolean> {
  const kept = await tx
    .insert(studyBulletins)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: studyBulletins.id })
  return kept.length > 0
}
