import { and, desc, eq, sql } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { traces } from '../../../kernel/trace.ts'

/** Who read something restricted before, the latest first. */
export async function findLooks(db: Reader, unitId: string, subject: string) {
  return db
    .select({ at: traces.at, byName: sql<string>`coalesce(${traces.after} ->> 'by', '')` })
    .from(traces)
    .where(
      and(eq(traces.unitId, unitId), eq(traces.subject, subject), sql`${traces.after} ? 'seen'`),
    )
    .orderBy(desc(traces.at))
    .limit(20)
}
