import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Db } from './db.ts'

/** Something that is true of the whole database after every act, whatever was done and whoever died half-way. */
export type Invariant = {
  /** "ledgers.totals". */
  readonly key: string
  /** What is true, as a sentence for whoever runs the platform. */
  readonly says: string
  /** The rows of which it is not: `what` names one, `found` and `expected` say how. None, where all is well. */
  readonly broken: SQL
}

export type Break = { readonly what: string; readonly found: string; readonly expected: string }
export type Verdict = { readonly count: number; readonly first: readonly Break[] }

const shownMost = 5

/** How many rows break it, and the first of them. Reads only; so it may run while the platform does. */
export async function verdictOn(db: Db, { broken }: Invariant): Promise<Verdict> {
  const { rows } = await db.execute<Break & { count: number }>(sql`
    select what::text, found::text, expected::text, (count(*) over ())::int as count
    from (${broken}) as breaks(what, found, expected) order by 1 limit ${shownMost}`)
  const first = rows.map(({ what, found, expected }) => ({ what, found, expected }))
  return { count: rows[0]?.count ?? 0, first }
}

/** One snapshot for all questions: what is in the middle of being written is seen by none of them. */
export function inOneSnapshot<Value>(db: Db, body: (tx: Db) => Promise<Value>): Promise<Value> {
  return db.transaction(
    async (tx) => {
      // A million members take longer than a page may.
      await tx.execute(sql`set local statement_timeout = '30min'`)
      return body(tx)
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

/** The breaks where a sum that is kept differs from the sum of the rows it stands for; both as (key, sum). */
export function sumsApart(kept: SQL, summed: SQL): SQL {
  return sql`select coalesce(kept.key, summed.key), coalesce(kept.sum, 0), coalesce(summed.sum, 0)
    from (${kept}) as kept(key, sum) full join (${summed}) as summed(key, sum) using (key)
    where coalesce(kept.sum, 0) <> coalesce(summed.sum, 0)`
}

/** The ids, as text, of every organization on the way to one of these paths, the last of them included. */
export function upTheTree(path: SQL): SQL {
  return sql`unnest(string_to_array(trim(both '/' from ${path}), '/'))`
}
