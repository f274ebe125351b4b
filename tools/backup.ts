import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { explain } from '../server/cannot-start.ts'
import { backUp } from '../server/backup/back-up.ts'
import { fileKeepers } from '../server/chores.ts'
import { readConfig } from '../server/config.ts'
import { openDb } from '../server/kernel/db.ts'
import { openFileStore } from '../server/kernel/files.ts'
import { openOwnVault } from '../server/own-vault.ts'
import { withDatabaseUrl } from './with-database.ts'

/*
 * npm run backup -- --to DIR
 * Keeps all rows and all files in a new folder, while the platform runs. The secret is not among them.
 */
const { values } = parseArgs({ options: { to: { type: 'string' } } })
if (!values.to) {
  process.stderr.write('用法 Usage: npm run backup -- --to DIR\n')
  process.exit(2)
}
const folder = values.to

try {
  const config = readConfig(process.env)
  const files = await openFileStore(join(config.DATA_DIR, 'files'))
  const made = await withDatabaseUrl(async (url) => {
    const { db, close } = openDb(url, { connectionsMax: 1, guarded: false })
    // Signed by any other secret, nobody would ever restore it.
    const vault = await openOwnVault(config, db).finally(close)
    return backUp({ url, vault, files, keepers: fileKeepers }, folder)
  })
  const rows = made.tables.reduce((sum, table) => sum + table.rows, 0)
  process.stdout.write(
    `已备份 backed up: ${made.tables.length} 张表 tables, ${rows} 行 rows, ${made.files.length} 个文件 files\n` +
      '密钥不在其中，请另行保管。The secret is not in it: keep a copy elsewhere.\n',
  )
} catch (cause) {
  process.stderr.write(`${explain(cause)}\n`)
  process.exitCode = 1
}
