import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Client } from 'pg'
import { CannotStart } from '../cannot-start.ts'
import { migrate } from '../kernel/migrate.ts'
import type { Vault } from '../kernel/vault.ts'
import * as schema from '../schema.ts'
import { copyIn } from '../kernel/copy-stream.ts'
import { digesting } from './digested.ts'
import { filePath, readManifest, tablePath, textToSign } from './manifest.ts'
import type { KeptFile, KeptTable, Manifest } from './manifest.ts'
import { copyText, findTables, migrationsSeen } from './tables.ts'

type Ground = {
  readonly url: string
  readonly vault: Vault
  /** Where files are to lie: the folder that holds them all. */
  readonly filesFolder: string
}

/** Judges first: nothing is written unless the backup is whole, of this version, and readable with this secret. */
export async function readBackup(folder: string, vault: Vault): Promise<Manifest> {
  const manifest = await readManifest(folder)
  if (!manifest)
    throw new CannotStart(`${folder} 里没有完整的备份。There is no whole backup in ${folder}.`)
  if (!vault.isSigned(textToSign(manifest.madeAt), manifest.signature))
    throw new CannotStart(
      '密钥不是备份时的密钥，恢复后身份证号等将无法读出；请先放回原来的 DATA_DIR/secret 或设置 SECRET。The secret is not the one of the backup: put back DATA_DIR/secret or set SECRET.',
    )
  return manifest
}

/** Into an empty place, all of it or nothing: rows in one transaction, files before it commits. */
export async function restore(ground: Ground, folder: string): Promise<Manifest> {
  const manifest = await readBackup(folder, ground.vault)
  await requireNoFiles(ground.filesFolder)
  await migrate(ground.url, schema)
  const client = new Client({ connectionString: ground.url })
  // Whoever is being asked tells of it; without a listener the loss would end the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin')
    // One connection to each node of a cluster, so that shared and spread tables may be filled in any order.
    await client.query("set local citus.multi_shard_modify_mode to 'sequential'")
    await requireSame(client, manifest)
    await sleepGuards(client)
    const kept = new Map(manifest.tables.map((table) => [table.name, table]))
    for (const { name } of await findTables(client)) {
      const table = kept.get(name)
      if (table) await bringTable(client, table, folder)
    }
    for (const file of manifest.files) await bringFile(file, folder, ground.filesFolder)
    await client.query('commit')
    await client.query('analyze')
    return manifest
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function requireNoFiles(folder: string): Promise<void> {
  if (!existsSync(folder)) return
  const names = await readdir(folder)
  for (const name of names)
    if ((await readdir(join(folder, name))).length > 0)
      throw new CannotStart(`${folder} 里已有文件，只能恢复到空的地方。${folder} is not empty.`)
}

async function requireSame(client: Client, manifest: Manifest): Promise<void> {
  const seen = await migrationsSeen(client)
  if (JSON.stringify(seen) !== JSON.stringify(manifest.migrations))
    throw new CannotStart(
      `备份来自另一个版本（${manifest.migrations.at(-1)}），本版本是 ${seen.at(-1)}：请用备份时的版本恢复，再升级。The backup was made by another version: restore with that one, then upgrade.`,
    )
  for (const { name } of await findTables(client)) {
    const { rowCount } = await client.query(`select from "${name}" limit 1`)
    if (rowCount)
      throw new CannotStart(
        `数据库里已有数据（${name}），只能恢复到空的数据库。The database is not empty: there are rows in ${name}.`,
      )
  }
}

/** Rows come back as they were; where we may not put the guards to sleep, the order of the tables satisfies them. */
async function sleepGuards(client: Client): Promise<void> {
  await client.query('savepoint guards')
  await client
    .query('set local session_replication_role = replica')
    .catch(() => client.query('rollback to savepoint guards'))
}

async function bringTable(client: Client, table: KeptTable, folder: string): Promise<void> {
  const damaged = new CannotStart(
    `备份里的 ${table.name} 已损坏。${table.name} is damaged in the backup.`,
  )
  const digest = digesting()
  const rows = digest.stream
  let isTorn = false
  // It may end before PostgreSQL asks for the first row, when nobody listens to the rows yet.
  const source = createReadStream(tablePath(folder, table.name))
  void pipeline(source, createGunzip(), rows).catch(() => (isTorn = true))
  const count = await copyIn(client, copyText(table, 'from stdin'), rows)
    .catch((error: unknown) => {
      throw isTorn ? damaged : error
    })
    .finally(() => rows.destroy())
  if (count !== table.rows || digest.done().sha256 !== table.sha256) throw damaged
}

async function bringFile({ path, sha256 }: KeptFile, folder: string, files: string): Promise<void> {
  const to = join(files, path)
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  const digest = digesting()
  const out = createWriteStream(to, { mode: 0o600, flush: true })
  await pipeline(createReadStream(filePath(folder, path)), digest.stream, out)
  if (digest.done().sha256 !== sha256)
    throw new CannotStart(`备份里的文件 ${path} 已损坏。The file ${path} is damaged in the backup.`)
}
