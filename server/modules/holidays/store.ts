import { asc, eq, max } from 'drizzle-orm'
import type { Db, Reader } from '../../kernel/db.ts'
import { holidayYears } from './table.ts'

export type Edition = typeof holidayYears.$inferSelect

/** The latest edition of every year that was written down. */
export async function findEditions(db: Reader): Promise<Edition[]> {
  const rows = await db.select().from(holidayYears).orderBy(asc(holidayYears.edition))
  return [...new Map(rows.map((row) => [row.year, row])).values()]
}

export async function latestEdition(db: Reader, year: number): Promise<number> {
  const [row] = await db
    .select({ edition: max(holidayYears.edition) })
    .from(holidayYears)
    .where(eq(holidayYears.year, year))
  return row?.edition ?? 0
}

export async function keepEdition(tx: Db, row: typeof holidayYears.$inferInsert): Promise<void> {
  await tx.insert(holidayYears).values(row)
}
