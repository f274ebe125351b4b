import { and, eq, ne } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { titleIssues } from '../table.ts'

type Key = { readonly unitId: string; readonly titleId: string }

/** Whether a member was given copies of it. */
export async function wasGiven(db: Reader, { unitId, titleId }: Key, memberId: string) {
  const given = and(
    eq(titleIssues.unitId, unitId),
    eq(titleIssues.titleId, titleId),
    eq(titleIssues.memberId, memberId),
    ne(titleIssues.state, 'withdrawn'),
  )
  return (await db.$count(titleIssues, given)) > 0
}
