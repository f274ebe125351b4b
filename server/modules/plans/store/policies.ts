import { and, asc, desc, eq, or, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { atOrAbove, within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { organizations } from '../../organizations/table.ts'
import { policies } from '../table.ts'

export type Policy = typeof policies.$inferSelect
type PolicyKey = { readonly unitId: string; readonly policyId: string }

/** What binds a place: its own documents, those below for their keepers, those of everybody above. */
export async function findPolicies(db: Reader, path: string) {
  return db
    .select({ policy: policies, organizationName: organizations.name })
    .from(policies)
    .innerJoin(organizations, eq(organizations.id, policies.organizationId))
    .where(or(sql`${policies.path} like ${`${path}%`}`, atOrAbove(path, policies.path)))
    .orderBy(asc(policies.path), desc(policies.issuedOn), asc(policies.id))
}

export async function findPoliciesById(db: Reader, ids: readonly string[]): Promise<Policy[]> {
  return ids.length === 0 ? [] : db.select().from(policies).where(oneOf(policies.id, ids))
}

export async function lockPolicy(tx: Db, reach: Reach, { unitId, policyId }: PolicyKey) {
  const [row] = await tx
    .select()
    .from(policies)
    .where(
      and(eq(policies.unitId, unitId), eq(policies.id, policyId), within(reach, policies.path)),
    )
    .for('update')
  return row
}

export async function keepPolicy(tx: Db, row: typeof policies.$inferInsert): Promise<boolean> {
  const kept = await tx
    .insert(policies)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: policies.id })
  return kept.length > 0
}

export async function changePolicy(
  tx: Db,
  { unitId, id }: Pick<Policy, 'unitId' | 'id'>,
  changes: Partial<typeof policies.$inferInsert>,
): Promise<void> {
  await tx
    .update(policies)
    .set(changes)
    .where(and(eq(policies.unitId, unitId), eq(policies.id, id)))
}
