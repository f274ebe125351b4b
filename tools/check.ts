import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { explain } from '../server/cannot-start.ts'
import { readConfig } from '../server/config.ts'
import { allInvariants } from '../server/invariants.ts'
import type { Db } from '../server/kernel/db.ts'
import { openFileStore } from '../server/kernel/files.ts'
import { inOneSnapshot, verdictOn } from '../server/kernel/invariants.ts'
import type { Break, Verdict } from '../server/kernel/invariants.ts'
import { changedFiles } from '../server/modules/files/catalogue/kept.ts'
import { withDatabase } from './with-database.ts'

/*
 * npm run check [-- --deep]
 * Asks the database whether all is true that must be, and the disk whether every file is there; reads only, so it may
 * run beside the platform. Ends with 1 where something is broken. With --deep, all content of all files is read.
 */
const { values } = parseArgs({ options: { deep: { type: 'boolean', default: false } } })

try {
  const broken = await withDatabase(async (db) => (await askDatabase(db)) + (await askDisk(db)))
  say(broken === 0 ? '全部成立 All holds.' : `${broken} 项不成立 broken.`)
  process.exitCode = broken === 0 ? 0 : 1
} catch (cause) {
  process.stderr.write(`${explain(cause)}\n`)
  process.exitCode = 2
}

function askDatabase(db: Db): Promise<number> {
  return inOneSnapshot(db, async (tx) => {
    let broken = 0
    for (const invariant of allInvariants()) {
      const verdict = await verdictOn(tx, invariant)
      tell(invariant.key, invariant.says, verdict)
      if (verdict.count > 0) broken += 1
    }
    return broken
  })
}

async function askDisk(db: Db): Promise<number> {
  const store = await openFileStore(join(readConfig(process.env).DATA_DIR, 'files'))
  const first: Break[] = []
  let count = 0
  for await (const one of changedFiles(db, store, values.deep)) {
    count += 1
    if (first.length < 5) first.push(one)
  }
  tell('files.kept', '每个文件都在磁盘上，与收到时一样', { count, first })
  return count > 0 ? 1 : 0
}

function tell(key: string, says: string, { count, first }: Verdict): void {
  say(`${count === 0 ? '成立 holds ' : '不成立 BROKEN'}  ${key.padEnd(28)} ${says}`)
  for (const { what, found, expected } of first) say(`    ${what}: 现为 ${found}，应为 ${expected}`)
  if (count > first.length) say(`    …… 共 ${count} 处`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
