import { Client } from 'pg'
import { openVault } from '../kernel/vault.ts'
import { beat } from '../modules/courses/acts/beat.ts'
import { files, visit } from '../testing/world.ts'
import { withDatabase } from './database.ts'
import type { BenchDatabase } from './database.ts'
import { viewersOf } from './heartbeat-crowd.ts'
import type { Viewers } from './heartbeat-crowd.ts'
import { postAll } from './http-crowd.ts'
import { atLeast, percentile } from './measured.ts'
import type { Measured } from './measured.ts'
import { secret, withServer } from './server-process.ts'

const rounds = 3
const seconds = 6
const concurrency = 256
const people = 5_000
const goal = 1

/**
 * Players tell over HTTP what was watched, each word judged by the server's clock against all that was told before;
 * beside as many connections that write one finished row each and judge nothing. The same without the wire shows what of
 * it HTTP costs. They take turns; the medians count.
 */
export async function heartbeats(): Promise<Measured[]> {
  return withDatabase(async (database) => {
    const viewers = await viewersOf(database, { people, vault: openVault(secret) })
    const clearly = async (run: () => Promise<number>) => {
      const rate = await run()
      await database.client.query(
        `update course_progress set spans = '[]', watched_seconds = 0, position_ms = 0`,
      )
      await database.client.query(`update watch_clocks set spent = '[]'`)
      await database.client.query('vacuum full analyze course_progress, watch_clocks')
      return rate
    }
    const [wired, bare, limits]: [number[], number[], number[]] = [[], [], []]
    for (let round = 0; round < rounds; round += 1) {
      wired.push(await clearly(() => overHttp(database, viewers)))
      bare.push(await clearly(() => throughActs(database, viewers)))
      limits.push(await clearly(() => throughPg(database, viewers)))
    }
    const name = `player heartbeats, ${concurrency} at once, beside one upsert each`
    const facts = { unit: 'heartbeats/s', limit: medianOf(limits) }
    return [
      atLeast(goal, { ...facts, name, ours: medianOf(bare) }),
      atLeast(goal, { ...facts, name: `${name}, over HTTP`, ours: medianOf(wired) }),
    ]
  })
}

function medianOf(sample: readonly number[]): number {
  return percentile(sample, 0.5)
}

async function overHttp({ url, client }: BenchDatabase, viewers: Viewers): Promise<number> {
  let called = 0
  const next = () => viewers.beat(called++)
  const rate = await withServer(url, (port) =>
    postAll({ path: '/api/courses/beat', port, concurrency, seconds, next }),
  )
  await requireWatched(client, called * 15)
  return rate
}

/** Every quarter of a minute that was told is there, and none of them twice. */
async function requireWatched(client: Client, told: number): Promise<void> {
  const { rows } = await client.query<{ watched: number }>(
    'select sum(watched_seconds)::int as watched from course_progress',
  )
  if (rows[0]?.watched !== told) throw new Error(`${rows[0]?.watched} of ${told} s were kept`)
}

async function throughActs({ db, client }: BenchDatabase, viewers: Viewers): Promise<number> {
  const vault = openVault(secret)
  let called = 0
  const rate = await race(async () => {
    const { actor, words } = viewers.call(called++)
    await beat({ db, now: () => new Date(), vault, files, visit, actor }, { ...words, answers: [] })
  })
  await requireWatched(client, called * 15)
  return rate
}

async function throughPg({ url, client }: BenchDatabase, viewers: Viewers): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: concurrency }, async () => {
      const connection = new Client({ connectionString: url })
      await connection.connect()
      return connection
    }),
  )
  let next = 0
  const rate = await race(async (lane) => {
    const values = viewers.row(next++)
    await clients[lane]?.query({ name: 'beat', text: upsert, values })
  })
  await Promise.all(clients.map((connection) => connection.end()))
  await requireWatched(client, next * 15)
  return rate
}

/** How many a second, where so many lanes go on until the time is up. */
async function race(take: (lane: number) => Promise<unknown>): Promise<number> {
  const began = performance.now()
  let count = 0
  await Promise.all(
    Array.from({ length: concurrency }, async (_, lane) => {
      while (performance.now() < began + seconds * 1000) {
        // oxlint-disable-next-line no-await-in-loop
        await take(lane)
        count += 1
      }
    }),
  )
  return count / ((performance.now() - began) / 1000)
}

const upsert = `insert into course_progress (unit_id, id, member_id, course_id, item_id, spans,
    watched_seconds, position_ms, started_at, seen_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, now(), now())
  on conflict (unit_id, member_id, item_id) do update set spans = excluded.spans,
    watched_seconds = excluded.watched_seconds, position_ms = excluded.position_ms,
    seen_at = excluded.seen_at`
