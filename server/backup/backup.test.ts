import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { fileKeepers } from '../chores.ts'
import { plantDemo } from '../demo/index.ts'
import { allInvariants } from '../invariants.ts'
import { openDb } from '../kernel/db.ts'
import type { OpenDb } from '../kernel/db.ts'
import { openFileStore } from '../kernel/files.ts'
import type { FileStore } from '../kernel/files.ts'
import { inOneSnapshot, verdictOn } from '../kernel/invariants.ts'
import { openVault } from '../kernel/vault.ts'
import { changedFiles } from '../modules/files/catalogue/kept.ts'
import { seedRules } from '../modules/rules/index.ts'
import { createDatabase, withClient } from '../testing/nodes.ts'
import { backUp } from './back-up.ts'
import { restore } from './restore.ts'
import { findTables } from './tables.ts'

const { url: server, template, run } = inject('databases')
const vault = openVault('a secret of more than thirty-two characters')
let here: OpenDb
let files: FileStore
let url: string
const root = mkdtempSync(join(tmpdir(), 'zhixing-backup-'))
afterAll(() => rmSync(root, { recursive: true }))

const newDatabase = async (name: string, from?: string) =>
  createDatabase(server, `${run}_${name}`, from)

beforeAll(async () => {
  url = await newDatabase('backup', template)
  here = openDb(url, { connectionsMax: 4, guarded: false })
  await seedRules(here.db)
  files = await openFileStore(join(root, 'here/files'))
  await plantDemo({ db: here.db, now: () => new Date(), vault, files }, { members: 200 })
}, 120_000)
afterAll(() => here.close())

const ground = () => ({ url, vault, files, keepers: fileKeepers })

/** All rows of all tables, and all bytes of all files, as digests that tell where two places differ. */
async function everything(client: Client, folder: string) {
  const found: Record<string, string> = {}
  for (const { name, columns } of await findTables(client)) {
    const row = columns.map((column) => `"${column}"`).join(', ')
    const { rows } = await client.query<{ all: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(one, '|' order by one collate "C")), '') as all
       from (select row(${row})::text as one from "${name}") as t`,
    )
    found[name] = rows[0]?.all ?? ''
  }
  const inside = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const one of inside.filter((entry) => entry.isFile())) {
    const path = join(one.parentPath, one.name)
    found[path.slice(folder.length)] = (await readFile(path)).toString('base64').slice(0, 4000)
  }
  return found
}

/** Money that goes from one account to another, again and again: in every moment the sum is the same. */
function keepWriting() {
  const state = { isOver: false, times: 0 }
  const writing = (async () => {
    // As connections of the platform are, for the sake of a cluster.
    const options = '-c citus.multi_shard_modify_mode=sequential'
    const client = new Client({ connectionString: url, options })
    await client.connect()
    while (!state.isOver) {
      const by = state.times % 2 === 0 ? 7 : -7
      await client.query('begin')
      await client.query('update hour_totals set minutes = minutes + $1 + 100', [by])
      await client.query('update hour_totals set minutes = minutes - $1 - 100', [by])
      await client.query(`update organizations set name = name || '' where kind = 'branch'`)
      await client.query('commit')
      state.times += 1
    }
    await client.end()
  })()
  return async () => {
    state.isOver = true
    await writing
    return state.times
  }
}

test(
  'what was backed up while the platform ran is restored into an empty place, row by row and file by file',
  { timeout: 120_000 },
  async () => {
    const folder = join(root, 'kept')
    const stop = keepWriting()
    await pause(50)
    const made = await backUp(ground(), folder)
    expect(await stop()).toBeGreaterThan(0)
    expect(made.tables.length).toBeGreaterThan(200)
    expect(made.files.length).toBeGreaterThan(0)

    const there = await newDatabase('restored')
    const target = { url: there, vault, filesFolder: join(root, 'there/files') }
    await restore(target, folder)
    const [before, after] = await Promise.all([
      withClient(url, (client) => everything(client, join(root, 'here/files'))),
      withClient(there, (client) => everything(client, join(root, 'there/files'))),
    ])
    expect(after).toEqual(before)
    const restored = openDb(there, { connectionsMax: 2, guarded: false })
    onTestFinished(() => restored.close())
    const broken = await inOneSnapshot(restored.db, async (tx) => {
      const found: string[] = []
      for (const one of allInvariants())
        if ((await verdictOn(tx, one)).count > 0) found.push(one.key)
      return found
    })
    expect(broken).toEqual([])
    const store = await openFileStore(target.filesFolder)
    const changed = []
    for await (const one of changedFiles(restored.db, store, true)) changed.push(one)
    expect(changed).toEqual([])

    await expect(restore(target, folder)).rejects.toThrow('只能恢复到空的')
  },
)

test(
  'nothing is restored with another secret, from half a backup, or over what is there',
  { timeout: 120_000 },
  async () => {
    const folder = join(root, 'refused')
    await backUp(ground(), folder)
    const empty = await newDatabase('refused')
    const target = { url: empty, vault, filesFolder: join(root, 'nowhere/files') }
    const other = openVault('another secret of more than thirty-two signs')
    await expect(restore({ ...target, vault: other }, folder)).rejects.toThrow(
      '密钥不是备份时的密钥',
    )
    await expect(restore({ ...target, url }, folder)).rejects.toThrow('数据库里已有数据')
    await expect(backUp(ground(), folder)).rejects.toThrow('不是空目录')

    const file = 'members.copy.gz'
    const bytes = await readFile(join(folder, 'tables', file))
    writeFileSync(join(folder, 'tables', file), bytes.subarray(0, bytes.length / 2))
    await expect(restore(target, folder)).rejects.toThrow('members 已损坏')
    const left = await withClient(empty, (client) => client.query('select from members'))
    expect(left.rowCount).toBe(0)

    rmSync(join(folder, 'manifest.json'))
    await expect(restore(target, folder)).rejects.toThrow('没有完整的备份')
  },
)
