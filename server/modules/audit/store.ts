import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../kernel/db.ts'
import { jobs } from '../../kernel/jobs.ts'
import { oneOf } from '../../kernel/many.ts'
import { within } from '../../kernel/reach.ts'
import type { Reach } from '../../kernel/reach.ts'
import { traces } from '../../kernel/trace.ts'
import { organizations } from '../organizations/table.ts'
import { auditSeals } from './table.ts'

/** As the database writes it, to the microsecond and to the letter: what is digested is what is kept. */
const text = {
  id: traces.id,
  at: sql<string>`to_char(${traces.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  actorId: traces.actorId,
  command: traces.command,
  path: traces.path,
  subject: traces.subject,
  before: sql<string | null>`${traces.before}::text`,
  after: sql<string | null>`${traces.after}::text`,
}

/** Those who seal one unit's traces take turns until the transaction ends. */
export async function lockChain(tx: Db, unitId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`audit ${unitId}`}, 0))`)
}

/** Traces that no seal holds yet and that are committed: one that is still open joins a later seal. */
export async function findUnsealed(db: Reader, unitId: string, limit: number) {
  return db
    .select(text)
    .from(traces)
    .where(and(eq(traces.unitId, unitId), isNull(traces.seal)))
    .orderBy(asc(traces.id))
    .limit(limit)
}

export async function findUnitsToSeal(db: Reader): Promise<string[]> {
  const rows = await db
    .selectDistinct({ unitId: traces.unitId })
    .from(traces)
    .where(isNull(traces.seal))
  return rows.map(({ unitId }) => unitId)
}

/** Units with a chain, or with a trace that says it lies in one. */
export async function findSealedUnits(db: Reader): Promise<string[]> {
  const chained = await db.selectDistinct({ unitId: auditSeals.unitId }).from(auditSeals)
  const traced = await db
    .selectDistinct({ unitId: traces.unitId })
    .from(traces)
    .where(isNotNull(traces.seal))
  return [...new Set([...chained, ...traced].map(({ unitId }) => unitId))].toSorted()
}

export async function findStray(db: Reader, unitId: string, after: number) {
  const [row] = await db
    .select({ id: traces.id })
    .from(traces)
    .where(and(eq(traces.unitId, unitId), gt(traces.seal, after)))
    .orderBy(asc(traces.seal), asc(traces.id))
    .limit(1)
  return row?.id
}

/** The newest seal of a unit. */
export async function findTip(db: Reader, unitId: string) {
  const [row] = await db
    .select({ number: auditSeals.number, hash: auditSeals.hash, sealedAt: auditSeals.sealedAt })
    .from(auditSeals)
    .where(eq(auditSeals.unitId, unitId))
    .orderBy(desc(auditSeals.number))
    .limit(1)
  return row
}

export async function keepSeal(tx: Db, row: typeof auditSeals.$inferInsert): Promise<void> {
  await tx.insert(auditSeals).values(row)
  await tx
    .update(traces)
    .set({ seal: row.number })
    .where(and(eq(traces.unitId, row.unitId), oneOf(traces.id, row.ids), isNull(traces.seal)))
}

/** The next seals of a chain, in order. */
export async function findSeals(db: Reader, unitId: string, after: number, limit: number) {
  return db
    .select()
    .from(auditSeals)
    .where(and(eq(auditSeals.unitId, unitId), gt(auditSeals.number, after)))
    .orderBy(asc(auditSeals.number))
    .limit(limit)
}

/** The traces that say they lie under a seal, and those that the seal lists, whatever they say. */
export async function findSealed(
  db: Reader,
  { unitId, number, ids }: { unitId: string; number: number; ids: readonly string[] },
) {
  return db
    .select(text)
    .from(traces)
    .where(
      and(eq(traces.unitId, unitId), sql`(${eq(traces.seal, number)} or ${oneOf(traces.id, ids)})`),
    )
    .orderBy(asc(traces.id))
}

export async function countSeals(db: Reader, unitId: string): Promise<number> {
  return db.$count(auditSeals, eq(auditSeals.unitId, unitId))
}

/** The newest seal of each of some units. */
export async function findTips(db: Reader, unitIds: readonly string[]) {
  const newest = db
    .select({
      unitId: auditSeals.unitId,
      last: sql<number>`max(${auditSeals.number})`.as('last'),
    })
    .from(auditSeals)
    .where(oneOf(auditSeals.unitId, unitIds))
    .groupBy(auditSeals.unitId)
    .as('newest')
  const { unitId, number, hash, sealedAt } = auditSeals
  const rows = await db
    .select({ unitId, number, hash, sealedAt })
    .from(auditSeals)
    .innerJoin(newest, and(eq(newest.unitId, unitId), eq(newest.last, number)))
  return new Map(rows.map((row) => [row.unitId, row]))
}

/** How many traces of each unit no seal holds yet. */
export async function countUnsealed(db: Reader, unitIds: readonly string[]) {
  const rows = await db
    .select({ unitId: traces.unitId, count: sql<number>`count(*)::int` })
    .from(traces)
    .where(and(oneOf(traces.unitId, unitIds), isNull(traces.seal)))
    .groupBy(traces.unitId)
  return new Map(rows.map((row) => [row.unitId, row.count]))
}

/** The highest organization of each unit inside the reach: a path sorts before those below it. */
export async function findPlaces(db: Reader, reach: Reach) {
  const { unitId, path, name } = organizations
  return db
    .select({
      unitId,
      path: sql<string>`min(${path})`,
      name: sql<string>`(array_agg(${name} order by ${path}))[1]`,
    })
    .from(organizations)
    .where(within(reach, path))
    .groupBy(unitId)
    .orderBy(sql`min(${path})`)
}

export async function isVerifying(db: Reader, accountId: string): Promise<boolean> {
  const open = and(
    eq(jobs.kind, 'audit.verify'),
    eq(jobs.requestedBy, accountId),
    inArray(jobs.status, ['waiting', 'running']),
  )
  return (await db.$count(jobs, open)) > 0
}
