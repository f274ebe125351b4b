import { sql } from 'drizzle-orm'
import type { Db } from '../../../kernel/db.ts'
import { organizationCounts } from '../../organizations/table.ts'

export type CountShift = { readonly members: number; readonly probationary: number }

/** Keeps the counts of an organization and of all above it true, in the transaction that changes the members. */
export async function shiftCounts(tx: Db, path: string, by: CountShift): Promise<void> {
  if (by.members === 0 && by.probationary === 0) return
  const ids = path.split('/').filter((id) => id !== '')
  // From the root down, as everybody takes these locks.
  await tx
    .insert(organizationCounts)
    .values(ids.map((id) => ({ id, ...by })))
    .onConflictDoUpdate({
      target: organizationCounts.id,
      set: {
        members: sql`${organizationCounts.members} + excluded.members`,
        probationary: sql`${organizationCounts.probationary} + excluded.probationary`,
      },
    })
}

/** What one member more in this stage adds to the counts. */
export function countOf(stage: 'full' | 'probationary', times: 1 | -1 = 1): CountShift {
  return { members: times, probationary: stage === 'probationary' ? times : 0 }
}
