import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { jobs } from '../../../kernel/jobs.ts'
import { oneOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { organizations } from '../../organizations/table.ts'
import type { BranchEntry } from '../rules/branches.ts'
import { imports } from '../table.ts'

export type ImportKey = { readonly unitId: string; readonly importId: string }
export type ImportRecord = typeof imports.$inferSelect

const withJob = {
  record: imports,
  job: { id: jobs.id, status: jobs.status, note: jobs.note, done: jobs.done, total: jobs.total },
}

/** The import with the job that last worked at it; nothing outside the reach. */
export async function findImport(db: Reader, reach: Reach, { unitId, importId }: ImportKey) {
  const [row] = await db
    .select({ ...withJob, organizationName: organizations.name })
    .from(imports)
    .innerJoin(organizations, eq(organizations.id, imports.organizationId))
    .leftJoin(jobs, and(eq(jobs.unitId, imports.unitId), eq(jobs.id, imports.jobId)))
    .where(and(eq(imports.unitId, unitId), eq(imports.id, importId), within(reach, imports.path)))
  return row
}

/** The same, held still: two who press the button at once come one after the other. */
export async function lockImport(tx: Db, reach: Reach, { unitId, importId }: ImportKey) {
  const [row] = await tx
    .select(withJob)
    .from(imports)
    .leftJoin(jobs, and(eq(jobs.unitId, imports.unitId), eq(jobs.id, imports.jobId)))
    .where(and(eq(imports.unitId, unitId), eq(imports.id, importId), within(reach, imports.path)))
    .for('update', { of: imports })
  return row
}

export async function recentImports(db: Reader, reach: Reach, count: number) {
  return db
    .select({ ...withJob, organizationName: organizations.name })
    .from(imports)
    .innerJoin(organizations, eq(organizations.id, imports.organizationId))
    .leftJoin(jobs, and(eq(jobs.unitId, imports.unitId), eq(jobs.id, imports.jobId)))
    .where(within(reach, imports.path))
    .orderBy(desc(imports.at), desc(imports.id))
    .limit(count)
}

export async function keepImport(tx: Db, row: typeof imports.$inferInsert): Promise<void> {
  await tx.insert(imports).values(row)
}

export async function updateImport(
  tx: Db,
  { unitId, id }: Pick<ImportRecord, 'unitId' | 'id'>,
  set: Partial<typeof imports.$inferInsert>,
): Promise<void> {
  await tx
    .update(imports)
    .set(set)
    .where(and(eq(imports.unitId, unitId), eq(imports.id, id)))
}

const branchKinds = new Set(['branch', 'jointBranch', 'temporaryBranch'])

/** Everything below a path by its name, as finding branches wants it; what is dissolved takes nobody in. */
export async function branchesBelow(
  db: Reader,
  path: string,
  unitId: string,
): Promise<BranchEntry[]> {
  const rows = await db
    .select({
      id: organizations.id,
      name: organizations.name,
      code: organizations.code,
      kind: organizations.kind,
      path: organizations.path,
      dissolvedOn: organizations.dissolvedOn,
    })
    .from(organizations)
    .where(
      and(
        within([path], organizations.path),
        eq(organizations.unitId, unitId),
        isNull(organizations.dissolvedOn),
      ),
    )
  const above = await namesAbove(db, path)
  const names = new Map([...above, ...rows.map(({ id, name }) => [id, name] as const)])
  return rows
    .filter(({ kind }) => kind !== 'group')
    .map(({ id, name, code, kind, path: own }) => ({
      id,
      name,
      code,
      isBranch: branchKinds.has(kind),
      above: own
        .split('/')
        .filter((one) => one !== '' && one !== id)
        .toReversed()
        .flatMap((one) => names.get(one) ?? []),
    }))
}

async function namesAbove(db: Reader, path: string) {
  const ids = path.split('/').filter((id) => id !== '')
  const rows = await db
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(oneOf(organizations.id, ids))
  return rows.map(({ id, name }) => [id, name] as const)
}
