import { and, asc, eq, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { nameKeyOf } from '../../../kernel/name-key.ts'
import { atOrAbove, within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { organizations } from '../../organizations/table.ts'
import { resourceItems, resources } from '../table.ts'

export type Resource = typeof resources.$inferSelect
type Key = { readonly unitId: string; readonly resourceId: string }

/** What somebody may order: the own and what lies below, what those above have for them, and what is shared. */
export function usableBy(reach: Reach): SQL {
  const above = reach.map((path) => atOrAbove(path, resources.path))
  return or(within(reach, resources.path), ...above, eq(resources.isShared, true)) ?? sql`false`
}

function keyed({ unitId, resourceId }: Key): SQL {
  return sql`${resources.unitId} = ${unitId} and ${resources.id} = ${resourceId}`
}

/** With the name of whom it belongs to; nothing where the reader may not even know of it. */
export async function findResource(db: Reader, reach: Reach, key: Key) {
  const [row] = await db
    .select({ resource: resources, organizationName: organizations.name })
    .from(resources)
    .innerJoin(organizations, eq(organizations.id, resources.organizationId))
    .where(and(keyed(key), usableBy(reach)))
  return row
}

/** Held still, so that those who want the same time take turns and the later one learns who was first. */
export async function lockResource(tx: Db, key: Key): Promise<Resource | undefined> {
  const [row] = await tx.select().from(resources).where(keyed(key)).for('no key update')
  return row
}

/** One's own, held still for a change. */
export async function lockOwn(tx: Db, reach: Reach, key: Key): Promise<Resource | undefined> {
  const [row] = await tx
    .select()
    .from(resources)
    .where(and(keyed(key), within(reach, resources.path)))
    .for('update')
  return row
}

export async function findInUnit(db: Reader, key: Key): Promise<Resource | undefined> {
  const [row] = await db.select().from(resources).where(keyed(key))
  return row
}

export async function findParts(db: Reader, { unitId, resourceId }: Key) {
  return db
    .select()
    .from(resources)
    .where(
      and(
        eq(resources.unitId, unitId),
        eq(resources.partOfId, resourceId),
        sql`${resources.retiredOn} is null`,
      ),
    )
    .orderBy(asc(resources.kind), asc(resources.nameKey), asc(resources.id))
}

type NewResource = Omit<typeof resources.$inferInsert, 'nameKey'>

export async function keepResource(tx: Db, row: NewResource): Promise<void> {
  await tx.insert(resources).values({ ...row, nameKey: nameKeyOf(row.name) })
}

/** Changes it and counts up: whoever read it before has read something old. */
export async function changeResource(
  tx: Db,
  { unitId, id, version }: Resource,
  changes: Partial<NewResource>,
): Promise<number> {
  const nameKey = changes.name === undefined ? {} : { nameKey: nameKeyOf(changes.name) }
  await tx
    .update(resources)
    .set({ ...changes, ...nameKey, version: version + 1 })
    .where(keyed({ unitId, resourceId: id }))
  return version + 1
}

export async function findItem(db: Reader, { unitId, resourceId }: Key, itemId: string) {
  const [row] = await db
    .select()
    .from(resourceItems)
    .where(
      and(
        eq(resourceItems.unitId, unitId),
        eq(resourceItems.resourceId, resourceId),
        eq(resourceItems.id, itemId),
      ),
    )
  return row
}

/** A new item, or the same one with other words; nothing is kept where the id is an item of another resource. */
export async function keepItem(
  tx: Db,
  row: typeof resourceItems.$inferInsert & { readonly resourceId: string },
): Promise<boolean> {
  const { unitId: _, id: __, resourceId, ...words } = row
  const kept = await tx
    .insert(resourceItems)
    .values(row)
    .onConflictDoUpdate({
      target: [resourceItems.unitId, resourceItems.id],
      set: words,
      setWhere: eq(resourceItems.resourceId, resourceId),
    })
    .returning({ id: resourceItems.id })
  return kept.length > 0
}

export async function findAll(db: Reader, ids: readonly string[]): Promise<Resource[]> {
  return db.select().from(resources).where(oneOf(resources.id, ids))
}
