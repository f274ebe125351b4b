import type { BallotChoices } from '@zhixing/contract'
import { and, eq } from 'drizzle-orm'
import { laySlip, shuffleBox } from '../../../kernel/blind-box.ts'
import type { Db, Reader } from '../../../kernel/db.ts'
import { ballotSlips } from '../table.ts'
import type { BallotKey } from './ballots.ts'

function boxOf({ unitId, ballotId }: BallotKey) {
  const where = and(eq(ballotSlips.unitId, unitId), eq(ballotSlips.ballotId, ballotId))
  return { table: ballotSlips, where }
}

export async function keepSlip(
  tx: Db,
  key: BallotKey,
  slip: { readonly ticket: string; readonly choices: BallotChoices },
): Promise<void> {
  await laySlip(tx, boxOf(key), { ...key, ...slip })
}

export async function shuffleSlips(tx: Db, key: BallotKey): Promise<void> {
  await shuffleBox(tx, boxOf(key))
}

export async function destroySlips(tx: Db, key: BallotKey): Promise<void> {
  await tx.delete(ballotSlips).where(boxOf(key).where)
}

/** What was handed in with this ticket, if anything was. */
export async function findSlip(tx: Db, key: BallotKey, ticket: string) {
  const [row] = await tx
    .select({ choices: ballotSlips.choices })
    .from(ballotSlips)
    .where(and(boxOf(key).where, eq(ballotSlips.ticket, ticket)))
  return row?.choices
}

export async function findSlips(db: Reader, key: BallotKey): Promise<BallotChoices[]> {
  const rows = await db
    .select({ choices: ballotSlips.choices })
    .from(ballotSlips)
    .where(boxOf(key).where)
  return rows.map(({ choices }) => choices)
}

export async function countSlips(db: Reader, key: BallotKey): Promise<number> {
  return db.$count(ballotSlips, boxOf(key).where)
}
