import { parseArgs } from 'node:util'
import { join } from 'node:path'
import { Client } from 'pg'
import { readConfig } from '../server/config.ts'
import { findDemoAccounts, plantDemo } from '../server/demo/index.ts'
import { openDb } from '../server/kernel/db.ts'
import { visitEmbedded } from '../server/kernel/embedded-postgres.ts'
import { openFileStore } from '../server/kernel/files.ts'
import { migrate } from '../server/kernel/migrate.ts'
import { seedRules } from '../server/modules/rules/index.ts'
import { openOwnVault } from '../server/own-vault.ts'
import * as schema from '../server/schema.ts'

/**
 * `npm run demo -- --members 1000000 --organizations 50000`: plants a bigger demonstration into an empty database. More
 * than 25,000 members are a province of counties.
 */
const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '1200' },
    organizations: { type: 'string' },
  },
})
const members = wholeNumber('members', values.members, { min: 200, max: 2_000_000 })
// A branch has three members at least; a hundred in each is as many as may be.
const organizations =
  values.organizations === undefined
    ? undefined
    : wholeNumber('organizations', values.organizations, {
        min: Math.ceil(members / 80),
        max: Math.floor(members / 5),
      })

const config = readConfig(process.env)
const embedded = config.DATABASE_URL
  ? undefined
  : await visitEmbedded(join(config.DATA_DIR, 'postgres'), {
      settings: { shared_buffers: '1GB', max_wal_size: '4GB', maintenance_work_mem: '512MB' },
    })
const url = config.DATABASE_URL ?? embedded?.url ?? ''
await migrate(url, schema)
const { db, close } = openDb(url, { connectionsMax: 3, guarded: false })
await seedRules(db)

const began = performance.now()
const vault = await openOwnVault(config, db)
const files = await openFileStore(join(config.DATA_DIR, 'files'))
const isPlanted = await plantDemo(
  { db, now: () => new Date(), vault, files },
  {
    members,
    organizations,
  },
)
if (isPlanted) await countAnew(url)
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

/** What the database must know of its tables to choose its ways well, at once and not some minutes later. */
async function countAnew(at: string): Promise<void> {
  const client = new Client({ connectionString: at })
  await client.connect()
  await client.query('vacuum (analyze)')
  await client.end()
}

function wholeNumber(
  name: string,
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < min || number > max) {
    process.stderr.write(`--${name} must be a whole number from ${min} to ${max}\n`)
    process.exit(2)
  }
  return number
}
