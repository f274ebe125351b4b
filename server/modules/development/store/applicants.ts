import { and, asc, eq, inArray, isNull, notInArray, or, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { applicantEntries, applicantNotices, applicants, poolReviews } from '../table.ts'

export type Applicant = typeof applicants.$inferSelect
export type Key = { readonly unitId: string; readonly applicantId: string }

const byKey = ({ unitId, applicantId }: Key) =>
  and(eq(applicants.unitId, unitId), eq(applicants.id, applicantId))

/** Held still for an act; nothing outside the reach. */
export async function lockApplicant(
  tx: Db,
  reach: Reach,
  key: Key,
): Promise<Applicant | undefined> {
  const [row] = await tx
    .select()
    .from(applicants)
    .where(and(byKey(key), within(reach, applicants.path)))
    .for('update')
  return row
}

export async function findApplicant(db: Reader, reach: Reach, key: Key) {
  const [row] = await db
    .select({ applicant: applicants, organizationName: organizations.name })
    .from(applicants)
    .innerJoin(organizations, eq(organizations.id, applicants.organizationId))
    .where(and(byKey(key), within(reach, applicants.path)))
  return row
}

/** The open file of a member on probation. */
export async function findWayOf(
  db: Reader,
  { unitId, memberId }: { readonly unitId: string; readonly memberId: string },
): Promise<Applicant | undefined> {
  const [row] = await db
    .select()
    .from(applicants)
    .where(
      and(
        eq(applicants.unitId, unitId),
        eq(applicants.memberId, memberId),
        notInArray(applicants.stage, ['full', 'ended']),
      ),
    )
  return row
}

/** Whose own way it is: by the account, or by the member they have become. */
export async function findOwn(db: Reader, who: { accountId: string; memberId?: string }) {
  const [row] = await db
    .select({ applicant: applicants, organizationName: organizations.name })
    .from(applicants)
    .innerJoin(organizations, eq(organizations.id, applicants.organizationId))
    .where(
      and(
        notInArray(applicants.stage, ['full', 'ended']),
        or(
          eq(applicants.accountId, who.accountId),
          who.memberId ? eq(applicants.memberId, who.memberId) : sql`false`,
        ),
      ),
    )
    .orderBy(applicants.at, applicants.id)
    .limit(1)
  return row
}

/** The row of an earlier try with the same form, or nothing. */
export async function findByForm(db: Reader, unitId: string, formId: string) {
  const [row] = await db
    .select({ id: applicants.id })
    .from(applicants)
    .where(and(eq(applicants.unitId, unitId), eq(applicants.formId, formId)))
  return row?.id
}

export async function keepApplicant(tx: Db, row: typeof applicants.$inferInsert): Promise<void> {
  await tx.insert(applicants).values(row)
}

export async function changeApplicant(
  tx: Db,
  { unitId, id, version }: Applicant,
  set: Partial<typeof applicants.$inferInsert>,
): Promise<void> {
  await tx
    .update(applicants)
    .set({ ...set, version: version + 1 })
    .where(byKey({ unitId, applicantId: id }))
}

/** Who of this number is on the roll of the unit. */
export async function findMemberByNumber(
  db: Reader,
  { unitId, indexes }: { unitId: string; indexes: readonly string[] },
) {
  const [row] = await db
    .select({ id: members.id, stage: members.stage, organizationId: members.organizationId })
    .from(members)
    .where(
      and(
        eq(members.unitId, unitId),
        oneOf(members.idNumberIndex, indexes),
        isNull(members.leftOn),
      ),
    )
  return row
}

/** The full members of a branch, also those who have left, with what a vote hangs on. */
export async function findFullMembers(db: Reader, organizationId: string) {
  const { stage, isSuspended, leftOn, votelessFrom, votelessUntil } = members
  return db
    .select({ stage, isSuspended, leftOn, votelessFrom, votelessUntil })
    .from(members)
    .where(and(eq(members.organizationId, organizationId), eq(members.stage, 'full')))
}

export async function findMembersNamed(db: Reader, unitId: string, ids: readonly string[]) {
  return db
    .select({
      id: members.id,
      name: members.name,
      stage: members.stage,
      organizationId: members.organizationId,
    })
    .from(members)
    .where(and(eq(members.unitId, unitId), oneOf(members.id, ids), isNull(members.leftOn)))
}

/** Whether it was kept: the same form sent twice is once. */
export async function keepEntry(
  tx: Db,
  row: typeof applicantEntries.$inferInsert,
): Promise<boolean> {
  const kept = await tx
    .insert(applicantEntries)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: applicantEntries.id })
  return kept.length > 0
}

export async function findEntries(db: Reader, { unitId, applicantId }: Key) {
  return db
    .select()
    .from(applicantEntries)
    .where(and(eq(applicantEntries.unitId, unitId), eq(applicantEntries.applicantId, applicantId)))
    .orderBy(applicantEntries.on, applicantEntries.at, applicantEntries.id)
}

/** Whether a decision rests on this vote already. */
export async function isMotionUsed(db: Reader, unitId: string, motionId: string): Promise<boolean> {
  const { kind, facts, unitId: unit } = applicantEntries
  const same = sql`${facts} ->> 'motionId' = ${motionId}`
  return (await db.$count(applicantEntries, and(eq(unit, unitId), eq(kind, 'vote'), same))) > 0
}

export async function keepNotice(tx: Db, row: typeof applicantNotices.$inferInsert): Promise<void> {
  await tx.insert(applicantNotices).values(row)
}

/** What hangs goes on hanging, for the file that is kept elsewhere now. */
export async function moveNotices(tx: Db, { unitId, applicantId }: Key, to: Key): Promise<void> {
  const hung = await tx
    .delete(applicantNotices)
    .where(and(eq(applicantNotices.unitId, unitId), eq(applicantNotices.applicantId, applicantId)))
    .returning()
  // Hung anew rather than changed: the row may have to go to another node.
  if (hung.length > 0)
    await tx.insert(applicantNotices).values(hung.map((row) => ({ ...row, ...to })))
}

export async function findNotices(db: Reader, { unitId, applicantId }: Key) {
  return db
    .select()
    .from(applicantNotices)
    .where(and(eq(applicantNotices.unitId, unitId), eq(applicantNotices.applicantId, applicantId)))
    .orderBy(applicantNotices.at, applicantNotices.id)
}

/** Everybody a branch keeps in reserve, held still. */
export async function lockPond(
  tx: Db,
  { unitId, organizationId }: { readonly unitId: string; readonly organizationId: string },
): Promise<Applicant[]> {
  return tx
    .select()
    .from(applicants)
    .where(
      and(
        eq(applicants.unitId, unitId),
        eq(applicants.organizationId, organizationId),
        inArray(applicants.stage, ['applicant', 'activist']),
      ),
    )
    .orderBy(asc(applicants.nameKey), asc(applicants.id))
    .for('update')
}

/** Whether it was kept: the same form sent twice is once. */
export async function keepReview(tx: Db, row: typeof poolReviews.$inferInsert): Promise<boolean> {
  const kept = await tx
    .insert(poolReviews)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: poolReviews.id })
  return kept.length > 0
}
