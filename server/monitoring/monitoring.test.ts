import { setImmediate as breath } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { buildApp, buildPackagesApp } from '../testing/app.ts'
import { chores } from '../chores.ts'
import { startChores } from '../kernel/chores.ts'
import { inTransaction, openDb } from '../kernel/db.ts'
import { drainJobs } from '../kernel/job-worker.ts'
import { declareJob, enqueue } from '../kernel/jobs.ts'
import { db, url } from '../testing/database.ts'
import { files, noon, plant, vault } from '../testing/world.ts'
import { openMonitoring } from './index.ts'

async function open(databaseUrl = url) {
  const opened = openDb(databaseUrl, { connectionsMax: 3, guarded: false })
  const monitoring = openMonitoring({ ...opened, chores, folder: import.meta.dirname })
  const address = await monitoring.listen({ host: '127.0.0.1', port: 0 })
  onTestFinished(async () => {
    await monitoring.close()
    await opened.close()
  })
  const read = async () => (await fetch(address)).text()
  return { ...monitoring, address, read, opened }
}

/** Whatever the labels, in any order. */
function valueOf(text: string, name: string, ...labels: string[]): number | undefined {
  const lines = text
    .split('\n')
    .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
  const found = lines.find((line) => labels.every((label) => line.includes(label)))
  return found === undefined ? undefined : Number(found.slice(found.lastIndexOf(' ')))
}

test('counts what comes in by route and status, at both doors, and tells nothing of anybody', async () => {
  const { watchAt, read, address } = await open()
  const surroundings = { db, vault, files, now: () => noon }
  const app = await buildApp({
    ...surroundings,
    identify: async () => undefined,
    watch: watchAt('platform'),
  })
  const packages = await buildPackagesApp(surroundings, watchAt('packages'))
  onTestFinished(async () => void (await Promise.all([app.close(), packages.close()])))
  const origins = [app, packages].map((one) => one.listen({ host: '127.0.0.1', port: 0 }))
  const [platform = '', apart = ''] = await Promise.all(origins)

  await fetch(`${platform}/health`)
  await fetch(`${platform}/health`)
  await fetch(`${platform}/api/members/show?input=${encodeURIComponent('{"idNumber":"990000"}')}`)
  await fetch(`${platform}/nowhere/13900000000`)
  await fetch(`${apart}/13900000001/index.html`)
  // An answer is counted when its socket has let go of it.
  await expect
    .poll(async () => valueOf(await read(), 'zhixing_http_requests_in_flight', 'platform'))
    .toBe(0)

  const text = await read()
  const total = (...labels: string[]) => valueOf(text, 'zhixing_http_requests_total', ...labels)
  expect(total('door="platform"', 'route="/health"', 'status="200"')).toBe(2)
  expect(total('route="/api/members/show"', 'method="GET"', 'status="4')).toBe(1)
  expect(total('route="unknown"', 'status="404"')).toBe(1)
  expect(total('door="packages"', 'status="404"')).toBe(1)
  expect(valueOf(text, 'zhixing_http_request_duration_seconds_count', 'route="/health"')).toBe(2)
  expect(text).not.toMatch(/990000|1390000/)
  expect((await fetch(address.replace('/metrics', '/health'))).status).toBe(404)
})

test('says what waits, what was done, and by whom of the machinery', async () => {
  const world = await plant(db)
  const { read } = await open()
  const job = declareJob({ kind: `count:${world.county.id}`, run: async () => 1 })
  const { actor, now } = world.secretary
  const ticket = { place: actor.place, title: '测试', requestedBy: actor.accountId, input: {} }
  const ask = { ...ticket, now: now() }
  await inTransaction(db, (tx) => enqueue(tx, job, ask))
  await drainJobs(world.secretary, [job])
  const housekeeper = await startChores(
    world.secretary,
    [
      { name: 'goes well', everySeconds: 0.01, run: async () => db.execute(sql`select 1`) },
      { name: 'goes wrong', everySeconds: 0.01, run: () => Promise.reject(new Error('wrong')) },
    ],
    { onError: () => undefined, lookEveryMillis: 10 },
  )
  onTestFinished(() => housekeeper.stop())

  await expect
    .poll(async () => valueOf(await read(), 'zhixing_chore_failures_total', 'goes wrong'))
    .toBeGreaterThan(0)
  await expect
    .poll(async () => valueOf(await read(), 'zhixing_chore_last_success_timestamp_seconds'))
    .toBeGreaterThan(0)
  const text = await read()
  expect(valueOf(text, 'zhixing_job_duration_seconds_count', job.kind, 'done')).toBe(1)
  expect(valueOf(text, 'zhixing_chore_failures_total', 'seal traces')).toBe(0)
  expect(valueOf(text, 'zhixing_jobs_waiting')).toBeGreaterThanOrEqual(0)
  expect(valueOf(text, 'zhixing_sessions')).toBeGreaterThanOrEqual(0)
  expect(valueOf(text, 'zhixing_database_up')).toBe(1)
  expect(valueOf(text, 'zhixing_database_connections', 'max')).toBe(3)
  expect(valueOf(text, 'zhixing_database_size_bytes')).toBeGreaterThan(1_000_000)
  expect(valueOf(text, 'zhixing_disk_bytes', 'free')).toBeGreaterThan(0)
  expect(valueOf(text, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0)
})

test('answers while the database is away, with no number that would look new', async () => {
  const { read } = await open('postgres://nobody@127.0.0.1:1/nothing')
  await breath()
  const text = await read()
  expect(valueOf(text, 'zhixing_database_up')).toBe(0)
  expect(valueOf(text, 'zhixing_sessions')).toBeUndefined()
  expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(0)
})
