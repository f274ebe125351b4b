import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readBackup, restore } from '../server/backup/restore.ts'
import { CannotStart, explain } from '../server/cannot-start.ts'
import { readConfig } from '../server/config.ts'
import { startEmbedded } from '../server/kernel/embedded-postgres.ts'
import { findSecret } from '../server/kernel/secrets.ts'
import { openVault } from '../server/kernel/vault.ts'
import { clusterFolder } from '../server/neighbours.ts'

/*
 * npm run restore -- --from DIR
 * Brings a backup into an empty database and an empty DATA_DIR, in which only the secret lies already.
 */
const { values } = parseArgs({ options: { from: { type: 'string' } } })
if (!values.from) {
  process.stderr.write('用法 Usage: npm run restore -- --from DIR\n')
  process.exit(2)
}
const folder = values.from

try {
  const config = readConfig(process.env)
  const secret = config.SECRET ?? findSecret(config.DATA_DIR)
  if (!secret)
    throw new CannotStart(
      `请先把原来的密钥放到 ${config.DATA_DIR}/secret，或设置 SECRET。Put the secret of the backup at ${config.DATA_DIR}/secret, or set SECRET.`,
    )
  const vault = openVault(secret, config.CRYPTO)
  await readBackup(folder, vault)
  const own = config.DATABASE_URL ? undefined : await startEmbedded(clusterFolder(config))
  try {
    const ground = { url: config.DATABASE_URL ?? own?.url ?? '', vault }
    const filesFolder = join(config.DATA_DIR, 'files')
    const { madeAt, tables, files } = await restore({ ...ground, filesFolder }, folder)
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    process.stdout.write(
      `已恢复 restored as of ${madeAt}: ${rows} 行 rows, ${files.length} 个文件 files\n` +
        '请运行 now run: npm run check -- --deep\n',
    )
  } finally {
    await own?.stop()
  }
} catch (cause) {
  process.stderr.write(`${explain(cause)}\n`)
  process.exitCode = 1
}
