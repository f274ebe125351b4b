import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { drizzle } from 'drizzle-orm/node-postgres'
import { Client } from 'pg'
import { CannotStart } from '../cannot-start.ts'
import type { Db } from '../kernel/db.ts'
import type { FileStore } from '../kernel/files.ts'
import type { Vault } from '../kernel/vault.ts'
import type { Keeper } from '../modules/files/acts/sweep.ts'
import { copyOut } from '../kernel/copy-stream.ts'
import { digesting } from './digested.ts'
import { filePath, tablePath, textToSign, writeManifest } from './manifest.ts'
import type { KeptFile, KeptTable, Manifest } from './manifest.ts'
import { copyText, findTables, migrationsSeen } from './tables.ts'
import type { Table } from './tables.ts'

type Ground = {
  readonly url: string
  readonly vault: Vault
  readonly files: FileStore
  /** Who knows which files are kept. */
  readonly keepers: readonly Keeper[]
}

/**
 * All tables as one snapshot saw them, and every file of which that snapshot speaks: files are there before their rows,
 * and bytes do not go when a row is taken away. So it is whole although the platform runs.
 */
export async function backUp(ground: Ground, folder: string): Promise<Manifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 0)
    throw new CannotStart(`${folder} 不是空目录，备份没有开始。${folder} is not empty.`)
  const client = new Client({ connectionString: ground.url })
  // Whoever is being asked tells of it; without a listener the loss would end the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read, read only')
    const madeAt = new Date().toISOString()
    const signature = ground.vault.sign(textToSign(madeAt))
    const migrations = await migrationsSeen(client)
    const tables: KeptTable[] = []
    await mkdir(join(folder, 'tables'), { mode: 0o700 })
    for (const table of await findTables(client))
      tables.push(await keepTable(client, table, folder))
    const files = await keepFiles(drizzle({ client }), ground, folder)
    const manifest: Manifest = { format: 1, madeAt, migrations, signature, tables, files }
    await writeManifest(folder, manifest)
    return manifest
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function keepTable(client: Client, table: Table, folder: string): Promise<KeptTable> {
  const digest = digesting()
  const file = createWriteStream(tablePath(folder, table.name), { mode: 0o600, flush: true })
  const rows = copyOut(client, copyText(table, 'to stdout'))
  await pipeline(rows, digest.stream, createGzip({ level: 1 }), file)
  const { bytes, lines, sha256 } = digest.done()
  return { name: table.name, columns: [...table.columns], rows: lines, bytes, sha256 }
}

async function keepFiles(db: Db, { files, keepers }: Ground, folder: string): Promise<KeptFile[]> {
  const kept: KeptFile[] = []
  const ever = [new Date(0), new Date(Date.now() + 86_400_000)] as const
  for await (const heap of files.touchedBetween(...ever)) {
    const known = await Promise.all(keepers.map((keeper) => keeper(db, heap)))
    for (const id of new Set(known.flat()))
      for (const path of await pathsOf(files.pathOf(id))) {
        const one = await keepFile(path, folder, relative(dirname(dirname(files.pathOf(id))), path))
        if (one) kept.push(one)
      }
  }
  return kept
}

/** A file, or all that a folder holds; nothing where it has gone meanwhile, as an archive that has been read. */
async function pathsOf(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined)
  if (!found) return []
  if (!found.isDirectory()) return [path]
  const inside = await readdir(path, { recursive: true, withFileTypes: true })
  return inside.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
}

async function keepFile(from: string, folder: string, path: string): Promise<KeptFile | undefined> {
  const to = filePath(folder, path)
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  const digest = digesting()
  try {
    await pipeline(
      createReadStream(from),
      digest.stream,
      createWriteStream(to, { mode: 0o600, flush: true }),
    )
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  const { bytes, sha256 } = digest.done()
  return { path, bytes, sha256 }
}
