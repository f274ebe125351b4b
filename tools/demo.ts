import { parseArgs } from 'node:util'
import { join } from 'node:path'
import { readConfig } from '../server/config.ts'
import { findDemoAccounts, plantDemo } from '../server/demo/index.ts'
import { openDb } from '../server/kernel/db.ts'
import { visitEmbedded } from '../server/kernel/embedded-postgres.ts'
import { openFileStore } from '../server/kernel/files.ts'
import { migrate } from '../server/kernel/migrate.ts'
import { keepSecret } from '../server/kernel/secrets.ts'
import { openVault } from '../server/kernel/vault.ts'
import { seedRules } from '../server/modules/rules/index.ts'
import * as schema from '../server/schema.ts'

/** `npm run demo -- --members 100000`: plants a bigger demonstration county into an empty database. */
const { values } = parseArgs({ options: { members: { type: 'string', default: '1200' } } })
const members = Number(values.members)
if (!Number.isInteger(members) || members < 200 || members > 2_000_000) {
  process.stderr.write('--members must be a whole number from 200 to 2000000\n')
  process.exit(2)
}

const config = readConfig(process.env)
const embedded = config.DATABASE_URL
  ? undefined
  : await visitEmbedded(join(config.DATA_DIR, 'postgres'))
const url = config.DATABASE_URL ?? embedded?.url ?? ''
await migrate(url, schema)
const { db, close } = openDb(url, { connectionsMax: 2, guarded: false })
await seedRules(db)

const began = performance.now()
const vault = openVault(config.SECRET ?? keepSecret(config.DATA_DIR))
const files = await openFileStore(join(config.DATA_DIR, 'files'))
const isPlanted = await plantDemo({ db, now: () => new Date(), vault, files }, members)
const seconds = ((performance.now() - began) / 1000).toFixed(1)
process.stdout.write(
  isPlanted
    ? `about ${members} members planted in ${seconds} s\n`
    : 'there is an organization already: a demonstration county needs an empty database\n',
)
for (const { login, password, office, place } of await findDemoAccounts(db))
  process.stdout.write(`  ${login.padEnd(10)} ${password}  ${office}（${place}）\n`)

await close()
await embedded?.stop()
process.exitCode = isPlanted ? 0 : 1
