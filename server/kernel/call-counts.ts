import { lt, sql } from 'drizzle-orm'
import { index, integer, text, timestamp, unique } from 'drizzle-orm/pg-core'
import type { Db } from './db.ts'
import { sharedTable } from './tables.ts'

/** How often somebody has done something since when: one count for all processes, under a key that names nobody. */
export const callCounts = sharedTable(
  'call_counts',
  {
    key: text('key').notNull(),
    since: timestamp('since', { withTimezone: true }).notNull(),
    count: integer('count').notNull(),
  },
  (self) => [unique('call_counts_key').on(self.key), index('call_counts_age').on(self.since)],
)

type Span = { readonly key: string; readonly seconds: number; readonly now: Date }

/** Counts one more; when the span is over the next begins at one. Says how many it are, and when that ends. */
export async function countCall(
  db: Pick<Db, 'insert'>,
  { key, seconds, now }: Span,
): Promise<{ readonly count: number; readonly secondsLeft: number }> {
  const { since, count } = callCounts
  const [from, to] = [-seconds, seconds].map((apart) => new Date(now.getTime() + apart * 1_000))
  // What begins far ahead was written while the clock was wrong.
  const goesOn = sql`${since} > ${from}::timestamptz and ${since} < ${to}::timestamptz`
  const [row] = await db
    .insert(callCounts)
    .values({ key, since: now, count: 1 })
    .onConflictDoUpdate({
      target: callCounts.key,
      set: {
        count: sql`case when ${goesOn} then ${count} + 1 else 1 end`,
        since: sql`case when ${goesOn} then ${since} else ${now}::timestamptz end`,
      },
    })
    .returning({ since, count })
  const began = row?.since ?? now
  const left = (began.getTime() - now.getTime()) / 1_000 + seconds
  return { count: row?.count ?? 1, secondsLeft: Math.max(1, Math.ceil(left)) }
}

/** Who called how often concerns nobody a day later. */
export async function forgetCalls({ db, now }: { readonly db: Db; readonly now: () => Date }) {
  await db.delete(callCounts).where(lt(callCounts.since, new Date(now().getTime() - 86_400_000)))
}
