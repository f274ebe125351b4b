import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { Client } from 'pg'
import { writeBadge } from '../kernel/badge.ts'
import { openDb } from '../kernel/db.ts'
import { startEmbedded } from '../kernel/embedded-postgres.ts'
import { migrate } from '../kernel/migrate.ts'
import * as schema from '../schema.ts'
import { plantMeeting, plantOrganization } from '../testing/world.ts'

/** A crowd signs in over HTTP, each person once; then pgbench inserts as many rows, one per transaction. */
const people = 150_000
const connections = Number(process.argv[2] ?? 256)
const seconds = 10
const secret = 'a secret for the length of this measurement'
const until = new Date(Date.now() + 3_600_000)

const folder = join(tmpdir(), `zhixing-bench-${process.pid}`)
mkdirSync(folder)
const { url, stop } = await startEmbedded(join(folder, 'postgres'))
await migrate(url, schema)
const client = new Client({ connectionString: url })
await client.connect()

const { meeting, members } = await plant()
await signInOverHttp()

const values = `'${meeting.unitId}', gen_random_uuid()`
insertOneByOne(
  'bare rows',
  `insert into bench values (${values}, gen_random_uuid(), gen_random_uuid(), now());`,
)
await client.query('truncate attendances')
insertOneByOne(
  'the same rows, keys and traces',
  `\\set n random(1, ${people})
   begin;
   insert into attendances select ${values}, '${meeting.meetingId}', id, now() from numbered where n = :n on conflict do nothing;
   insert into traces values (${values}, now(), gen_random_uuid(), 'meetings.signIn', '/a/b/', 'meeting', null, '{"a":"0123456789012345678901234567890123456789"}');
   commit;`,
)

await client.end()
await stop()
rmSync(folder, { recursive: true })

async function plant() {
  const { db, close } = openDb(url, { connectionsMax: 2, guarded: false })
  const branch = await plantOrganization(db, await plantOrganization(db, undefined, '县委'), '支部')
  const gathering = await plantMeeting(db, branch, { signInUntil: until })
  await close()

  const { rows } = await client.query<{ id: string }>(
    `insert into members select $1, gen_random_uuid(), $2, '张三' from generate_series(1, $3) returning id`,
    [branch.unitId, branch.id, people],
  )
  await client.query('create table bench (like attendances including all)')
  await client.query(
    'create table numbered as select row_number() over ()::int as n, id from members',
  )
  await client.query('create index on numbered (n)')
  await client.query('vacuum analyze')
  return { meeting: gathering, members: rows.map(({ id }) => id) }
}

async function signInOverHttp(): Promise<void> {
  const port = '3999'
  const env = { ...process.env, DATABASE_URL: url, PORT: port, BADGE_SECRET: secret }
  const server = spawn('node', ['server/main.ts'], {
    env: { ...env, LOG_LEVEL: 'warn', NODE_ENV: 'production' },
    stdio: 'inherit',
  })
  while (!(await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined))) await pause(100)

  const badges = members.map((memberId) =>
    writeBadge(secret, { unitId: meeting.unitId, memberId, until }),
  )
  let next = 0
  const headers = () => ({
    'content-type': 'application/json',
    authorization: `Bearer ${badges[next++ % badges.length]}`,
  })
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        path: '/api/meetings/signIn',
        body: JSON.stringify(meeting),
        setupRequest: (request) => ({ ...request, headers: headers() }),
      },
    ],
  })
  server.kill('SIGTERM')
  await once(server, 'exit')

  const { rows } = await client.query<{ kept: number; traced: number }>(
    'select (select count(*)::int from attendances) as kept, (select count(*)::int from traces) as traced',
  )
  const { kept = 0, traced = 0 } = rows[0] ?? {}
  const rate = Math.round(kept / result.duration)
  say(
    `HTTP: ${rate} sign-ins/s kept (${kept} rows, ${traced} traces), not 200: ${result.non2xx}, p99 ${result.latency.p99} ms`,
  )
}

function insertOneByOne(what: string, statement: string): void {
  const script = join(folder, 'insert.sql')
  const { host, port, user, password, database = '' } = client
  const env = { ...process.env, PGPASSWORD: password ?? '' }
  const where = ['-h', host, '-p', String(port), '-U', user ?? '']
  const load = ['-n', '-M', 'prepared', '-c', '64', '-j', '2', '-T', String(seconds)]
  execFileSync('tee', [script], { input: statement, stdio: ['pipe', 'ignore', 'inherit'] })
  const out = execFileSync('pgbench', [...where, ...load, '-f', script, database], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  say(`pgbench: ${out.match(/tps = ([\d.]+)/)?.[1]} transactions/s, ${what}`)
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
