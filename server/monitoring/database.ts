import { sql } from 'drizzle-orm'
import { Gauge } from 'prom-client'
import type { Registry } from 'prom-client'
import type { Connections, Db } from '../kernel/db.ts'
import { jobs } from '../kernel/jobs.ts'
import { traces } from '../kernel/trace.ts'
import { sessions } from '../modules/accounts/table.ts'

type Watched = { readonly db: Db; readonly connections: () => Connections }

/** Whoever asks more often gets the same answer: counting a million sessions is no work for every breath. */
const keptMs = 15_000
const patienceMs = 3_000

/** The same question for all, as a row of names and numbers; what is null is not known, and left out. */
const question = sql`select
  pg_database_size(current_database())::float8 as size,
  (select max(age(datfrozenxid)) from pg_database)::float8 as transactions,
  (select failed_count from pg_stat_archiver)::float8 as unarchived,
  (select extract(epoch from now() - last_archived_time) from pg_stat_archiver)::float8 as archived,
  (select count(*) from ${sessions} where ended_at is null and expires_at > now()
    and last_seen_at + make_interval(secs => idle_seconds) > now())::float8 as sessions,
  (select extract(epoch from now() - min(at)) from ${traces} where seal is null)::float8 as unsealed,
  (select count(*) from ${jobs} where status = 'waiting')::float8 as waiting,
  (select count(*) from ${jobs} where status = 'running')::float8 as running,
  (select count(*) from ${jobs} where status = 'failed' and ended_at > now() - interval '1 day')::float8 as failed,
  (select extract(epoch from now() - min(created_at)) from ${jobs} where status = 'waiting')::float8 as oldest`

/** What a gauge is called, where its number lies, what it says when there is none, and what it means. */
const gauges = [
  ['database_size_bytes', 'size', null, 'What the database takes on its disk.'],
  ['database_transaction_age', 'transactions', null, 'Transactions since the oldest freeze.'],
  ['database_archive_failures', 'unarchived', null, 'WAL files that could not be archived.'],
  ['database_archived_seconds', 'archived', null, 'Since the last WAL file was archived.'],
  ['sessions', 'sessions', 0, 'Sessions that would be let in now.'],
  ['traces_unsealed_seconds', 'unsealed', 0, 'Age of the oldest trace that no seal holds yet.'],
  ['jobs_waiting', 'waiting', 0, 'Jobs that nobody has begun.'],
  ['jobs_running', 'running', 0, 'Jobs at work, in whichever process.'],
  ['jobs_failed', 'failed', 0, 'Jobs that failed within the last day.'],
  ['jobs_oldest_waiting_seconds', 'oldest', 0, 'Age of the oldest job that nobody has begun.'],
] as const

/** Adds what the database knows; the function that it returns asks anew, and never fails. */
export function watchDatabase(registry: Registry, { db, connections }: Watched) {
  watchConnections(registry, connections)
  const up = gauge(registry, 'database_up', 'Whether the database answered within three seconds.')
  const found = gauges.map(([name, key, otherwise, help]) => ({
    key,
    otherwise,
    gauge: gauge(registry, name, help),
  }))

  let askedAt = -keptMs
  return async (): Promise<void> => {
    if (performance.now() - askedAt < keptMs) return
    askedAt = performance.now()
    const numbers = await inTime(ask(db)).catch(() => undefined)
    up.set(numbers ? 1 : 0)
    // Old numbers beside a database that is away would look like new ones.
    for (const one of found) {
      const value = numbers && (numbers[one.key] ?? one.otherwise)
      if (typeof value === 'number') one.gauge.set(value)
      else one.gauge.remove()
    }
    if (!numbers) askedAt = -keptMs
  }
}

function watchConnections(registry: Registry, connections: Watched['connections']): void {
  const inUse: Gauge = new Gauge({
    name: 'zhixing_database_connections',
    help: 'Connections of this process: busy, idle, and callers that wait for one.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { open, idle, waiting, max } = connections()
      for (const [state, count] of Object.entries({ busy: open - idle, idle, waiting, max }))
        this.set({ state }, count)
    },
  })
  inUse.reset()
}

function gauge(registry: Registry, name: string, help: string): Gauge {
  return new Gauge({ name: `zhixing_${name}`, help, registers: [registry] })
}

async function ask(db: Db) {
  const { rows } = await db.execute<Record<string, number | null>>(question)
  return rows[0]
}

async function inTime<Value>(work: Promise<Value>): Promise<Value> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error('too late')), patienceMs)
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer))
}
