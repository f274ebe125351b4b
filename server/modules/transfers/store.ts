import { and, eq, inArray, lt, max, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Db, Reader } from '../../kernel/db.ts'
import { within } from '../../kernel/reach.ts'
import type { Reach } from '../../kernel/reach.ts'
import { members } from '../members/table.ts'
import { organizations } from '../organizations/table.ts'
import { open, running } from './rules/way.ts'
import { transfers } from './table.ts'

export type Transfer = typeof transfers.$inferSelect
export type TransferKey = { readonly unitId: string; readonly transferId: string }

/** What both ends see: of a draft only the one that is left. */
export function seenWithin(reach: Reach): SQL {
  return or(within(reach, transfers.path), within(reach, transfers.partnerPath)) ?? sql`false`
}

export async function findTransfer(
  db: Reader,
  reach: Reach,
  { unitId, transferId }: TransferKey,
): Promise<Transfer | undefined> {
  const [row] = await db
    .select()
    .from(transfers)
    .where(and(eq(transfers.unitId, unitId), eq(transfers.id, transferId), seenWithin(reach)))
  return row
}

export async function lockTransfer(
  tx: Db,
  reach: Reach,
  { unitId, transferId }: TransferKey,
): Promise<Transfer | undefined> {
  const [row] = await tx
    .select()
    .from(transfers)
    .where(and(eq(transfers.unitId, unitId), eq(transfers.id, transferId), seenWithin(reach)))
    .for('update')
  return row
}

export async function findOpenOf(
  tx: Reader,
  { unitId, memberId }: { readonly unitId: string; readonly memberId: string },
): Promise<Transfer | undefined> {
  const [row] = await tx
    .select()
    .from(transfers)
    .where(
      and(
        eq(transfers.unitId, unitId),
        eq(transfers.memberId, memberId),
        inArray(transfers.state, [...open]),
      ),
    )
  return row
}

export async function keepTransfer(tx: Db, row: typeof transfers.$inferInsert): Promise<void> {
  await tx.insert(transfers).values(row)
}

export async function changeTransfer(
  tx: Db,
  { unitId, id }: Pick<Transfer, 'unitId' | 'id'>,
  changes: Partial<typeof transfers.$inferInsert>,
): Promise<void> {
  await tx
    .update(transfers)
    .set(changes)
    .where(and(eq(transfers.unitId, unitId), eq(transfers.id, id)))
}

/** The next number of a unit's year; two who issue at once take turns. */
export async function nextSerial(tx: Db, unitId: string, year: number): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`letters ${unitId}`}, 0))`)
  const [row] = await tx
    .select({ last: max(transfers.letterSerial) })
    .from(transfers)
    .where(and(eq(transfers.unitId, unitId), eq(transfers.letterYear, year)))
  return (row?.last ?? 0) + 1
}

/** Letters that have run out while they were on their way. */
export async function findRunOut(db: Reader, today: string): Promise<Transfer[]> {
  return db
    .select()
    .from(transfers)
    .where(and(inArray(transfers.state, [...running]), lt(transfers.validUntil, today)))
    .orderBy(transfers.unitId, transfers.id)
}

/** A member on the roll within the reach, with the branch; held still. */
export async function lockGoing(
  tx: Db,
  reach: Reach,
  { unitId, memberId }: { readonly unitId: string; readonly memberId: string },
) {
  const [row] = await tx
    .select({ member: members, path: organizations.path, organizationName: organizations.name })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(eq(members.unitId, unitId), eq(members.id, memberId), within(reach, organizations.path)),
    )
    .for('update', { of: members })
  return row?.member.leftOn === null ? row : undefined
}
