/** The demonstration county: a year in the life of people who cannot exist, the same at every first start. */
import { sql } from 'drizzle-orm'
import { inTransaction } from '../kernel/db.ts'
import type { Db } from '../kernel/db.ts'
import type { FileStore } from '../kernel/files.ts'
import type { Vault } from '../kernel/vault.ts'
import { organizations } from '../modules/organizations/table.ts'
import { plantCounty } from './county.ts'
import { plantProvince } from './province.ts'
import type { DemoSize } from './tree.ts'

export { findDemoAccounts } from './accounts.ts'
export type { DemoAccount } from './accounts.ts'
export type { DemoSize } from './tree.ts'

/** More people than that are no county any more: a province is planted, of counties of about this size. */
const countyMembers = 10_000
const countyMembersMax = 25_000

type Ground = {
  readonly db: Db
  readonly now: () => Date
  readonly vault: Vault
  readonly files: FileStore
}

/**
 * Plants about so many members; not where there is an organization already. A county is planted wholly or not at all,
 * a province county by county.
 */
export async function plantDemo(
  ground: Ground,
  size: DemoSize,
  countiesMin = size.members > countyMembersMax ? 2 : 1,
): Promise<boolean> {
  const { db, now, vault, files } = ground
  if ((await db.$count(organizations)) > 0) return false
  const counties = Math.max(countiesMin, Math.round(size.members / countyMembers))
  if (countiesMin === 1)
    return inTransaction(db, async (tx) => {
      // Two servers that start together plant one county.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('demo', 0))`)
      if ((await tx.$count(organizations)) > 0) return false
      await plantCounty({ tx, now: now(), vault, files }, size)
      return true
    })
  await plantProvince({ ...ground, now: now() }, size, counties)
  return true
}
