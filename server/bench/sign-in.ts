import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { openVault } from '../kernel/vault.ts'
import { withDatabase } from './database.ts'
import type { BenchDatabase } from './database.ts'
import { postAll } from './http-crowd.ts'
import { atLeast, percentile } from './measured.ts'
import type { Measured } from './measured.ts'
import { secret, withServer } from './server-process.ts'
import { crowdOf } from './sign-in-crowd.ts'
import type { Crowd } from './sign-in-crowd.ts'

const rounds = 3
// Long enough that the traces are sealed meanwhile, as they are every ten seconds.
const seconds = { ours: 12, limit: 6 }
const concurrency = 256
const people = 100_000
const goal = 1.2

/**
 * A county signs in over HTTP, each person once, every one with an attendance and a trace; and the same rows, keys
 * and traces are written one transaction each, as fast as PostgreSQL takes them at the same concurrency. They take
 * turns, because a machine is not equally busy from one minute to the next; the median of each counts.
 */
export async function signIn(): Promise<Measured[]> {
  return withDatabase(async (database) => {
    const crowd = await crowdOf(database, { people, vault: openVault(secret) })
    const clearly = async <Value>(run: () => Promise<Value>) => {
      const value = await run()
      await database.client.query('truncate attendances')
      return value
    }
    const found: { ours: number; pg: number; pgbench: number | undefined }[] = []
    for (let round = 0; round < rounds; round += 1)
      found.push({
        ours: await clearly(() => overHttp(database, crowd)),
        pg: await clearly(() => throughPg(database, crowd)),
        pgbench: await clearly(() => throughPgbench(database, crowd)),
      })

    const ours = medianOf(found.map((one) => one.ours))
    const besides = (by: string, limits: readonly number[]) => {
      const name = `sign-in burst, ${concurrency} at once, beside ${by}`
      return atLeast(goal, { name, unit: 'sign-ins/s', ours, limit: medianOf(limits) })
    }
    const byPgbench = found.flatMap(({ pgbench }) => pgbench ?? [])
    const lines = [
      besides(
        'pg',
        found.map(({ pg }) => pg),
      ),
    ]
    return byPgbench.length === 0 ? lines : [...lines, besides('pgbench', byPgbench)]
  })
}

function medianOf(sample: readonly number[]): number {
  return percentile(sample, 0.5)
}

async function overHttp({ url, client }: BenchDatabase, crowd: Crowd): Promise<number> {
  const before = await countKept(client)
  let called = 0
  const next = () => crowd.person(called++)
  const rate = await withServer(url, (port) =>
    postAll({ path: '/api/activities/signIn', port, concurrency, seconds: seconds.ours, next }),
  )
  if (called > people) throw new Error(`${called} of ${people} called`)

  const after = await countKept(client)
  const traced = after.traced - before.traced
  if (after.kept !== called || traced !== called)
    throw new Error(`${called} sign-ins left ${after.kept} rows and ${traced} traces`)
  return rate
}

async function countKept(client: Client): Promise<{ kept: number; traced: number }> {
  const { rows } = await client.query<{ kept: number; traced: number }>(
    `select (select count(*)::int from attendances) as kept,
            (select count(*)::int from traces where command = 'activities.signIn') as traced`,
  )
  return rows[0] ?? { kept: 0, traced: 0 }
}

async function throughPg({ url }: BenchDatabase, crowd: Crowd): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: concurrency }, async () => {
      const client = new Client({ connectionString: url })
      await client.connect()
      return client
    }),
  )
  const [began, until] = [performance.now(), performance.now() + seconds.limit * 1000]
  let next = 0
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < until) {
        const { attendance, trace } = crowd.rows(next++)
        await client.query('begin')
        await client.query({ name: 'attendance', text: crowd.insertAttendance, values: attendance })
        await client.query({ name: 'trace', text: crowd.insertTrace, values: trace })
        await client.query('commit')
      }
    }),
  )
  const elapsed = (performance.now() - began) / 1000
  await Promise.all(clients.map((client) => client.end()))
  return next / elapsed
}

/** Nothing where the machine has no pgbench: it does not come from the registry. */
async function throughPgbench(
  { client }: BenchDatabase,
  crowd: Crowd,
): Promise<number | undefined> {
  const run = promisify(execFile)
  if (!(await run('pgbench', ['--version']).catch(() => undefined))) return undefined

  const folder = await mkdtemp(join(tmpdir(), 'zhixing-bench-'))
  const script = join(folder, 'sign-in.sql')
  await writeFile(script, crowd.pgbenchScript(concurrency))
  const { host, port, user, password, database = '' } = client
  const where = ['-h', host, '-p', String(port), '-U', user ?? '']
  const load = ['-n', '-M', 'prepared', '-c', String(concurrency), '-j', '2', '-D', 'k=0']
  const env = { ...process.env, PGPASSWORD: password ?? '' }
  const words = [...where, ...load, '-T', String(seconds.limit), '-f', script, database]
  const { stdout } = await run('pgbench', words, { env })
  await rm(folder, { recursive: true })
  return Number(stdout.match(/tps = ([\d.]+)/)?.[1])
}
