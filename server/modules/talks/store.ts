import { and, asc, desc, eq } from 'drizzle-orm'
import type { Db, Reader } from '../../kernel/db.ts'
import { within } from '../../kernel/reach.ts'
import type { Reach } from '../../kernel/reach.ts'
import { members } from '../members/table.ts'
import { organizations } from '../organizations/table.ts'
import { talkFollowUps, talks } from './table.ts'

export type Talk = typeof talks.$inferSelect
type TalkKey = { readonly unitId: string; readonly talkId: string }

export async function findTalk(db: Reader, reach: Reach, { unitId, talkId }: TalkKey) {
  const [row] = await db
    .select({ talk: talks, name: members.name, organizationName: organizations.name })
    .from(talks)
    .innerJoin(members, and(eq(members.unitId, talks.unitId), eq(members.id, talks.memberId)))
    .innerJoin(organizations, eq(organizations.id, talks.organizationId))
    .where(and(eq(talks.unitId, unitId), eq(talks.id, talkId), within(reach, talks.path)))
  return row
}

export async function lockTalk(tx: Db, reach: Reach, { unitId, talkId }: TalkKey) {
  const [row] = await tx
    .select()
    .from(talks)
    .where(and(eq(talks.unitId, unitId), eq(talks.id, talkId), within(reach, talks.path)))
    .for('update')
  return row
}

/** Whether it was kept: nobody else may have asked the same person in the meantime. */
export async function keepTalk(tx: Db, row: typeof talks.$inferInsert): Promise<boolean> {
  const kept = await tx.insert(talks).values(row).onConflictDoNothing().returning({ id: talks.id })
  return kept.length > 0
}

/** Changes it and counts up: whoever read it before has read something old. */
export async function changeTalk(
  tx: Db,
  { unitId, id, version }: Pick<Talk, 'unitId' | 'id' | 'version'>,
  changes: Partial<typeof talks.$inferInsert>,
): Promise<number> {
  await tx
    .update(talks)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(talks.unitId, unitId), eq(talks.id, id)))
  return version + 1
}

export async function keepFollowUp(tx: Db, row: typeof talkFollowUps.$inferInsert): Promise<void> {
  await tx.insert(talkFollowUps).values(row)
}

export async function findFollowUps(db: Reader, { unitId, talkId }: TalkKey) {
  return db
    .select()
    .from(talkFollowUps)
    .where(and(eq(talkFollowUps.unitId, unitId), eq(talkFollowUps.talkId, talkId)))
    .orderBy(asc(talkFollowUps.at))
}

/** All talks with one person, the newest first. */
export async function findTalksOf(db: Reader, unitId: string, memberId: string) {
  return db
    .select()
    .from(talks)
    .where(and(eq(talks.unitId, unitId), eq(talks.memberId, memberId)))
    .orderBy(desc(talks.at))
}
