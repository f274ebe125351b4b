import { and, count, eq, notInArray } from 'drizzle-orm'
import type { Db, Reader } from '../../kernel/db.ts'
import { within } from '../../kernel/reach.ts'
import type { Reach } from '../../kernel/reach.ts'
import { memberRoles, voluntaryPosts } from './table.ts'

export type RoleRow = typeof memberRoles.$inferSelect
type PostKey = { readonly unitId: string; readonly postId: string }

const gone = ['declined', 'ended'] as const

export async function keepPost(tx: Db, row: typeof voluntaryPosts.$inferInsert): Promise<boolean> {
  const kept = await tx
    .insert(voluntaryPosts)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: voluntaryPosts.id })
  return kept.length > 0
}

/** Held still, so that two who want the last seat come one after the other. */
export async function lockPost(tx: Db, { unitId, postId }: PostKey) {
  const [row] = await tx
    .select()
    .from(voluntaryPosts)
    .where(and(eq(voluntaryPosts.unitId, unitId), eq(voluntaryPosts.id, postId)))
    .for('update')
  return row
}

export async function endPost(tx: Db, { unitId, postId }: PostKey, on: string): Promise<void> {
  await tx
    .update(voluntaryPosts)
    .set({ withdrawnOn: on })
    .where(and(eq(voluntaryPosts.unitId, unitId), eq(voluntaryPosts.id, postId)))
}

/** How many hold a post in a year, and how many posts one member holds. */
export async function countClaims(
  db: Reader,
  { unitId, postId, memberId, year }: PostKey & { memberId: string; year: number },
) {
  const live = and(
    eq(memberRoles.unitId, unitId),
    eq(memberRoles.year, year),
    eq(memberRoles.kind, 'noPost'),
    notInArray(memberRoles.state, [...gone]),
  )
  const [taken] = await db
    .select({ count: count() })
    .from(memberRoles)
    .where(and(live, eq(memberRoles.postId, postId)))
  const [own] = await db
    .select({ count: count() })
    .from(memberRoles)
    .where(and(live, eq(memberRoles.memberId, memberId)))
  return { taken: taken?.count ?? 0, own: own?.count ?? 0 }
}

/** Whether it was kept: the same member has at most one of each. */
export async function keepRole(tx: Db, row: typeof memberRoles.$inferInsert): Promise<boolean> {
  const kept = await tx
    .insert(memberRoles)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: memberRoles.id })
  return kept.length > 0
}

export async function lockRole(
  tx: Db,
  reach: Reach,
  { unitId, roleId }: { readonly unitId: string; readonly roleId: string },
) {
  const [row] = await tx
    .select()
    .from(memberRoles)
    .where(
      and(
        eq(memberRoles.unitId, unitId),
        eq(memberRoles.id, roleId),
        within(reach, memberRoles.path),
      ),
    )
    .for('update')
  return row
}

export async function changeRole(
  tx: Db,
  { unitId, id, version }: RoleRow,
  changes: Partial<typeof memberRoles.$inferInsert>,
): Promise<number> {
  await tx
    .update(memberRoles)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(memberRoles.unitId, unitId), eq(memberRoles.id, id)))
  return version + 1
}
