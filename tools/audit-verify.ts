import { join } from 'node:path'
import { readConfig } from '../server/config.ts'
import { openDb } from '../server/kernel/db.ts'
import { visitEmbedded } from '../server/kernel/embedded-postgres.ts'
import { keepSecret } from '../server/kernel/secrets.ts'
import { openVault } from '../server/kernel/vault.ts'
import { verifyChains } from '../server/modules/audit/index.ts'

/** `npm run audit:verify`: checks every chain of traces from its beginning, also while the platform runs. */
const config = readConfig(process.env)
const embedded = config.DATABASE_URL
  ? undefined
  : await visitEmbedded(join(config.DATA_DIR, 'postgres'))
const url = config.DATABASE_URL ?? embedded?.url ?? ''
const { db, close } = openDb(url, { connectionsMax: 2, guarded: false })

const verdicts = await verifyChains(db, openVault(config.SECRET ?? keepSecret(config.DATA_DIR)))
for (const { unitId, seals, traces, head, fault } of verdicts) {
  const facts = `${unitId}: ${traces} traces in ${seals} links, head ${head.slice(0, 16)}`
  process.stdout.write(`${fault ? 'BROKEN' : 'whole '}  ${facts}${fault ? `; ${fault}` : ''}\n`)
}
const broken = verdicts.filter(({ fault }) => fault).length
process.stdout.write(`${verdicts.length - broken} chains whole, ${broken} broken\n`)

await close()
await embedded?.stop()
process.exitCode = broken > 0 ? 1 : 0
