import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readManifest } from '../../backup/manifest.ts'
import { diceOf } from '../../demo/dice.ts'
import { keepSecret } from '../../kernel/secrets.ts'
import { openVault } from '../../kernel/vault.ts'
import type { Vault } from '../../kernel/vault.ts'
import { withClient } from '../nodes.ts'
import { plantFaultCounty } from './county.ts'
import { startServer } from './killing.ts'
import { loadOn } from './load.ts'
import { atDatabase } from './rounds.ts'
import { breaksOf, truthOf } from './truth.ts'

const root = join(import.meta.dirname, '../../..')
type Ground = {
  readonly folder: string
  readonly members: number
  readonly say: (line: string) => void
}

/**
 * A large place is sealed anew by other algorithms and then backed up, both beside a server under load, and the backup is
 * brought back into an empty place. What was promised meanwhile is there, every identifier reads as before, and the place
 * that was brought back gives the same backup, digest by digest. What is wrong, in a sentence each.
 */
export async function tryLargePlace({ folder, members, say }: Ground): Promise<readonly string[]> {
  const [here, there] = [join(folder, 'here'), join(folder, 'there')]
  const [first, second] = [join(folder, 'first'), join(folder, 'second')]
  for (const old of [there, first, second]) rmSync(old, { recursive: true, force: true })
  const timed = stopwatchOf(say)
  if (!existsSync(here))
    await timed('planted', () => tool('demo', here, ['--members', `${members}`]))
  const secret = keepSecret(here)
  const settings = { SECRET: secret, CRYPTO: 'guomi' }
  const vault = openVault(secret, 'guomi')
  const readable = () => atDatabase(here, (url) => identifiersOf(url, vault))
  const before = await readable()

  const running = await startServer(here, settings)
  const county = await atDatabase(here, plantFaultCounty)
  const counters = { nextLine: { value: 0 }, nextSeat: { value: 0 }, nextDay: { value: 0 } }
  const lists = { meetings: [], fileIds: [], paymentIds: [] }
  const load = loadOn(running, { county, vault, dice: diceOf(1), ...counters, ...lists }, true)
  await timed('sealed anew', () => tool('reseal', here, [], settings))
  await timed('backed up', () => tool('backup', here, ['--to', first], settings))
  const done = await load.stop()
  await running.launched.stop()

  const after = await readable()
  const lost = [...before].filter(([id, digest]) => after.get(id) !== digest)
  await timed('restored', () => tool('restore', there, ['--from', first], settings))
  await timed('backed up once more', () => tool('backup', there, ['--to', second], settings))
  const acknowledged = done.filter(({ outcome }) => outcome === 'acknowledged').length
  say(`${before.size} people with identifiers; meanwhile ${acknowledged} commands acknowledged`)
  const truth = await atDatabase(here, (url) => truthOf(url, county.unitId, done))
  return [
    ...lost.map(([id]) => `the identifiers of ${id} read differently`),
    ...(await differencesOf(first, second)),
    ...truth.wrongs,
    ...(await atDatabase(here, (url) => breaksOf(url, here))),
    ...(await atDatabase(there, (url) => breaksOf(url, there))),
  ]
}

async function tool(
  name: string,
  dataDir: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { DATABASE_URL: _, ...rest } = process.env
  const env = { ...rest, DATA_DIR: dataDir, ...settings }
  await promisify(execFile)(process.execPath, [join(root, `tools/${name}.ts`), ...args], { env })
}

function stopwatchOf(say: (line: string) => void) {
  return async (what: string, work: () => Promise<void>) => {
    const began = performance.now()
    await work()
    say(`${what} in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  }
}

/** Of each member a digest of what their sealed columns say; no identifier is kept. */
async function identifiersOf(url: string, vault: Vault): Promise<ReadonlyMap<string, string>> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ id: string; idNumber: string; phone: string | null }>(
      `select id, id_number_sealed as "idNumber", phone_sealed as phone from members
       where id_number_sealed is not null`,
    )
    return new Map(
      rows.map(({ id, idNumber, phone }) => [
        id,
        createHash('sha256')
          .update(`${vault.open(idNumber)} ${phone ? vault.open(phone) : ''}`)
          .digest('base64'),
      ]),
    )
  })
}

/** The same rows in the same order have the same digest; so have files. */
async function differencesOf(one: string, other: string): Promise<string[]> {
  const [first, second] = await Promise.all([readManifest(one), readManifest(other)])
  if (!first || !second) return ['a backup is not whole']
  const tables = new Map(second.tables.map((table) => [table.name, table]))
  const files = new Map(second.files.map((file) => [file.path, file.sha256]))
  return [
    ...first.tables
      .filter(({ name, rows, sha256 }) => {
        const same = tables.get(name)
        return same?.rows !== rows || same.sha256 !== sha256
      })
      .map(({ name }) => `${name} is not as it was`),
    ...first.files
      .filter(({ path, sha256 }) => files.get(path) !== sha256)
      .map(({ path }) => `${path} is not as it was`),
  ]
}
