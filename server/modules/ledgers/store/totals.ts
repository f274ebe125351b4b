import { and, eq, getTableColumns, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf, rowsOf } from '../../../kernel/many.ts'
import { hourTotals } from '../table.ts'
import type { Ledger, NewEntry } from './entries.ts'

export type Total = Pick<
  typeof hourTotals.$inferSelect,
  'minutes' | 'centralizedMinutes' | 'onlineMinutes'
>

/** What the year's totals of these members say, by member and ledger; who has none studied nothing yet. */
export async function totalsOf(
  db: Reader,
  unitId: string,
  memberIds: readonly string[],
  year: number,
): Promise<ReadonlyMap<string, Partial<Record<Ledger, Total>>>> {
  const rows = await db
    .select()
    .from(hourTotals)
    .where(
      and(
        eq(hourTotals.unitId, unitId),
        eq(hourTotals.year, year),
        oneOf(hourTotals.memberId, memberIds),
      ),
    )
  const byMember = Map.groupBy(rows, ({ memberId }) => memberId)
  return new Map(
    [...byMember].map(([memberId, some]) => [
      memberId,
      Object.fromEntries(some.map((row) => [row.ledger, row])),
    ]),
  )
}

/** All years of one member in a unit. */
export async function findTotals(
  db: Reader,
  { unitId, memberId }: { readonly unitId: string; readonly memberId: string },
) {
  return db
    .select()
    .from(hourTotals)
    .where(and(eq(hourTotals.unitId, unitId), eq(hourTotals.memberId, memberId)))
    .orderBy(hourTotals.year, hourTotals.ledger)
}

/**
 * Takes the totals that these entries concern, making those that are missing, so that whoever posts for the same
 * people waits. Sorted: all who need several take them in one order, and nobody waits in a circle.
 */
export async function lockTotals(tx: Db, entries: readonly NewEntry[]): Promise<void> {
  const rows = [...sumsOf(entries)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sum]) => ({ ...sum, minutes: 0, centralizedMinutes: 0, onlineMinutes: 0 }))
  if (rows.length === 0) return
  await tx
    .insert(hourTotals)
    .select(rowsOf(hourTotals, rows))
    .onConflictDoUpdate({
      target: [hourTotals.unitId, hourTotals.memberId, hourTotals.ledger, hourTotals.year],
      set: { minutes: sql`${hourTotals.minutes}` },
    })
}

/** Brings totals that are locked up to the entries just kept, reversals included. */
export async function addToTotals(tx: Db, entries: readonly NewEntry[]): Promise<void> {
  const rows = [...sumsOf(entries).values()]
  if (rows.length === 0) return
  const columns = Object.values(getTableColumns(hourTotals)).map(({ name }) => sql.identifier(name))
  const more = sql`(${rowsOf(hourTotals, rows)}) as more(${sql.join(columns, sql`, `)})`
  await tx
    .update(hourTotals)
    .set({
      minutes: sql`${hourTotals.minutes} + more.minutes`,
      centralizedMinutes: sql`${hourTotals.centralizedMinutes} + more.centralized_minutes`,
      onlineMinutes: sql`${hourTotals.onlineMinutes} + more.online_minutes`,
    })
    .from(more)
    .where(
      sql`${hourTotals.unitId} = more.unit_id and ${hourTotals.memberId} = more.member_id
        and ${hourTotals.ledger} = more.ledger and ${hourTotals.year} = more.year
        and ${oneOf(
          hourTotals.unitId,
          rows.map(({ unitId }) => unitId),
        )}`,
    )
}

/** What these entries add to each total they concern. */
function sumsOf(entries: readonly NewEntry[]) {
  const sums = new Map<string, typeof hourTotals.$inferInsert>()
  for (const { unitId, memberId, ledger, year, minutes, isCentralized, isOnline } of entries) {
    const key = `${unitId}:${memberId}:${ledger}:${year}`
    const sum = sums.get(key)
    sums.set(key, {
      unitId,
      memberId,
      ledger,
      year,
      minutes: (sum?.minutes ?? 0) + minutes,
      centralizedMinutes:
        (sum?.centralizedMinutes ?? 0) + (isCentralized && !isOnline ? minutes : 0),
      onlineMinutes: (sum?.onlineMinutes ?? 0) + (isOnline ? minutes : 0),
    })
  }
  return sums
}
