import { and, eq, isNull, like, or, gt, lte, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Db, Reader } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { rowsOf } from '../../kernel/many.ts'
import { within } from '../../kernel/reach.ts'
import type { Reach } from '../../kernel/reach.ts'
import { members } from '../members/table.ts'
import { organizations } from '../organizations/table.ts'
import { notices, receipts } from './table.ts'

export type NoticeKey = { readonly unitId: string; readonly noticeId: string }
type Notice = typeof notices.$inferSelect
type NewNotice = typeof notices.$inferInsert & { readonly id: string }

/** Keeps what is said, or finds that it was said before under the same key; returns the row that counts. */
export async function keepNotice(tx: Db, wanted: NewNotice): Promise<Notice> {
  const [row] = await tx
    .insert(notices)
    .values(wanted)
    .onConflictDoUpdate({
      target: [notices.unitId, notices.key],
      set: { key: sql`${notices.key}` },
    })
    .returning()
  if (!row) throw new Error('the notice was not kept')
  return row
}

/** Gives each person a copy who has none yet; returns how many that were. */
export async function deliver(tx: Db, notice: Notice, personIds: readonly string[], now: Date) {
  if (personIds.length === 0) return 0
  const { unitId, id: noticeId } = notice
  const copies = [...new Set(personIds)]
    .toSorted()
    .map((personId) => ({ id: newId(), unitId, noticeId, personId, sentAt: now }))
  const sent = await tx
    .insert(receipts)
    .select(rowsOf(receipts, copies))
    .onConflictDoNothing()
    .returning({ id: receipts.id })
  return sent.length
}

/** Keeps many in one statement; returns the ids of those that were not said before. */
export async function keepNotices(tx: Db, wanted: readonly NewNotice[]) {
  if (wanted.length === 0) return new Set<string>()
  const sorted = wanted.toSorted((one, other) => (one.key < other.key ? -1 : 1))
  const kept = await tx
    .insert(notices)
    .select(rowsOf(notices, sorted))
    .onConflictDoNothing()
    .returning({ id: notices.id })
  return new Set(kept.map(({ id }) => id))
}

type Copy = { readonly unitId: string; readonly id: string; readonly personId: string }

/** One copy of each notice to the one person it is for. */
export async function deliverEach(tx: Db, some: readonly Copy[], now: Date): Promise<void> {
  if (some.length === 0) return
  const copies = some.map(({ unitId, id: noticeId, personId }) => ({
    id: newId(),
    unitId,
    noticeId,
    personId,
    sentAt: now,
  }))
  await tx.insert(receipts).select(rowsOf(receipts, copies))
}

/** The notice within the reach, held still. */
export async function lockNotice(tx: Db, reach: Reach, { unitId, noticeId }: NoticeKey) {
  const [row] = await tx
    .select()
    .from(notices)
    .where(and(eq(notices.unitId, unitId), eq(notices.id, noticeId), within(reach, notices.path)))
    .for('update')
  return row
}

/** Puts it before everybody again who has not read it; returns how many they are. */
export async function remindUnread(tx: Db, { unitId, id }: Notice, now: Date): Promise<number> {
  const reminded = await tx
    .update(receipts)
    .set({ sentAt: now, reminders: sql`${receipts.reminders} + 1` })
    .where(and(eq(receipts.unitId, unitId), eq(receipts.noticeId, id), isNull(receipts.readAt)))
    .returning({ id: receipts.id })
  return reminded.length
}

/** One person's copy, held still, with the notice it is of. */
export async function lockReceipt(tx: Db, personId: string, { unitId, noticeId }: NoticeKey) {
  const [row] = await tx
    .select({ receipt: receipts, notice: notices })
    .from(receipts)
    .innerJoin(notices, and(eq(notices.unitId, receipts.unitId), eq(notices.id, receipts.noticeId)))
    .where(
      and(
        eq(receipts.unitId, unitId),
        eq(receipts.noticeId, noticeId),
        eq(receipts.personId, personId),
      ),
    )
    .for('update', { of: receipts })
  return row
}

export async function hasReceipt(db: Reader, personId: string, noticeId: string) {
  const mine = and(eq(receipts.personId, personId), eq(receipts.noticeId, noticeId))
  return (await db.$count(receipts, mine)) > 0
}

export async function keepRead(tx: Db, { unitId, id }: { unitId: string; id: string }, now: Date) {
  await tx
    .update(receipts)
    .set({ readAt: now })
    .where(and(eq(receipts.unitId, unitId), eq(receipts.id, id)))
}

/** Who belongs below a path on a day and is meant. */
export async function findAudience(
  tx: Db,
  path: string,
  meant: SQL,
  day: string,
): Promise<string[]> {
  const rows = await tx
    .select({ id: members.id })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        like(organizations.path, `${path}%`),
        or(isNull(members.leftOn), gt(members.leftOn, day)),
        or(isNull(members.arrivedOn), lte(members.arrivedOn, day)),
        meant,
      ),
    )
  return rows.map(({ id }) => id)
}
