import { cp } from 'node:fs/promises'
import { eq, sql } from 'drizzle-orm'
import { inTransaction } from '../kernel/db.ts'
import type { Db } from '../kernel/db.ts'
import { tablesOf } from '../kernel/distribute.ts'
import type { FileStore } from '../kernel/files.ts'
import { newId } from '../kernel/ids.ts'
import { nameKeyOf } from '../kernel/name-key.ts'
import type { Vault } from '../kernel/vault.ts'
import { plantAccount } from '../modules/accounts/index.ts'
import { files as fileRows } from '../modules/files/table.ts'
import { organizationCounts, organizations } from '../modules/organizations/table.ts'
import { packages } from '../modules/packages/table.ts'
import * as schema from '../schema.ts'
import { demoPassword } from './accounts.ts'
import { plantCounty } from './county.ts'
import { countyNameOf, rewritesBy } from './prints.ts'
import { idsOf, movedId, printStencil, takeStencil } from './stencil.ts'
import type { Stencil } from './stencil.ts'
import type { DemoSize } from './tree.ts'

type Ground = {
  readonly db: Db
  readonly now: Date
  readonly vault: Vault
  readonly files: FileStore
}

const provinceName = '中共穗原省委'
/** As many as a small machine has cores. */
const printers = 2

/**
 * A province: one county is planted as ever, and the others are prints of it, people, hours, accounts and all, with
 * ids, names of places and identity of their own. So everything that a list or a report reads is there in proportion.
 */
export async function plantProvince(
  ground: Ground,
  { members, organizations: all }: DemoSize,
  counties: number,
): Promise<void> {
  const root = newId()
  const size = {
    members: Math.round(members / counties),
    organizations: all && Math.round((all - 1) / counties),
  }
  const { stencil, kept } = await inTransaction(ground.db, (tx) =>
    plantFirst({ ...ground, tx }, root, size),
  )
  const numbers = Array.from({ length: counties - 1 }, (_, at) => at + 1).values()
  const print = async () => {
    for (const number of numbers) {
      await inTransaction(ground.db, (tx) => printCounty(tx, stencil, ground.vault, number))
      await copyFiles(ground.files, kept, number)
    }
  }
  await Promise.all(Array.from({ length: printers }, print))
  await inTransaction(ground.db, (tx) => finishRoot({ ...ground, tx }, root))
}

type Scene = Omit<Ground, 'db'> & { readonly tx: Db }

async function plantFirst(scene: Scene, root: string, size: DemoSize) {
  const { tx } = scene
  await patiently(tx)
  const above = { id: root, path: `/${root}/` }
  await tx.insert(organizations).values({
    ...above,
    unitId: root,
    kind: 'committee',
    name: provinceName,
    nameKey: nameKeyOf(provinceName),
    foundedOn: '1952-07-01',
  })
  const tables = tablesOf(schema)
  const known = await idsOf(tx, tables)
  await plantCounty(scene, size, above)
  const stencil = await takeStencil(tx, tables, { known, name: countyNameOf(0) })
  const rows = [
    ...(await tx.select({ id: fileRows.id }).from(fileRows)),
    ...(await tx.select({ id: packages.id }).from(packages)),
  ]
  return { stencil, kept: rows.map(({ id }) => id) }
}

async function printCounty(tx: Db, stencil: Stencil, vault: Vault, number: number): Promise<void> {
  await patiently(tx)
  // The first county has passed every key and trigger; a print of it differs in nothing that they ask. Asking again
  // takes as long as the rows themselves; where we may not leave it out, it is asked.
  await tx.execute(sql`select set_config('session_replication_role', 'replica', true)
    where has_parameter_privilege('session_replication_role', 'set')`)
  await printStencil(tx, stencil, { number, name: countyNameOf(number) }, rewritesBy(vault))
}

async function copyFiles(files: FileStore, kept: readonly string[], number: number) {
  for (const id of kept)
    if (await files.look(id, false))
      await cp(files.pathOf(id), files.pathOf(movedId(id, number)), { recursive: true })
}

async function finishRoot({ tx, now }: Scene, root: string): Promise<void> {
  await tx.execute(sql`insert into ${organizationCounts} (id, members, probationary, branches, organizations)
    select ${root}::uuid, ${sum('members')}, ${sum('probationary')}, ${sum('branches')},
      1 + sum(c.organizations)
    from ${organizationCounts} c where c.id in (
      select id from ${organizations} where ${eq(organizations.parentId, root)})`)
  await plantAccount(tx, {
    login: 'province',
    name: '省委组织部',
    password: demoPassword,
    unitId: root,
    organizationId: root,
    memberId: null,
    offices: [{ office: 'organizer', organizationId: root }],
    now,
  })
}

function sum(column: string) {
  return sql`sum(${sql.identifier(column)})`
}

/** A county is more than the statements of a page: nobody waits for it. */
async function patiently(tx: Db): Promise<void> {
  await tx.execute(sql`set local statement_timeout = 0`)
  await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`)
}
