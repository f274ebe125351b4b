import { and, eq, isNull } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { packages } from '../table.ts'

export type PackageKey = { readonly unitId: string; readonly packageId: string }
export type Package = typeof packages.$inferSelect

const is = ({ unitId, packageId }: PackageKey) =>
  and(eq(packages.unitId, unitId), eq(packages.id, packageId))

/** Those under which the files of a package lie. */
export async function keptIds(db: Reader, ids: readonly string[]): Promise<string[]> {
  const rows = await db.select({ id: packages.id }).from(packages).where(oneOf(packages.id, ids))
  return rows.map(({ id }) => id)
}

export async function keepPackage(tx: Db, row: typeof packages.$inferInsert): Promise<void> {
  await tx.insert(packages).values(row)
}

export async function findPackage(db: Reader, key: PackageKey): Promise<Package | undefined> {
  const [row] = await db
    .select()
    .from(packages)
    .where(and(is(key), isNull(packages.withdrawnAt)))
  return row
}

export async function lockPackage(tx: Db, reach: Reach, key: PackageKey) {
  const [row] = await tx
    .select()
    .from(packages)
    .where(and(is(key), within(reach, packages.path), isNull(packages.withdrawnAt)))
    .for('update')
  return row
}

export async function changePackage(
  tx: Db,
  { unitId, id, version }: Package,
  changes: Partial<typeof packages.$inferInsert>,
): Promise<number> {
  await tx
    .update(packages)
    .set({ ...changes, version: version + 1 })
    .where(is({ unitId, packageId: id }))
  return version + 1
}
