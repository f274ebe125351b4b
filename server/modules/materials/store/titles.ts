import { and, eq, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Db, Reader } from '../../../kernel/db.ts'
import { nameKeyOf } from '../../../kernel/name-key.ts'
import { atOrAbove, within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { roleModels, titles } from '../table.ts'

export type Title = typeof titles.$inferSelect
type Key = { readonly unitId: string; readonly titleId: string }

/** What stands at or below somebody, and what those above have for them. */
export function knownTo(reach: Reach, path: AnyPgColumn): SQL {
  const above = reach.map((one) => atOrAbove(one, path))
  return or(within(reach, path), ...above) ?? sql`false`
}

const keyed = ({ unitId, titleId }: Key) => and(eq(titles.unitId, unitId), eq(titles.id, titleId))

export async function findTitle(db: Reader, reach: Reach, key: Key): Promise<Title | undefined> {
  const [row] = await db
    .select()
    .from(titles)
    .where(and(keyed(key), knownTo(reach, titles.path)))
  return row
}

/** One's own, held still for a change. */
export async function lockTitle(tx: Db, reach: Reach, key: Key): Promise<Title | undefined> {
  const [row] = await tx
    .select()
    .from(titles)
    .where(and(keyed(key), within(reach, titles.path)))
    .for('update')
  return row
}

type NewTitle = Omit<typeof titles.$inferInsert, 'nameKey'>

/** Whether it is new: the same form sent twice keeps one. */
export async function keepTitle(tx: Db, row: NewTitle): Promise<boolean> {
  const kept = await tx
    .insert(titles)
    .values({ ...row, nameKey: nameKeyOf(row.name) })
    .onConflictDoNothing({ target: [titles.unitId, titles.id] })
    .returning({ id: titles.id })
  return kept.length > 0
}

export async function changeTitle(
  tx: Db,
  { unitId, id, version }: Title,
  changes: Partial<NewTitle>,
): Promise<number> {
  const nameKey = changes.name === undefined ? {} : { nameKey: nameKeyOf(changes.name) }
  await tx
    .update(titles)
    .set({ ...changes, ...nameKey, version: version + 1 })
    .where(keyed({ unitId, titleId: id }))
  return version + 1
}

/** Whether there is such a role model for somebody who stands here. */
export async function hasModel(db: Reader, path: string, unitId: string, modelId: string) {
  const known = and(
    eq(roleModels.unitId, unitId),
    eq(roleModels.id, modelId),
    knownTo([path], roleModels.path),
  )
  return (await db.$count(roleModels, known)) > 0
}
