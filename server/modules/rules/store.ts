import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../kernel/db.ts'
import { withKeptPlan } from '../../kernel/kept-plan.ts'
import { oneOf } from '../../kernel/many.ts'
import { organizations } from '../organizations/table.ts'
import type { Kept } from './rules.ts'
import { ruleValues } from './table.ts'

type NewValue = typeof ruleValues.$inferInsert

const columns = {
  id: ruleValues.id,
  key: ruleValues.key,
  value: ruleValues.value,
  clause: ruleValues.clause,
  from: ruleValues.from,
  until: ruleValues.until,
  withdrawnOn: ruleValues.withdrawnOn,
  withdrawReason: ruleValues.withdrawReason,
  byId: ruleValues.byId,
  byName: ruleValues.byName,
  ownerId: ruleValues.organizationId,
  ownerPath: organizations.path,
  ownerName: organizations.name,
  at: ruleValues.at,
}

export type Row = Kept & {
  readonly ownerId: string | null
  readonly byId: string
  readonly byName: string
  readonly withdrawReason: string
}

/** The national values of the keys and those of the organizations on the paths; one statement. */
export async function findValues(
  db: Reader,
  keys: readonly string[],
  paths: readonly string[],
): Promise<Row[]> {
  const owners = paths.flatMap((path) => path.split('/').filter(Boolean))
  return db
    .select(columns)
    .from(ruleValues)
    .leftJoin(organizations, eq(organizations.id, ruleValues.organizationId))
    .where(
      and(
        inArray(ruleValues.key, [...keys]),
        or(isNull(ruleValues.organizationId), oneOf(ruleValues.organizationId, owners)),
      ),
    )
}

/** The same with the values of everybody below: what a page over a subtree needs, in one statement. */
export async function findValuesBelow(
  db: Reader,
  keys: readonly string[],
  path: string,
): Promise<Row[]> {
  const owners = path.split('/').filter(Boolean)
  const asked = db
    .select(columns)
    .from(ruleValues)
    .leftJoin(organizations, eq(organizations.id, ruleValues.organizationId))
    .where(
      and(
        oneOf(ruleValues.key, keys),
        or(
          isNull(ruleValues.organizationId),
          oneOf(ruleValues.organizationId, owners),
          sql`${organizations.path} like ${`${path}%`}`,
        ),
      ),
    )
  return withKeptPlan(asked)
}

export async function keepValue(tx: Db, row: NewValue): Promise<void> {
  await tx.insert(ruleValues).values(row)
}

/** Keeps what is not there yet; what somebody has withdrawn stays withdrawn. */
export async function keepSeeds(db: Db, rows: NewValue[]): Promise<void> {
  await db.insert(ruleValues).values(rows).onConflictDoNothing()
}

/** The value and where its owner lies, held until the transaction ends. */
export async function lockValue(tx: Db, id: string) {
  const [row] = await tx
    .select({ ...columns, unitId: organizations.unitId })
    .from(ruleValues)
    .leftJoin(organizations, eq(organizations.id, ruleValues.organizationId))
    .where(eq(ruleValues.id, id))
    .for('update', { of: ruleValues })
  return row
}

export async function withdrawValue(
  tx: Db,
  id: string,
  withdrawn: { withdrawnOn: string; withdrawnBy: string; withdrawReason: string },
): Promise<void> {
  await tx.update(ruleValues).set(withdrawn).where(eq(ruleValues.id, id))
}
