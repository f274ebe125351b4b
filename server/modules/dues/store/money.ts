import { and, asc, eq, isNull, like, lte, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { organizations } from '../../organizations/table.ts'
import { duesEntries, duesTotals } from '../table.ts'
import { isLive } from './entries.ts'
import type { Entry } from './entries.ts'

type Own = { readonly unitId: string; readonly organizationId: string }

/** All that an organization's books add up to, until a month or for ever. */
export async function findTotals(db: Reader, { unitId, organizationId }: Own, until = '9999-12') {
  return db
    .select()
    .from(duesTotals)
    .where(
      and(
        eq(duesTotals.unitId, unitId),
        eq(duesTotals.organizationId, organizationId),
        lte(duesTotals.period, until),
      ),
    )
    .orderBy(asc(duesTotals.period), asc(duesTotals.kind), asc(duesTotals.fund))
}

/** What went up for a quarter and was not taken back. */
export async function findSent(
  db: Reader,
  { unitId, organizationId, quarter }: Own & { readonly quarter: string },
): Promise<Entry[]> {
  return db
    .select()
    .from(duesEntries)
    .where(
      and(
        eq(duesEntries.unitId, unitId),
        eq(duesEntries.organizationId, organizationId),
        eq(duesEntries.kind, 'sent'),
        eq(duesEntries.subject, quarter),
        isLive(db),
      ),
    )
}

export async function isRemitted(
  db: Reader,
  key: Own & { readonly quarter: string },
): Promise<boolean> {
  const sent = await findSent(db, key)
  return sent.length > 0
}

/** How often a quarter went up, whether it stayed there or not: part of the key of the next time. */
export async function countSent(
  db: Reader,
  { unitId, organizationId, quarter }: Own & { readonly quarter: string },
): Promise<number> {
  return db.$count(
    duesEntries,
    and(
      eq(duesEntries.unitId, unitId),
      eq(duesEntries.organizationId, organizationId),
      eq(duesEntries.kind, 'sent'),
      eq(duesEntries.subject, quarter),
      isNull(duesEntries.reversesId),
    ),
  )
}

/** The entry with the organization in whose books it stands. */
export async function findEntry(
  db: Reader,
  { unitId, entryId }: { unitId: string; entryId: string },
) {
  const [row] = await db
    .select({ entry: duesEntries, path: organizations.path })
    .from(duesEntries)
    .innerJoin(organizations, eq(organizations.id, duesEntries.organizationId))
    .where(and(eq(duesEntries.unitId, unitId), eq(duesEntries.id, entryId)))
  return row
}

/** Whether a form's money is in the books already. */
export async function isBooked(db: Reader, unitId: string, key: string): Promise<boolean> {
  return (
    (await db.$count(
      duesEntries,
      and(eq(duesEntries.unitId, unitId), like(duesEntries.key, `${key}:%`)),
    )) > 0
  )
}

/** Holds an organization's books still, so that two who spend from them take turns. */
export async function lockBooks(tx: Db, ids: readonly string[]): Promise<void> {
  for (const id of ids.toSorted())
    // One after another, in one order for everybody.
    // oxlint-disable-next-line no-await-in-loop
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`dues ${id}`}, 0))`)
}
