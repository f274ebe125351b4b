import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Client } from 'pg'
import { openVault } from '../kernel/vault.ts'
import { plantDemo } from '../demo/index.ts'
import { seedRules } from '../modules/rules/index.ts'
import { files } from '../testing/world.ts'
import type { Arrival, Outcome } from './arrivals.ts'
import type { Coming } from './arrivals-child.ts'
import { countyCrowd } from './county-crowd.ts'
import { browsing, entering, requireTruth, rolling, watching } from './county-plan.ts'
import { withDatabase } from './database.ts'
import { never, percentile, within } from './measured.ts'
import type { Measured } from './measured.ts'
import { secret, withServer } from './server-process.ts'

const size = { members: 10_000, seconds: 60, looksPerSecond: 40 }
const warmingSeconds = 10

/**
 * A whole county comes within a minute, each at a moment of their own, while others leaf through every page there is:
 * first to the roll, then in front of their lessons, then at the door with their passwords. Nobody may be refused, lost
 * or counted twice, and how long each waited counts from the moment they came.
 */
export async function county(): Promise<Measured[]> {
  return withDatabase(async ({ url, db, client }) => {
    const vault = openVault(secret)
    await seedRules(db)
    await plantDemo({ db, now: () => new Date(), vault, files }, { members: size.members })
    const crowd = await countyCrowd({ db, client, vault }, await unitOf(client))
    await client.query('vacuum analyze')
    const looks = { seconds: size.seconds, perSecond: size.looksPerSecond }
    return withServer(url, async (port) => {
      // It has been running when the county comes: nobody measures its first breath.
      await inProcess(browsing(crowd, { ...looks, seconds: warmingSeconds }), port)
      const lines: Measured[] = []
      for (const come of [rolling, watching, entering]) {
        const arrivals = come(crowd, size.seconds)
        const outcomes = await inProcess([...arrivals, ...browsing(crowd, looks)], port)
        await requireTruth(client, crowd, outcomes)
        lines.push(...linesOf(outcomes, crowd.people.length))
      }
      return lines
    })
  })
}

async function unitOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    'select id from organizations where parent_id is null',
  )
  return rows[0]?.id ?? ''
}

async function inProcess(arrivals: readonly Arrival[], port: number): Promise<Outcome[]> {
  const folder = await mkdtemp(join(tmpdir(), 'zhixing-bench-'))
  const path = join(folder, 'arrivals.json')
  const coming: Coming = { port, arrivals }
  await writeFile(path, JSON.stringify(coming))
  const child = join(import.meta.dirname, 'arrivals-child.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [child, path], {
    maxBuffer: 1 << 28,
  })
  await rm(folder, { recursive: true })
  const outcomes: Outcome[] = JSON.parse(stdout)
  return outcomes
}

function linesOf(outcomes: readonly Outcome[], people: number): Measured[] {
  const kinds = Map.groupBy(outcomes, ({ kind }) => kind)
  return [...kinds].flatMap(([kind, those]) => {
    const refused = those.filter(({ status }) => status !== 200)
    for (const words of new Set(refused.map((one) => `${one.status} ${one.words}`)))
      process.stderr.write(`${words}\n`)
    const name = `${people} people in ${size.seconds} s, ${those.length} ${kind}`
    const ms = those.map((one) => one.ms)
    const facts = { unit: 'ms', limit: 300 }
    return [
      within({ ...facts, name: `${name}, p50`, ours: percentile(ms, 0.5) }),
      within({ ...facts, name: `${name}, p99`, ours: percentile(ms, 0.99) }),
      never({ name: `${name}, refused`, unit: 'answers', ours: refused.length }),
      never({
        name: `${name}, asked to come again`,
        unit: 'answers',
        ours: those.reduce((sum, { sentAway }) => sum + sentAway, 0),
      }),
    ]
  })
}
