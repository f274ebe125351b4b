import { eq, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { organizationCounts } from '../table.ts'

/** What comes to an organization, or leaves it when negative. */
export type CountDelta = {
  readonly members?: number
  readonly probationary?: number
  readonly branches?: number
  readonly organizations?: number
}

/** Adds to the counts of the organization of that path and of all above it; from the root down, so nobody waits crosswise. */
export async function adjustCounts(tx: Db, path: string, delta: CountDelta): Promise<void> {
  const ids = path.split('/').filter(Boolean)
  const { members = 0, probationary = 0, branches = 0, organizations: nodes = 0 } = delta
  const isNothing = [members, probationary, branches, nodes].every((change) => change === 0)
  if (ids.length === 0 || isNothing) return

  const counts = organizationCounts
  await tx
    .insert(counts)
    .values(ids.map((id) => ({ id, members, probationary, branches, organizations: nodes })))
    .onConflictDoUpdate({
      target: counts.id,
      set: {
        members: sql`${counts.members} + excluded.members`,
        probationary: sql`${counts.probationary} + excluded.probationary`,
        branches: sql`${counts.branches} + excluded.branches`,
        organizations: sql`${counts.organizations} + excluded.organizations`,
      },
    })
}

/** What lies at and below an organization. */
export async function countsOf(db: Reader, id: string): Promise<Required<CountDelta>> {
  const { members, probationary, branches, organizations } = organizationCounts
  const [row] = await db
    .select({ members, probationary, branches, organizations })
    .from(organizationCounts)
    .where(eq(organizationCounts.id, id))
  return row ?? { members: 0, probationary: 0, branches: 0, organizations: 0 }
}

export function negated(counts: Required<CountDelta>): CountDelta {
  const { members, probationary, branches, organizations } = counts
  return {
    members: -members,
    probationary: -probationary,
    branches: -branches,
    organizations: -organizations,
  }
}
