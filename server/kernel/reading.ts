import { DatabaseError } from 'pg'
import type { Db, Reader } from './db.ts'
import { Problem } from './problem.ts'

/** How one caller may look at a copy of the database. Made anew for each call; what it needs, the browser carries. */
export type Reading = {
  /** The copy, where it holds what this caller has done; otherwise nothing. */
  readonly copy: () => Db | undefined
  readonly doubt: () => void
  /** After something was done: from now on this caller looks at nothing older. */
  readonly wrote: () => Promise<void>
}

type Looking = { readonly db: Db; readonly reading?: Reading | undefined }

/** Looks at the copy where there is one, and once more at the primary when that goes wrong: views change nothing. */
export async function look<Value>(
  { db, reading }: Looking,
  body: (reader: Reader) => Promise<Value>,
): Promise<Value> {
  const copy = reading?.copy()
  if (!copy) return body(db)
  try {
    return await body(copy)
  } catch (error) {
    if (error instanceof Problem || isImpatience(error)) throw error
    reading?.doubt()
    return body(db)
  }
}

/** What took too long there would take too long here. */
function isImpatience(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof DatabaseError && cause.code === '57014'
}
