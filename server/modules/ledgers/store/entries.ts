import { and, eq, gt, inArray, isNull, lt, ne, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf, rowsOf } from '../../../kernel/many.ts'
import { organizations } from '../../organizations/table.ts'
import { hourEntries } from '../table.ts'

export type Entry = typeof hourEntries.$inferSelect
export type Ledger = Entry['ledger']
export type NewEntry = typeof hourEntries.$inferInsert & { readonly id: string }

const back = alias(hourEntries, 'back')

/** Entries that count: neither taken back nor taking back. */
export function isLive(db: Reader) {
  const takenBack = db
    .select({ id: back.id })
    .from(back)
    .where(and(eq(back.unitId, hourEntries.unitId), eq(back.reversesId, hourEntries.id)))
  return and(isNull(hourEntries.reversesId), notExists(takenBack))
}

/** What counts of these sources or of these entries. */
export async function findLive(
  db: Reader,
  unitId: string,
  some: { readonly sourceIds: readonly string[] } | { readonly entryIds: readonly string[] },
): Promise<Entry[]> {
  const chosen =
    'sourceIds' in some
      ? oneOf(hourEntries.sourceId, some.sourceIds)
      : oneOf(hourEntries.id, some.entryIds)
  return db
    .select()
    .from(hourEntries)
    .where(and(eq(hourEntries.unitId, unitId), chosen, isLive(db)))
}

/** What counts of the same person's credit for the same session on the same day, in either ledger. */
export async function findTwins(db: Reader, entry: Entry): Promise<Entry[]> {
  const { unitId, memberId, sourceId, day } = entry
  return db
    .select()
    .from(hourEntries)
    .where(
      and(
        eq(hourEntries.unitId, unitId),
        eq(hourEntries.memberId, memberId),
        eq(hourEntries.sourceId, sourceId),
        eq(hourEntries.day, day),
        isLive(db),
      ),
    )
}

/** Keeps what was not there yet and returns exactly that: a repeated key or reversal changes nothing. */
export async function keepEntries(tx: Db, entries: readonly NewEntry[]): Promise<Entry[]> {
  if (entries.length === 0) return []
  return tx
    .insert(hourEntries)
    .select(rowsOf(hourEntries, entries))
    .onConflictDoNothing()
    .returning()
}

const other = alias(hourEntries, 'other')

/** The first of these entries during which its member is credited for something else too, and for what. */
export async function findOverlap(tx: Reader, entries: readonly Entry[]) {
  const timed = entries.filter(({ startsAt }) => startsAt !== null)
  if (timed.length === 0) return undefined
  const takenBack = tx
    .select({ id: back.id })
    .from(back)
    .where(and(eq(back.unitId, other.unitId), eq(back.reversesId, other.id)))
  const [row] = await tx
    .select({
      memberId: hourEntries.memberId,
      day: hourEntries.day,
      here: spanOf(hourEntries),
      there: spanOf(other),
    })
    .from(hourEntries)
    .innerJoin(
      other,
      and(
        eq(other.unitId, hourEntries.unitId),
        eq(other.memberId, hourEntries.memberId),
        eq(other.ledger, hourEntries.ledger),
        // By index: what overlaps lies at most one year further.
        sql`${other.year} between ${hourEntries.year} - 1 and ${hourEntries.year} + 1`,
        ne(other.sourceId, hourEntries.sourceId),
        lt(other.startsAt, hourEntries.endsAt),
        gt(other.endsAt, hourEntries.startsAt),
        isNull(other.reversesId),
        notExists(takenBack),
      ),
    )
    .where(
      and(
        oneOf(
          hourEntries.unitId,
          timed.map(({ unitId }) => unitId),
        ),
        oneOf(
          hourEntries.id,
          timed.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(hourEntries.id, other.startsAt)
    .limit(1)
  return row
}

function spanOf({ title, startsAt, endsAt }: typeof hourEntries | typeof other) {
  return { title, startsAt, endsAt }
}

export type DaySum = { memberId: string; ledger: Ledger; day: string; minutes: number }

/** How much of these members' time each of these days holds, where it is more than the limit. */
export async function findFullDays(
  tx: Reader,
  entries: readonly Entry[],
  { sources, minutesMax }: { sources: readonly Entry['source'][]; minutesMax: number },
): Promise<DaySum[]> {
  const sum = sql<number>`sum(${hourEntries.minutes})::int`
  return tx
    .select({
      memberId: hourEntries.memberId,
      ledger: hourEntries.ledger,
      day: hourEntries.day,
      minutes: sum,
    })
    .from(hourEntries)
    .where(
      and(
        oneOf(
          hourEntries.unitId,
          entries.map(({ unitId }) => unitId),
        ),
        oneOf(
          hourEntries.memberId,
          entries.map(({ memberId }) => memberId),
        ),
        inArray(hourEntries.year, [...new Set(entries.map(({ year }) => year))]),
        oneOf(
          hourEntries.day,
          entries.map(({ day }) => day),
        ),
        inArray(hourEntries.source, [...sources]),
      ),
    )
    .groupBy(hourEntries.unitId, hourEntries.memberId, hourEntries.ledger, hourEntries.day)
    .having(sql`${sum} > ${minutesMax}`)
}

/** Where in the tree an entry was posted. */
export async function pathOf(db: Reader, { organizationId }: Pick<Entry, 'organizationId'>) {
  const [row] = await db
    .select({ path: organizations.path })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
  return row?.path ?? '/'
}

/** One entry with the path of the branch it was posted for. */
export async function findEntry(db: Reader, unitId: string, entryId: string) {
  const [row] = await db
    .select({ entry: hourEntries, path: organizations.path })
    .from(hourEntries)
    .innerJoin(organizations, eq(organizations.id, hourEntries.organizationId))
    .where(and(eq(hourEntries.unitId, unitId), eq(hourEntries.id, entryId)))
  return row
}

/** What each member is credited with for these sources, in whatever unit they are kept. */
export async function creditedFor(
  db: Reader,
  sourceIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({
      memberId: hourEntries.memberId,
      minutes: sql<number>`sum(${hourEntries.minutes})::int`,
    })
    .from(hourEntries)
    .where(and(oneOf(hourEntries.sourceId, sourceIds), eq(hourEntries.ledger, 'member')))
    .groupBy(hourEntries.memberId)
  return new Map(rows.map(({ memberId, minutes }) => [memberId, minutes]))
}
