import { and, eq } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { nameKeyOf } from '../../../kernel/name-key.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { roleModels, roleModelUses } from '../table.ts'
import { knownTo } from './titles.ts'

type Model = typeof roleModels.$inferSelect
type Key = { readonly unitId: string; readonly modelId: string }
type NewModel = Omit<typeof roleModels.$inferInsert, 'nameKey'> & { readonly name: string }

const keyed = ({ unitId, modelId }: Key) =>
  and(eq(roleModels.unitId, unitId), eq(roleModels.id, modelId))

export async function findModel(db: Reader, reach: Reach, key: Key): Promise<Model | undefined> {
  const [row] = await db
    .select()
    .from(roleModels)
    .where(and(keyed(key), knownTo(reach, roleModels.path)))
  return row
}

/** One's own, held still for a change. */
export async function lockModel(tx: Db, reach: Reach, key: Key): Promise<Model | undefined> {
  const [row] = await tx
    .select()
    .from(roleModels)
    .where(and(keyed(key), within(reach, roleModels.path)))
    .for('update')
  return row
}

export async function keepModel(tx: Db, row: NewModel): Promise<boolean> {
  const kept = await tx
    .insert(roleModels)
    .values({ ...row, nameKey: nameKeyOf(row.name) })
    .onConflictDoNothing({ target: [roleModels.unitId, roleModels.id] })
    .returning({ id: roleModels.id })
  return kept.length > 0
}

export async function changeModel(
  tx: Db,
  { unitId, id, version }: Model,
  changes: Partial<NewModel> & { readonly name: string },
): Promise<number> {
  await tx
    .update(roleModels)
    .set({ ...changes, nameKey: nameKeyOf(changes.name), version: version + 1 })
    .where(keyed({ unitId, modelId: id }))
  return version + 1
}

/** Whether it is new. */
export async function keepUse(tx: Db, row: typeof roleModelUses.$inferInsert): Promise<boolean> {
  const kept = await tx
    .insert(roleModelUses)
    .values(row)
    .onConflictDoNothing({ target: [roleModelUses.unitId, roleModelUses.id] })
    .returning({ id: roleModelUses.id })
  return kept.length > 0
}
