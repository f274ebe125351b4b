import { pipeline } from 'node:stream/promises'
import { Writable } from 'node:stream'
import type { ExportColumn } from '@zhixing/contract'
import { openDb } from '../kernel/db.ts'
import { writeXlsx } from '../kernel/sheets/index.ts'
import type { Cell } from '../kernel/sheets/index.ts'
import { openVault } from '../kernel/vault.ts'
import { exportHeadings, exportRows } from '../modules/members/views/export-rows.ts'
import { secret } from './server-process.ts'

/* One export, or the same rows written by the library alone, in a process of its own, so that its memory is its own. */

export type ExportTask = {
  readonly url: string
  readonly path: string
  /** The rows are read first and lie there when the clock starts. */
  readonly isLimit: boolean
}

export type ExportOutcome = {
  readonly seconds: number
  /** Of the processor, over all threads: says the same on a machine that others use. */
  readonly processorSeconds: number
  readonly megabytes: number
  readonly rows: number
  readonly bytes: number
}

const columns: ExportColumn[] = [
  'name',
  'sex',
  'idNumber',
  'bornOn',
  'stage',
  'organization',
  'joinedOn',
  'phone',
  'membership',
  'roster',
]

const task: ExportTask = JSON.parse(process.argv[2] ?? '')
process.stdout.write(JSON.stringify(await run(task)))
process.exit(0)

async function run({ url, path, isLimit }: ExportTask): Promise<ExportOutcome> {
  const { db } = openDb(url, { connectionsMax: 2, guarded: false })
  const bearer = { accountId: '', until: '', fileName: '', format: 'xlsx' as const }
  const ticket = { ...bearer, path, text: '', audience: {}, columns, isPlain: false }
  const heaps = exportRows({ db, now: () => new Date(), vault: openVault(secret) }, ticket)
  const read = isLimit ? await all(heaps) : heaps

  let [rows, bytes] = [0, 0]
  async function* counted() {
    for await (const heap of read) {
      rows += heap.length
      yield heap
    }
  }
  const before = process.cpuUsage()
  const began = performance.now()
  await pipeline(
    writeXlsx('党员名册', exportHeadings(columns), counted()),
    new Writable({
      write(piece: Buffer, _, done) {
        bytes += piece.length
        done()
      },
    }),
  )
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(before)
  const processorSeconds = (user + system) / 1_000_000
  return {
    seconds,
    processorSeconds,
    megabytes: process.resourceUsage().maxRSS / 1024,
    rows,
    bytes,
  }
}

async function all(heaps: AsyncIterable<Cell[][]>): Promise<Cell[][][]> {
  const kept: Cell[][][] = []
  for await (const heap of heaps) kept.push(heap)
  return kept
}
