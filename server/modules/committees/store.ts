import { and, desc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Day } from '../../kernel/calendar.ts'
import type { Db } from '../../kernel/db.ts'
import { oneOf } from '../../kernel/many.ts'
import { within } from '../../kernel/reach.ts'
import type { Reach } from '../../kernel/reach.ts'
import { members, posts } from '../members/table.ts'
import { committeeTerms, organizations } from '../organizations/table.ts'
import type { Post } from './rules.ts'

type Seat = { readonly unitId: string; readonly organizationId: string }

/** The term that has not been ended by another election. */
export async function findTerm(tx: Db, organizationId: string) {
  const [term] = await tx
    .select()
    .from(committeeTerms)
    .where(and(eq(committeeTerms.organizationId, organizationId), isNull(committeeTerms.endedOn)))
    .orderBy(desc(committeeTerms.electedOn))
    .limit(1)
  return term
}

export async function keepTerm(tx: Db, row: typeof committeeTerms.$inferInsert): Promise<void> {
  await tx.insert(committeeTerms).values(row)
}

export async function endTerms(tx: Db, organizationId: string, endedOn: Day): Promise<void> {
  await tx
    .update(committeeTerms)
    .set({ endedOn })
    .where(and(eq(committeeTerms.organizationId, organizationId), isNull(committeeTerms.endedOn)))
}

export async function extendTerm(tx: Db, termId: string, extendedTo: Day): Promise<void> {
  await tx.update(committeeTerms).set({ extendedTo }).where(eq(committeeTerms.id, termId))
}

/** Those of the ids who lie in the reach and still belong, with the paths of their branches. */
export async function findCandidates(
  tx: Db,
  reach: Reach,
  { unitId, memberIds }: { unitId: string; memberIds: readonly string[] },
) {
  return tx
    .select({
      id: members.id,
      name: members.name,
      stage: members.stage,
      isSuspended: members.isSuspended,
      votelessFrom: members.votelessFrom,
      votelessUntil: members.votelessUntil,
      path: organizations.path,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        eq(members.unitId, unitId),
        oneOf(members.id, memberIds),
        isNull(members.leftOn),
        within(reach, organizations.path),
      ),
    )
}

/** Who holds posts of an organization on a day. */
export async function findHolders(tx: Db, { unitId, organizationId }: Seat, day: Day) {
  return tx
    .select({ id: posts.id, memberId: posts.memberId, post: posts.post, name: members.name })
    .from(posts)
    .innerJoin(members, and(eq(members.unitId, posts.unitId), eq(members.id, posts.memberId)))
    .where(
      and(
        eq(posts.unitId, unitId),
        eq(posts.organizationId, organizationId),
        lte(posts.from, day),
        or(isNull(posts.until), gt(posts.until, day)),
      ),
    )
}

export async function lockPost(tx: Db, { unitId, organizationId }: Seat, postId: string) {
  const [row] = await tx
    .select()
    .from(posts)
    .where(
      and(eq(posts.unitId, unitId), eq(posts.organizationId, organizationId), eq(posts.id, postId)),
    )
    .for('update')
  return row
}

export async function keepPosts(tx: Db, rows: (typeof posts.$inferInsert)[]): Promise<void> {
  await tx.insert(posts).values(rows)
}

/** Ends posts of these sorts that are held on the day; a post never ends before it began. */
export async function endPosts(
  tx: Db,
  { unitId, organizationId }: Seat,
  { which, until }: { which: readonly Post[]; until: Day },
): Promise<void> {
  await tx
    .update(posts)
    .set({ until: sql`greatest(${posts.from}, ${until}::date)` })
    .where(
      and(
        eq(posts.unitId, unitId),
        eq(posts.organizationId, organizationId),
        inArray(posts.post, [...which]),
        or(isNull(posts.until), gt(posts.until, until)),
      ),
    )
}

export async function endPost(tx: Db, unitId: string, postId: string, until: Day): Promise<void> {
  await tx
    .update(posts)
    .set({ until })
    .where(and(eq(posts.unitId, unitId), eq(posts.id, postId)))
}
