import { createReadStream } from 'node:fs'
import { openDb } from '../kernel/db.ts'
import type { Actor } from '../kernel/caller.ts'
import { inTransaction } from '../kernel/db.ts'
import { openFileStore } from '../kernel/files.ts'
import { drainJobs } from '../kernel/job-worker.ts'
import { readSheet } from '../kernel/sheets/index.ts'
import { openVault } from '../kernel/vault.ts'
import { keepFile } from '../modules/files/index.ts'
import { begin } from '../modules/imports/acts/begin.ts'
import { commit } from '../modules/imports/acts/commit.ts'
import { readJob, writeJob } from '../modules/imports/index.ts'
import { showImport } from '../modules/imports/views/show.ts'

/* One reading or one import in a process of its own, so that its memory is its own. */

export type ImportTask = {
  readonly path: string
  /** Without it, the file is read and thrown away. */
  readonly into?: {
    readonly url: string
    readonly folder: string
    readonly actor: Actor
    readonly organizationId: string
  }
}

export type ImportOutcome = {
  readonly seconds: number
  readonly megabytes: number
  readonly rows: number
}

const task: ImportTask = JSON.parse(process.argv[2] ?? '')
const outcome = task.into ? await importAll(task.path, task.into) : await readAll(task.path)
const megabytes = process.resourceUsage().maxRSS / 1024
process.stdout.write(JSON.stringify({ ...outcome, megabytes }))
process.exit(0)

async function readAll(path: string) {
  const began = performance.now()
  let rows = -1
  for await (const heap of readSheet(path)) rows += heap.length
  return { rows, seconds: (performance.now() - began) / 1000 }
}

/** All of it, as somebody would do it: the file is named, read and judged, then written. */
async function importAll(path: string, into: NonNullable<ImportTask['into']>) {
  const { url, folder, actor, organizationId } = into
  const { db, close } = openDb(url, { connectionsMax: 4, guarded: false })
  const files = await openFileStore(folder)
  const visit = {
    address: '',
    agent: '',
    token: undefined,
    device: undefined,
    begin: () => undefined,
    end: () => undefined,
    remember: () => undefined,
  }
  const vault = openVault('a secret for the length of this measurement')
  const caller = { db, files, vault, visit, actor, now: () => new Date() }
  const { unitId, path: place } = actor.place
  const file = await inTransaction(db, (tx) =>
    keepFile(tx, files, {
      unitId,
      path: place,
      accountId: actor.accountId,
      subject: '',
      name: 'roll.xlsx',
      content: createReadStream(path),
      now: new Date(),
    }),
  )

  const began = performance.now()
  const key = await begin(caller, { organizationId, fileUnitId: file.unitId, fileId: file.fileId })
  await drainJobs(caller, [readJob, writeJob])
  await commit(caller, { ...key, duplicates: 'skip', likely: 'skip' })
  await drainJobs(caller, [readJob, writeJob])
  const seconds = (performance.now() - began) / 1000
  const { counts } = await showImport(caller, key)
  await close()
  return { rows: counts.added, seconds }
}
