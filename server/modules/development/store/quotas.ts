import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { unitByUnit } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import { organizations } from '../../organizations/table.ts'
import { admissionPractices, admissionQuotas, applicants } from '../table.ts'

/** The quotas of an organization and of all above it, held still while an admission is counted against them. */
export async function lockQuotas(tx: Db, path: string, year: number) {
  const ids = path.split('/').filter((id) => id !== '')
  const places = await tx
    .select({ id: organizations.id, unitId: organizations.unitId })
    .from(organizations)
    .where(inArray(organizations.id, ids))
  const rows = await unitByUnit(
    places.map(({ unitId }) => unitId),
    (unitId) =>
      tx
        .select({ quota: admissionQuotas, path: organizations.path, name: organizations.name })
        .from(admissionQuotas)
        .innerJoin(organizations, eq(organizations.id, admissionQuotas.organizationId))
        .where(
          and(
            eq(admissionQuotas.unitId, unitId),
            inArray(admissionQuotas.organizationId, ids),
            eq(admissionQuotas.year, year),
          ),
        )
        .orderBy(organizations.path)
        .for('update', { of: admissionQuotas }),
  )
  return rows.toSorted((one, other) => one.path.length - other.path.length)
}

/** How many were approved below a place in a year. */
export async function countAdmitted(db: Reader, path: string, year: number): Promise<number> {
  return db.$count(
    applicants,
    and(
      within([path], applicants.path),
      sql`${applicants.approvedOn} between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`,
    ),
  )
}

export async function keepQuota(
  tx: Db,
  row: typeof admissionQuotas.$inferInsert & { readonly version: number },
): Promise<boolean> {
  const { version, persons, targets, byId, at } = row
  const kept = await tx
    .insert(admissionQuotas)
    .values({ ...row, version: 1 })
    .onConflictDoUpdate({
      target: [admissionQuotas.unitId, admissionQuotas.organizationId, admissionQuotas.year],
      set: { persons, targets, byId, at, version: version + 1 },
      setWhere: eq(admissionQuotas.version, version),
    })
    .returning({ version: admissionQuotas.version })
  return kept[0]?.version === version + 1
}

/** How the places on a way down the tree do it, the lowest first. */
export async function findPractices(db: Reader, path: string) {
  const ids = path.split('/').filter((id) => id !== '')
  const rows = await db
    .select({ practice: admissionPractices, path: organizations.path, name: organizations.name })
    .from(admissionPractices)
    .innerJoin(organizations, eq(organizations.id, admissionPractices.organizationId))
    .where(inArray(admissionPractices.organizationId, ids))
  return rows.toSorted((one, other) => other.path.length - one.path.length)
}

type Practice = typeof admissionPractices.$inferInsert & { readonly version: number }

/** Whether nobody changed it since it was read. */
export async function keepPractice(tx: Db, { version, ...row }: Practice): Promise<boolean> {
  const { unitId: _, organizationId: _of, ...set } = row
  const kept = await tx
    .insert(admissionPractices)
    .values({ ...row, version: 1 })
    .onConflictDoUpdate({
      target: [admissionPractices.unitId, admissionPractices.organizationId],
      set: { ...set, version: version + 1 },
      setWhere: eq(admissionPractices.version, version),
    })
    .returning({ version: admissionPractices.version })
  return kept[0]?.version === version + 1
}
