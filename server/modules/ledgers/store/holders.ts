import { and, eq } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { hourEntries } from '../table.ts'
import { isLive } from './entries.ts'

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

/** How many people have hours from these sources that still count, whatever their unit. */
export async function countCredited(db: Reader, sourceIds: readonly string[]): Promise<number> {
  if (sourceIds.length === 0) return 0
  const rows = await db
    .selectDistinct({ memberId: hourEntries.memberId })
    .from(hourEntries)
    .where(and(oneOf(hourEntries.sourceId, sourceIds), isLive(db)))
  return rows.length
}
