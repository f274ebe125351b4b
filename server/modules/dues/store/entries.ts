import { and, eq, inArray, isNull, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db, Reader } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { oneOf, rowsOf } from '../../../kernel/many.ts'
import { duesEntries, duesPayments, duesStatements, duesTotals } from '../table.ts'

export type Entry = typeof duesEntries.$inferSelect
export type NewEntry = Omit<typeof duesEntries.$inferInsert, 'id'> & { readonly id: string }
export type By = { readonly byId: string; readonly byName: string; readonly at: Date }

const back = alias(duesEntries, 'back')

/** What counts: no reversal, and not taken back by one. */
export function isLive(db: Reader) {
  return and(
    isNull(duesEntries.reversesId),
    notExists(
      db
        .select({ one: sql`1` })
        .from(back)
        .where(and(eq(back.unitId, duesEntries.unitId), eq(back.reversesId, duesEntries.id))),
    ),
  )
}

/** What counts of what is owed and paid by these people. */
export async function findLive(
  db: Reader,
  { unitId, memberIds }: { readonly unitId: string; readonly memberIds: readonly string[] },
): Promise<Entry[]> {
  return db
    .select()
    .from(duesEntries)
    .where(
      and(
        eq(duesEntries.unitId, unitId),
        oneOf(duesEntries.memberId, memberIds),
        inArray(duesEntries.kind, ['owed', 'paid']),
        isLive(db),
      ),
    )
}

/** Everything that came from one payment or remittance and counts. */
export async function findBySource(
  db: Reader,
  { unitId, sourceId }: { readonly unitId: string; readonly sourceId: string },
): Promise<Entry[]> {
  return db
    .select()
    .from(duesEntries)
    .where(and(eq(duesEntries.unitId, unitId), eq(duesEntries.sourceId, sourceId), isLive(db)))
}

/** How often a month was asked of somebody: the number is part of the entry's key. */
export async function countAsked(
  db: Reader,
  { unitId, memberIds }: { readonly unitId: string; readonly memberIds: readonly string[] },
) {
  const rows = await db
    .select({
      memberId: duesEntries.memberId,
      month: duesEntries.month,
      times: sql<number>`count(*)::int`,
    })
    .from(duesEntries)
    .where(
      and(
        eq(duesEntries.unitId, unitId),
        oneOf(duesEntries.memberId, memberIds),
        eq(duesEntries.kind, 'owed'),
        isNull(duesEntries.reversesId),
      ),
    )
    .groupBy(duesEntries.memberId, duesEntries.month)
  return new Map(
    rows.map(({ memberId, month, times }) => [`${memberId ?? ''} ${month ?? ''}`, times]),
  )
}

const portion = 2_000

/** Keeps the entries and what they come to, month by month, in the same transaction. */
export async function keepEntries(tx: Db, rows: readonly NewEntry[]): Promise<void> {
  for (let from = 0; from < rows.length; from += portion)
    // One statement after another: each is as large as is good for it.
    // oxlint-disable-next-line no-await-in-loop
    await tx.insert(duesEntries).select(rowsOf(duesEntries, rows.slice(from, from + portion)))
  const heaps = Map.groupBy(rows, (row) =>
    [row.organizationId, row.period, row.kind, row.fund].join(' '),
  )
  const sums = [...heaps.entries()]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .flatMap(([, heap]) => {
      const [first] = heap
      if (!first) return []
      const { unitId, organizationId, period, kind, fund } = first
      const fen = heap.reduce((sum, row) => sum + row.fen, 0)
      return [{ id: newId(), unitId, organizationId, period, kind, fund, fen }]
    })
  if (sums.length === 0) return
  const { unitId, organizationId, period, kind, fund } = duesTotals
  await tx
    .insert(duesTotals)
    .values(sums)
    .onConflictDoUpdate({
      target: [unitId, organizationId, period, kind, fund],
      set: { fen: sql`${duesTotals.fen} + excluded.fen` },
    })
}

/** The second entry that takes each of these back, in the books of the month in which that happens. */
export function reversalsOf(
  entries: readonly Entry[],
  { period, text, ...by }: By & { readonly period: string; readonly text: string },
): NewEntry[] {
  return entries.map((entry) => ({
    ...entry,
    ...by,
    id: newId(),
    period,
    text,
    fen: -entry.fen,
    key: `reversal:${entry.id}`,
    reversesId: entry.id,
  }))
}

type NewPayment = typeof duesPayments.$inferInsert & { readonly id: string }

/** Keeps what is new and says what that is: a line or a form that came before stays what it was. */
export async function keepPayments(
  tx: Db,
  rows: readonly NewPayment[],
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set()
  const kept = await tx
    .insert(duesPayments)
    .select(rowsOf(duesPayments, rows))
    .onConflictDoNothing()
    .returning({ id: duesPayments.id })
  return new Set(kept.map(({ id }) => id))
}

export async function findPayments(
  db: Reader,
  { unitId, identities }: { readonly unitId: string; readonly identities: readonly string[] },
) {
  return db
    .select()
    .from(duesPayments)
    .where(and(eq(duesPayments.unitId, unitId), oneOf(duesPayments.identity, identities)))
}

export async function findPayment(
  db: Reader,
  { unitId, paymentId }: { readonly unitId: string; readonly paymentId: string },
) {
  const [row] = await db
    .select()
    .from(duesPayments)
    .where(and(eq(duesPayments.unitId, unitId), eq(duesPayments.id, paymentId)))
  return row
}

export async function keepStatement(
  tx: Db,
  row: typeof duesStatements.$inferInsert,
): Promise<void> {
  await tx.insert(duesStatements).values(row)
}
