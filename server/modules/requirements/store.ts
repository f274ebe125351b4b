import { and, inArray, sql } from 'drizzle-orm'
import type { Reader } from '../../kernel/db.ts'
import { oneOf } from '../../kernel/many.ts'
import { posts } from '../members/table.ts'

/** Who leads each of these branches on the day: the secretary, and the deputy beside. */
export async function findSecretaries(
  db: Reader,
  organizationIds: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await db
    .select({ organizationId: posts.organizationId, memberId: posts.memberId })
    .from(posts)
    .where(
      and(
        oneOf(posts.organizationId, organizationIds),
        inArray(posts.post, ['secretary', 'deputySecretary']),
        sql`${posts.from} <= ${day}::date`,
        sql`(${posts.until} is null or ${posts.until} > ${day}::date)`,
      ),
    )
  const byBranch = Map.groupBy(rows, ({ organizationId }) => organizationId)
  return new Map([...byBranch].map(([id, some]) => [id, some.map(({ memberId }) => memberId)]))
}
