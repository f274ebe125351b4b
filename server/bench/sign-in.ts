import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import autocannon from 'autocannon'
import { Client } from 'pg'
import { openVault } from '../kernel/vault.ts'
import { withDatabase } from './database.ts'
import type { BenchDatabase } from './database.ts'
import { atLeast } from './measured.ts'
import type { Measured } from './measured.ts'
import { crowdOf } from './sign-in-crowd.ts'
import type { Crowd } from './sign-in-crowd.ts'
import { answers, freePort } from './start-to-ready.ts'

const seconds = 10
const concurrency = 256
const people = 200_000
const secret = 'a secret for the length of this measurement'
const goal = 1.2

/**
 * A county signs in over HTTP, each person once, every one with an attendance and a trace; then the same rows, keys
 * and traces are written one transaction each, as fast as PostgreSQL takes them at the same concurrency.
 */
export async function signIn(): Promise<Measured[]> {
  return withDatabase(async (database) => {
    const crowd = await crowdOf(database, { people, vault: openVault(secret) })
    const ours = await overHttp(database, crowd)
    const name = `sign-in burst, ${concurrency} at once`
    const unit = 'sign-ins/s'

    await database.client.query('truncate attendances')
    const limit = await throughPg(database, crowd)
    const lines = [atLeast(goal, { name: `${name}, beside pg`, unit, ours, limit })]
    const pgbench = await throughPgbench(database, crowd)
    return pgbench === undefined
      ? lines
      : [...lines, atLeast(goal, { name: `${name}, beside pgbench`, unit, ours, limit: pgbench })]
  })
}

async function overHttp({ url, client }: BenchDatabase, crowd: Crowd): Promise<number> {
  const port = String(await freePort())
  const env = { ...process.env, DATABASE_URL: url, PORT: port, SECRET: secret, DEMO: 'off' }
  const server = spawn(process.execPath, ['server/main.ts'], {
    env: { ...env, LOG_LEVEL: 'error', NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await answers(`http://127.0.0.1:${port}/ready`)

  let next = 0
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: concurrency,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        path: '/api/activities/signIn',
        setupRequest: (request) => {
          const { ticket, cookie } = crowd.person(next++)
          const headers = { 'content-type': 'application/json', cookie }
          return { ...request, headers, body: JSON.stringify({ ticket }) }
        },
      },
    ],
  })
  server.kill('SIGTERM')
  await once(server, 'exit')
  if (result.non2xx > 0 || next > people)
    throw new Error(`${result.non2xx} refused, ${next} of ${people} called`)

  const { rows } = await client.query<{ kept: number; traced: number }>(
    `select (select count(*)::int from attendances) as kept,
            (select count(*)::int from traces where command = 'activities.signIn') as traced`,
  )
  const { kept = 0, traced = -1 } = rows[0] ?? {}
  if (kept !== traced) throw new Error(`${kept} sign-ins left ${traced} traces`)
  return kept / result.duration
}

async function throughPg({ url }: BenchDatabase, crowd: Crowd): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: concurrency }, async () => {
      const client = new Client({ connectionString: url })
      await client.connect()
      return client
    }),
  )
  const [began, until] = [performance.now(), performance.now() + seconds * 1000]
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

  await client.query('truncate attendances')
  const folder = await mkdtemp(join(tmpdir(), 'zhixing-bench-'))
  const script = join(folder, 'sign-in.sql')
  await writeFile(script, crowd.pgbenchScript)
  const { host, port, user, password, database = '' } = client
  const where = ['-h', host, '-p', String(port), '-U', user ?? '']
  const load = ['-n', '-M', 'prepared', '-c', String(concurrency), '-j', '2', '-T', String(seconds)]
  const env = { ...process.env, PGPASSWORD: password ?? '' }
  const { stdout } = await run('pgbench', [...where, ...load, '-f', script, database], { env })
  await rm(folder, { recursive: true })
  return Number(stdout.match(/tps = ([\d.]+)/)?.[1])
}
