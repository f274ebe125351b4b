import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf, rowsOf } from '../../../kernel/many.ts'
import { members, posts } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { toldApart } from '../rules/names.ts'
import { appraisalOpinions, appraisalPeople } from '../table.ts'
import type { AppraisalKey } from './rounds.ts'

export type Appraised = typeof appraisalPeople.$inferSelect

const ofRound = ({ unitId, appraisalId }: AppraisalKey) =>
  and(eq(appraisalPeople.unitId, unitId), eq(appraisalPeople.appraisalId, appraisalId))

/** Everybody of a round, by name. */
export async function findAppraised(db: Reader, key: AppraisalKey) {
  const rows = await db
    .select({
      person: appraisalPeople,
      name: members.name,
      bornOn: members.bornOn,
      groupName: sql<string>`coalesce(${organizations.name}, '')`,
    })
    .from(appraisalPeople)
    .innerJoin(
      members,
      and(eq(members.unitId, appraisalPeople.unitId), eq(members.id, appraisalPeople.memberId)),
    )
    .leftJoin(organizations, eq(organizations.id, appraisalPeople.groupId))
    .where(ofRound(key))
    .orderBy(asc(members.nameKey), asc(members.name), asc(members.id))
  return toldApart(rows)
}

/** One person of a round, held still. */
export async function lockAppraised(tx: Db, key: AppraisalKey, memberId: string) {
  const [row] = await tx
    .select({ person: appraisalPeople, name: members.name })
    .from(appraisalPeople)
    .innerJoin(
      members,
      and(eq(members.unitId, appraisalPeople.unitId), eq(members.id, appraisalPeople.memberId)),
    )
    .where(and(ofRound(key), eq(appraisalPeople.memberId, memberId)))
    .for('update', { of: appraisalPeople })
  return row
}

export async function addAppraised(
  tx: Db,
  rows: readonly (typeof appraisalPeople.$inferInsert)[],
): Promise<number> {
  if (rows.length === 0) return 0
  const kept = await tx
    .insert(appraisalPeople)
    .select(rowsOf(appraisalPeople, rows))
    .onConflictDoNothing()
    .returning({ id: appraisalPeople.id })
  return kept.length
}

export async function changeAppraised(
  tx: Db,
  { unitId, id }: Pick<Appraised, 'unitId' | 'id'>,
  changes: Partial<typeof appraisalPeople.$inferInsert>,
): Promise<void> {
  await tx
    .update(appraisalPeople)
    .set(changes)
    .where(and(eq(appraisalPeople.unitId, unitId), eq(appraisalPeople.id, id)))
}

/** Off the round with all that was said by and of them: they belong to another branch now. */
export async function removeAppraised(
  tx: Db,
  key: AppraisalKey,
  memberIds: readonly string[],
): Promise<void> {
  const { unitId, appraisalId } = key
  const inRound = and(
    eq(appraisalOpinions.unitId, unitId),
    eq(appraisalOpinions.appraisalId, appraisalId),
  )
  await tx
    .delete(appraisalOpinions)
    .where(and(inRound, oneOf(appraisalOpinions.raterId, memberIds)))
  await tx
    .delete(appraisalOpinions)
    .where(and(inRound, oneOf(appraisalOpinions.memberId, memberIds)))
  await tx
    .delete(appraisalPeople)
    .where(and(ofRound(key), oneOf(appraisalPeople.memberId, memberIds)))
}

export async function findOpinions(db: Reader, { unitId, appraisalId }: AppraisalKey) {
  return db
    .select({ opinion: appraisalOpinions, raterName: members.name })
    .from(appraisalOpinions)
    .innerJoin(
      members,
      and(eq(members.unitId, appraisalOpinions.unitId), eq(members.id, appraisalOpinions.raterId)),
    )
    .where(
      and(eq(appraisalOpinions.unitId, unitId), eq(appraisalOpinions.appraisalId, appraisalId)),
    )
    .orderBy(asc(members.nameKey), asc(members.id))
}

/** The last word of somebody about somebody counts. */
export async function keepOpinion(
  tx: Db,
  row: typeof appraisalOpinions.$inferInsert,
): Promise<void> {
  await tx
    .insert(appraisalOpinions)
    .values(row)
    .onConflictDoUpdate({
      target: [
        appraisalOpinions.unitId,
        appraisalOpinions.appraisalId,
        appraisalOpinions.raterId,
        appraisalOpinions.memberId,
      ],
      set: { grade: sql`excluded.grade`, comment: sql`excluded.comment` },
    })
}

/** Who is on the roll of a branch and called to its life, by name. */
export async function findBranchMembers(
  db: Reader,
  { unitId, organizationId }: { readonly unitId: string; readonly organizationId: string },
) {
  const rows = await db
    .select({
      memberId: members.id,
      name: members.name,
      bornOn: members.bornOn,
      stage: members.stage,
      confirmedOn: members.confirmedOn,
      groupId: members.groupId,
    })
    .from(members)
    .where(
      and(
        eq(members.unitId, unitId),
        eq(members.organizationId, organizationId),
        isNull(members.leftOn),
        eq(members.isSuspended, false),
      ),
    )
    .orderBy(asc(members.nameKey), asc(members.name), asc(members.id))
  return toldApart(rows)
}

/** Who sits on the committee of a branch today; leading a group is no seat. */
export async function findOfficers(
  db: Reader,
  { unitId, organizationId }: { readonly unitId: string; readonly organizationId: string },
  day: string,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ memberId: posts.memberId })
    .from(posts)
    .where(
      and(
        eq(posts.unitId, unitId),
        eq(posts.organizationId, organizationId),
        sql`${posts.post} not in ('groupLeader', 'firstSecretary')`,
        sql`${posts.from} <= ${day} and (${posts.until} is null or ${posts.until} >= ${day})`,
      ),
    )
  return new Set(rows.map(({ memberId }) => memberId))
}
