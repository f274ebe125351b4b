import { and, eq } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { hourEntries } from '../table.ts'

/** Which of these members have any entry, counted or taken back. */
export async function findMembersWithHours(
  db: Reader,
  unitId: string,
  memberIds: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ memberId: hourEntries.memberId })
    .from(hourEntries)
    .where(and(eq(hourEntries.unitId, unitId), oneOf(hourEntries.memberId, memberIds)))
  return rows.map(({ memberId }) => memberId)
}
