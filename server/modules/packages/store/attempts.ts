import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { packageAttempts, packagePlays, packages } from '../table.ts'

export type Attempt = typeof packageAttempts.$inferSelect
export type Play = typeof packagePlays.$inferSelect
type AttemptKey = { readonly unitId: string; readonly attemptId: string }

const is = ({ unitId, attemptId }: AttemptKey) =>
  and(eq(packageAttempts.unitId, unitId), eq(packageAttempts.id, attemptId))

/** The one attempt of somebody at a lesson, begun or gone on with, and held still. */
export async function beginAttempt(
  tx: Db,
  row: typeof packageAttempts.$inferInsert,
): Promise<Attempt> {
  const [begun] = await tx
    .insert(packageAttempts)
    .values(row)
    .onConflictDoUpdate({
      target: [
        packageAttempts.unitId,
        packageAttempts.packageId,
        packageAttempts.lesson,
        packageAttempts.personId,
      ],
      set: {
        playId: row.playId,
        seenAt: row.seenAt,
        personName: row.personName,
        personPath: row.personPath,
      },
    })
    .returning()
  if (!begun) throw new Error('the attempt was not kept')
  return begun
}

export async function lockAttempt(tx: Db, key: AttemptKey, personId: string) {
  const [row] = await tx
    .select()
    .from(packageAttempts)
    .where(and(is(key), eq(packageAttempts.personId, personId)))
    .for('update')
  return row
}

/** How far somebody is with each lesson of a package. */
export async function attemptsOf(
  db: Reader,
  { unitId, packageId }: { readonly unitId: string; readonly packageId: string },
  personId: string,
): Promise<Attempt[]> {
  return db
    .select()
    .from(packageAttempts)
    .where(
      and(
        eq(packageAttempts.unitId, unitId),
        eq(packageAttempts.packageId, packageId),
        eq(packageAttempts.personId, personId),
      ),
    )
}

export async function changeAttempt(
  tx: Db,
  { unitId, id }: Attempt,
  changes: Partial<typeof packageAttempts.$inferInsert>,
): Promise<void> {
  await tx
    .update(packageAttempts)
    .set(changes)
    .where(is({ unitId, attemptId: id }))
}

export async function keepPlay(tx: Db, row: typeof packagePlays.$inferInsert): Promise<void> {
  await tx.insert(packagePlays).values(row)
}

export async function findPlay(db: Reader, unitId: string, playId: string) {
  const [row] = await db
    .select()
    .from(packagePlays)
    .where(and(eq(packagePlays.unitId, unitId), eq(packagePlays.id, playId)))
  return row
}

export async function hearPlay(
  tx: Db,
  { unitId, id }: Play,
  heard: Pick<Play, 'saidSeconds' | 'heardAt'>,
): Promise<void> {
  await tx
    .update(packagePlays)
    .set(heard)
    .where(and(eq(packagePlays.unitId, unitId), eq(packagePlays.id, id)))
}

/** What a token opens, as long as it does and the package is still offered. */
export async function findOpenPlay(db: Reader, tokenHash: string, now: Date) {
  const [row] = await db
    .select({
      packageId: packagePlays.packageId,
      origin: packagePlays.origin,
      expiresAt: packagePlays.expiresAt,
    })
    .from(packagePlays)
    .innerJoin(
      packages,
      and(eq(packages.unitId, packagePlays.unitId), eq(packages.id, packagePlays.packageId)),
    )
    .where(
      and(
        eq(packagePlays.tokenHash, tokenHash),
        gt(packagePlays.expiresAt, now),
        isNull(packages.withdrawnAt),
      ),
    )
  return row
}
