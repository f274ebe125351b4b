import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { copyRows } from '../../../kernel/copy.ts'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { importRows } from '../table.ts'
import type { ImportChoice } from '../table.ts'
import { isAdded, isDuplicate, isGood, isLikely, isUpdated, isWrong } from './conditions.ts'
import type { ImportRecord } from './imports.ts'

export type NewRow = typeof importRows.$inferInsert

export async function clearRows(tx: Db, { unitId, id }: ImportRecord): Promise<void> {
  await tx.delete(importRows).where(and(eq(importRows.unitId, unitId), eq(importRows.importId, id)))
}

export async function keepRows(tx: Db, rows: readonly NewRow[]): Promise<void> {
  await copyRows(tx, importRows, rows)
}

export type Known = {
  readonly id: string
  readonly idNumberIndex: string | null
  readonly name: string
  readonly bornOn: string
  readonly isReachable: boolean
}

/** Whom to look for: by number, or by name and birth. */
export type Sought = Pick<NewRow, 'name' | 'nameKey' | 'bornOn'> & {
  readonly indexes: readonly string[]
}

/** Members on the roll of the unit who have one of the numbers, or one of the names with that birth. */
export async function findKnown(
  db: Reader,
  reach: Reach,
  unitId: string,
  sought: readonly Sought[],
): Promise<Known[]> {
  const columns = {
    id: members.id,
    idNumberIndex: members.idNumberIndex,
    name: members.name,
    bornOn: members.bornOn,
    isReachable: sql<boolean>`${within(reach, organizations.path)}`,
  }
  const onRoll = and(eq(members.unitId, unitId), isNull(members.leftOn))
  const join = eq(organizations.id, members.organizationId)
  const numbers = sought.flatMap(({ indexes }) => indexes)
  const byNumber = await db
    .select(columns)
    .from(members)
    .innerJoin(organizations, join)
    .where(and(onRoll, oneOf(members.idNumberIndex, numbers)))
  const people = sought.filter(({ bornOn }) => bornOn !== null)
  const byPerson = await db
    .select(columns)
    .from(members)
    .innerJoin(organizations, join)
    .where(
      and(
        onRoll,
        within(reach, organizations.path),
        // By the key, which has an index; names of one sound are told apart beside it.
        oneOf(
          members.nameKey,
          people.map(({ nameKey }) => nameKey),
        ),
        sql`(${members.name}, ${members.bornOn}) in (select * from unnest(
          ${sql.param(people.map(({ name }) => name))}::text[], ${sql.param(people.map(({ bornOn }) => bornOn))}::date[]))`,
      ),
    )
  return [...byNumber, ...byPerson]
}

/** Whether anybody is on the roll of the unit at all: a first import has nobody to compare with. */
export async function isRollEmpty(db: Reader, unitId: string): Promise<boolean> {
  const [one] = await db
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.unitId, unitId), isNull(members.leftOn)))
    .limit(1)
  return one === undefined
}

export type RowCounts = {
  total: number
  good: number
  wrong: number
  duplicate: number
  likely: number
}

/** A row is wrong, or a duplicate, or perhaps one, or good: exactly one of these. */
export async function countRows(db: Reader, { unitId, id }: ImportRecord): Promise<RowCounts> {
  const [counts] = await db
    .select({
      total: sql<number>`count(*)::int`,
      good: countOf(isGood),
      wrong: countOf(isWrong),
      duplicate: countOf(isDuplicate),
      likely: countOf(isLikely),
    })
    .from(importRows)
    .where(and(eq(importRows.unitId, unitId), eq(importRows.importId, id)))
  return counts ?? { total: 0, good: 0, wrong: 0, duplicate: 0, likely: 0 }
}

function countOf(condition: SQL): SQL<number> {
  return sql<number>`(count(*) filter (where ${condition}))::int`
}

/** Gives all rows with this spelling their branch, and takes back what was said against it. */
export async function assignRows(
  tx: Db,
  { unitId, id }: ImportRecord,
  { spelling, organizationId }: { spelling: string; organizationId: string },
): Promise<number> {
  const others = sql`(select nullif(coalesce(jsonb_agg(fault), '[]'::jsonb), '[]'::jsonb)
    from jsonb_array_elements(${importRows.faults}) as fault where fault->>'field' <> 'branch')`
  const changed = await tx
    .update(importRows)
    .set({ organizationId, faults: others })
    .where(
      and(
        eq(importRows.unitId, unitId),
        eq(importRows.importId, id),
        eq(importRows.branch, spelling),
      ),
    )
    .returning({ id: importRows.id })
  return changed.length
}

export async function countChosen(
  db: Reader,
  { unitId, id }: ImportRecord,
  choice: ImportChoice,
): Promise<number> {
  return db.$count(
    importRows,
    and(
      eq(importRows.unitId, unitId),
      eq(importRows.importId, id),
      or(isAdded(choice), isUpdated(choice)),
    ),
  )
}
