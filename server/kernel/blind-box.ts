import { and, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Db } from './db.ts'

/**
 * Where slips lie that were handed in with a blind ticket: no row may tell by its place, by its id or by the transaction
 * that wrote it which of them came when. `where` names the slips of one box; its ids are random, not from the clock.
 */
type BoxTable = PgTable & {
  readonly unitId: AnyPgColumn
  readonly id: AnyPgColumn
  readonly ticket: AnyPgColumn
}
type Box<T extends BoxTable> = { readonly table: T; readonly where: SQL | undefined }
type Slip = { readonly ticket: string }

/** So many others are written anew with every slip. */
const shuffled = 63
const atOnce = 1000

/**
 * Lays the slip among others: with it up to 63 that were there before are taken out and laid back in an order drawn by
 * lot, in one transaction and under fresh random ids. Where a row lies, and which transaction wrote it, then say no more
 * than that it is one of these.
 */
export async function laySlip<T extends BoxTable>(
  tx: Db,
  { table, where }: Box<T>,
  slip: Slip & T['$inferInsert'],
): Promise<void> {
  const box: BoxTable = table
  const drawn = tx
    .select({ id: table.id })
    .from(box)
    .where(where)
    .orderBy(sql`random()`)
    .limit(shuffled)
  const taken = await takeOut(tx, table, and(where, sql`${table.id} in (${drawn.getSQL()})`))
  await layBack(tx, table, [...taken, slip])
}

/** All of them, once, when no more can come. */
export async function shuffleBox<T extends BoxTable>(
  tx: Db,
  { table, where }: Box<T>,
): Promise<void> {
  const inOrder = inTicketOrder(await takeOut(tx, table, where))
  for (let from = 0; from < inOrder.length; from += atOnce)
    // One statement a thousand slips; the tickets are digests, so their order is nobody's.
    // oxlint-disable-next-line no-await-in-loop
    await layBack(tx, table, inOrder.slice(from, from + atOnce))
}

async function takeOut(tx: Db, table: BoxTable, where: SQL | undefined): Promise<Slip[]> {
  return (await tx.delete(table).where(where).returning()) as unknown as Slip[]
}

async function layBack(tx: Db, table: BoxTable, slips: readonly Slip[]): Promise<void> {
  if (slips.length === 0) return
  const rows = inTicketOrder(slips).map((slip) => ({ ...slip, id: crypto.randomUUID() }))
  await tx.insert(table).values(rows)
}

/** Digests of random tickets sort as if drawn by lot. */
function inTicketOrder(slips: readonly Slip[]): readonly Slip[] {
  return slips.toSorted((one, other) => (one.ticket < other.ticket ? -1 : 1))
}

/** Whether the same was handed in again, whatever the order in which the database keeps keys. */
export function isSameSlip(one: unknown, other: unknown): boolean {
  return sorted(one) === sorted(other)
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)),
        )
      : inner,
  )
}
