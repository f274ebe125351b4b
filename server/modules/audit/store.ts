import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { oneOf } from '../../kernel/many.ts'
import { traces } from '../../kernel/trace.ts'
import { seals } from './table.ts'

export type Seal = typeof seals.$inferSelect
export type Trace = typeof traces.$inferSelect

/** Units that have traces nobody has sealed yet. */
export async function findUnsealedUnits(db: Reader): Promise<string[]> {
  const rows = await db
    .selectDistinct({ unitId: traces.unitId })
    .from(traces)
    .where(isNull(traces.seal))
  return rows.map(({ unitId }) => unitId)
}

/** One sealer at a time in a unit; whoever comes second goes away. */
export async function lockChain(tx: Db, unitId: string): Promise<boolean> {
  const { rows } = await tx.execute<{ held: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`chain ${unitId}`}, 0)) as held`,
  )
  return rows[0]?.held === true
}

export async function findLastSeal(tx: Reader, unitId: string): Promise<Seal | undefined> {
  const [last] = await tx
    .select()
    .from(seals)
    .where(eq(seals.unitId, unitId))
    .orderBy(desc(seals.number))
    .limit(1)
  return last
}

/** In the order in which a link closes over them. */
export async function findUnsealed(tx: Reader, unitId: string, most: number): Promise<Trace[]> {
  return tx
    .select()
    .from(traces)
    .where(and(eq(traces.unitId, unitId), isNull(traces.seal)))
    .orderBy(asc(traces.id))
    .limit(most)
}

export async function findSealed(db: Reader, unitId: string, seal: number): Promise<Trace[]> {
  return db
    .select()
    .from(traces)
    .where(and(eq(traces.unitId, unitId), eq(traces.seal, seal)))
    .orderBy(asc(traces.id))
}

export async function findSeals(db: Reader, unitId: string, after: number): Promise<Seal[]> {
  return db
    .select()
    .from(seals)
    .where(and(eq(seals.unitId, unitId), sql`${seals.number} > ${after}`))
    .orderBy(asc(seals.number))
    .limit(500)
}

/** Units with a chain, or with a trace that claims to be in one. */
export async function findChains(db: Reader): Promise<string[]> {
  const rows = await db.selectDistinct({ unitId: traces.unitId }).from(traces)
  const chained = await db.selectDistinct({ unitId: seals.unitId }).from(seals)
  return [...new Set([...rows, ...chained].map(({ unitId }) => unitId))].toSorted()
}

/** Traces that say they belong to a link that is not there. */
export async function findStrays(db: Reader, unitId: string, last: number): Promise<Trace[]> {
  return db
    .select()
    .from(traces)
    .where(and(eq(traces.unitId, unitId), sql`${traces.seal} > ${last}`))
    .limit(1)
}

export async function keepSeal(
  tx: Db,
  seal: Omit<Seal, 'id'>,
  of: readonly Trace[],
): Promise<void> {
  await tx.insert(seals).values({ ...seal, id: newId() })
  await tx
    .update(traces)
    .set({ seal: seal.number })
    .where(
      and(
        eq(traces.unitId, seal.unitId),
        oneOf(
          traces.id,
          of.map(({ id }) => id),
        ),
      ),
    )
}
