import { and, eq, isNull } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { floatingCensuses, floatingLinks } from '../table.ts'

type Round = {
  readonly unitId: string
  readonly censusId: string
  readonly memberIds: readonly string[]
}

export async function keepLinks(tx: Db, rows: (typeof floatingLinks.$inferInsert)[]) {
  if (rows.length > 0) await tx.insert(floatingLinks).values(rows).onConflictDoNothing()
}

export async function findLinks(db: Reader, { unitId, censusId, memberIds }: Round) {
  return db
    .select()
    .from(floatingLinks)
    .where(
      and(
        eq(floatingLinks.unitId, unitId),
        eq(floatingLinks.censusId, censusId),
        oneOf(floatingLinks.memberId, memberIds),
      ),
    )
}

/** What stands behind a code: the member, the branch and the round; nothing once the round is over. */
export async function findByCode(db: Reader, code: string) {
  const [row] = await db
    .select({
      link: floatingLinks,
      member: members,
      path: organizations.path,
      organizationId: organizations.id,
      organizationName: organizations.name,
    })
    .from(floatingLinks)
    .innerJoin(
      members,
      and(eq(members.unitId, floatingLinks.unitId), eq(members.id, floatingLinks.memberId)),
    )
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(eq(floatingLinks.code, code), isNull(members.leftOn)))
  if (!row) return undefined
  // The round may lie in another unit than the member.
  const [census] = await db
    .select()
    .from(floatingCensuses)
    .where(
      and(
        eq(floatingCensuses.unitId, row.link.censusUnitId),
        eq(floatingCensuses.id, row.link.censusId),
        isNull(floatingCensuses.closedOn),
      ),
    )
  return census ? { ...row, census } : undefined
}

/** Whether it was the first answer. */
export async function closeLink(
  tx: Db,
  { unitId, id }: Pick<typeof floatingLinks.$inferSelect, 'unitId' | 'id'>,
  answeredAt: Date,
): Promise<boolean> {
  const kept = await tx
    .update(floatingLinks)
    .set({ answeredAt })
    .where(
      and(
        eq(floatingLinks.unitId, unitId),
        eq(floatingLinks.id, id),
        isNull(floatingLinks.answeredAt),
      ),
    )
    .returning({ id: floatingLinks.id })
  return kept.length > 0
}
