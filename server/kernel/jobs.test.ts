import { and, eq, inArray, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { cancel } from '../modules/jobs/acts/cancel.ts'
import { listJobs, showJob } from '../modules/jobs/views.ts'
import { organizations } from '../modules/organizations/table.ts'
import { db } from '../testing/database.ts'
import { expectRefusal } from '../testing/expect.ts'
import { plant } from '../testing/world.ts'
import type { Person, World } from '../testing/world.ts'
import { besideTransaction, inTransaction } from './db.ts'
import { drainJobs } from './job-worker.ts'
import { declareJob, enqueue, jobs } from './jobs.ts'
import { conflict } from './problem.ts'

const kindOf = (world: World, name: string) => `${name}:${world.county.id}`

async function ask(world: World, kind: string, input: unknown = {}) {
  const { actor, now } = world.secretary
  const ticket = { place: actor.place, title: '测试', requestedBy: actor.accountId, input }
  const jobId = await inTransaction(db, (tx) => enqueue(tx, { kind }, { ...ticket, now: now() }))
  return { unitId: actor.unitId, jobId }
}

test('does what was asked for, reports how far it is, and keeps the result', async () => {
  const world = await plant(db)
  const seen: number[] = []
  const count = declareJob<{ until: number }, { counted: number }>({
    kind: kindOf(world, 'count'),
    async run({ report, job }, { until }) {
      for (let at = 1; at <= until; at += 1) {
        await report(at, until, `第 ${at} 个`)
        const [row] = await db.select().from(jobs).where(eq(jobs.id, job.id))
        seen.push(row?.done ?? 0)
      }
      return { counted: until }
    },
  })
  const key = await ask(world, count.kind, { until: 3 })

  await drainJobs(world.secretary, [count])

  expect(await showJob(world.secretary, key)).toMatchObject({ status: 'done', done: 3, total: 3 })
  expect(seen).toEqual([1, 1, 3])
  const [row] = await db.select().from(jobs).where(eq(jobs.id, key.jobId))
  expect(row?.result).toEqual({ counted: 3 })
})

test('without the commit there is no job', async () => {
  const world = await plant(db)
  const { actor, now } = world.secretary
  const ticket = { place: actor.place, title: '', requestedBy: actor.accountId, input: {} }
  const undone = inTransaction(db, async (tx) => {
    await enqueue(tx, { kind: kindOf(world, 'never') }, { ...ticket, now: now() })
    throw new Error('changed my mind')
  })

  await expect(undone).rejects.toThrow('changed my mind')
  expect(await listJobs(world.secretary, {})).toEqual({ rows: [] })
})

test('stops when its asker says so, and what it did is undone', async () => {
  const world = await plant(db)
  const { county } = world
  const rename = declareJob<object, void>({
    kind: kindOf(world, 'rename'),
    run: ({ report, db: base, job }) =>
      inTransaction(base, async (tx) => {
        await tx.update(organizations).set({ name: '改名' }).where(eq(organizations.id, county.id))
        await report(1, 1)
        await cancelAside(world.secretary, { unitId: job.unitId, jobId: job.id })
        await report(1, 1)
      }),
  })
  const key = await ask(world, rename.kind)

  await drainJobs(world.secretary, [rename])

  expect((await showJob(world.secretary, key)).status).toBe('cancelled')
  const named = and(eq(organizations.id, county.id), eq(organizations.name, '改名'))
  expect(await db.$count(organizations, named)).toBe(0)
  await expectRefusal(cancel(world.secretary, key), 'jobs.over')
})

/** Somebody else's connection: the job's own transaction is open meanwhile. */
async function cancelAside(caller: Person, key: { unitId: string; jobId: string }) {
  await besideTransaction(() => cancel(caller, key))
}

test('a refusal is told in its words; a fault is told as one', async () => {
  const world = await plant(db)
  const refuses = declareJob<object, void>({
    kind: kindOf(world, 'refuses'),
    run: async () => Promise.reject(conflict('organizations.leaf')),
  })
  const fails = declareJob<object, void>({
    kind: kindOf(world, 'fails'),
    run: async () => Promise.reject(new Error('secret')),
  })
  const [refused, failed] = [await ask(world, refuses.kind), await ask(world, fails.kind)]

  await expect(drainJobs(world.secretary, [fails, refuses])).rejects.toThrow('our own fault')

  expect(await showJob(world.secretary, refused)).toMatchObject({
    status: 'failed',
    note: '党支部下只能设党小组，党小组下不能再设组织',
  })
  expect((await showJob(world.secretary, failed)).note).toBe('系统出现故障，请稍后重试')
})

test('is taken up again when its worker died, and given up after three deaths', async () => {
  const world = await plant(db)
  let runs = 0
  const dies = declareJob<object, void>({
    kind: kindOf(world, 'dies'),
    run: async () => void (runs += 1),
  })
  const key = await ask(world, dies.kind)
  const dead = { status: 'running', leaseUntil: new Date(0) } as const

  await db
    .update(jobs)
    .set({ ...dead, attempts: 1 })
    .where(eq(jobs.id, key.jobId))
  await drainJobs(world.secretary, [dies])
  expect([runs, (await showJob(world.secretary, key)).status]).toEqual([1, 'done'])

  await db
    .update(jobs)
    .set({ ...dead, attempts: 3, endedAt: null })
    .where(eq(jobs.id, key.jobId))
  await expect(drainJobs(world.secretary, [dies])).rejects.toThrow('our own fault')
  expect([runs, (await showJob(world.secretary, key)).status]).toEqual([1, 'failed'])
})

test('who was taken for dead keeps nothing, and says nothing over the one who does it now', async () => {
  const world = await plant(db)
  const { county } = world
  const awoken = Promise.withResolvers<void>()
  const asleep = Promise.withResolvers<void>()
  let runs = 0
  const renames = declareJob<object, string>({
    kind: kindOf(world, 'renames'),
    async run({ db: base, report, settle }) {
      runs += 1
      const name = `第${runs}次`
      if (runs === 1) {
        asleep.resolve()
        await awoken.promise
      }
      return inTransaction(base, async (tx) => {
        if (runs === 1) await report(1, 1)
        await tx.update(organizations).set({ name }).where(eq(organizations.id, county.id))
        await settle(tx, name)
        return name
      })
    },
  })
  const key = await ask(world, renames.kind)
  const slow = drainJobs(world.secretary, [renames])
  await asleep.promise
  await db
    .update(jobs)
    .set({ leaseUntil: new Date(0) })
    .where(eq(jobs.id, key.jobId))

  await Promise.all([drainJobs(world.secretary, [renames]), drainJobs(world.secretary, [renames])])
  awoken.resolve()
  await slow

  const [row] = await db.select().from(jobs).where(eq(jobs.id, key.jobId))
  expect([runs, row?.status, row?.result, row?.attempts]).toEqual([2, 'done', '第2次', 2])
  expect(await db.$count(organizations, eq(organizations.name, '第2次'))).toBe(1)
})

test('what was kept is done, though its worker dies before it can say so', async () => {
  const world = await plant(db)
  let runs = 0
  const dies = declareJob<object, void>({
    kind: kindOf(world, 'settles'),
    async run({ db: base, settle }) {
      runs += 1
      await inTransaction(base, (tx) => settle(tx, { runs }))
      throw new Error('died after the commit')
    },
  })
  const key = await ask(world, dies.kind)

  await expect(drainJobs(world.secretary, [dies])).rejects.toThrow('our own fault')
  await drainJobs(world.secretary, [dies])
  const [row] = await db.select().from(jobs).where(eq(jobs.id, key.jobId))
  expect([runs, row?.status, row?.result]).toEqual([1, 'done', { runs: 1 }])
})

test('who leaves hands it back at once, and that counts as nobody’s death', async () => {
  const world = await plant(db)
  const leaving = new AbortController()
  let runs = 0
  const long = declareJob<object, void>({
    kind: kindOf(world, 'long'),
    async run({ report }) {
      runs += 1
      if (runs === 1) leaving.abort()
      await report(1, 2)
    },
  })
  const key = await ask(world, long.kind)
  const left = await ask(world, long.kind)

  await drainJobs(world.secretary, [long], leaving.signal)
  const rows = await db
    .select()
    .from(jobs)
    .where(inArray(jobs.id, [key.jobId, left.jobId]))
  expect(rows.map(({ status, attempts }) => [status, attempts])).toEqual([
    ['waiting', 0],
    ['waiting', 0],
  ])

  await drainJobs(world.secretary, [long])
  expect([runs, (await showJob(world.secretary, key)).status]).toEqual([3, 'done'])
})

test('is taken up although its worker died while the clock was a year ahead', async () => {
  const world = await plant(db)
  const ahead = declareJob<object, void>({
    kind: kindOf(world, 'ahead'),
    run: async () => undefined,
  })
  const key = await ask(world, ahead.kind)
  const leaseUntil = new Date(Date.now() + 365 * 86_400_000)
  await db
    .update(jobs)
    .set({ status: 'running', attempts: 1, leaseUntil })
    .where(eq(jobs.id, key.jobId))
  await drainJobs(world.secretary, [ahead])
  expect((await showJob(world.secretary, key)).status).toBe('done')
})

test('begins again when the database was away, and is not failed for that', async () => {
  const world = await plant(db)
  let runs = 0
  const kind = kindOf(world, 'away')
  const away = declareJob<object, void>({
    kind,
    async run({ db: base }) {
      runs += 1
      if (runs > 1) return
      await inTransaction(base, async (tx) => {
        const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
        const [gone] = rows
        await besideTransaction(async () => {
          await base.execute(sql`select pg_terminate_backend(${gone?.pid}::int)`)
        })
        await tx.execute(sql`select 1`)
      })
    },
  })
  const key = await ask(world, kind)
  await expect(drainJobs(world.secretary, [away])).rejects.toThrow('our own fault')
  expect([runs, (await showJob(world.secretary, key)).status]).toEqual([2, 'done'])
})

test('is nobody else’s business', async () => {
  const world = await plant(db)
  const key = await ask(world, kindOf(world, 'private'))
  await expectRefusal(showJob(world.organizer, key), 'jobs.unknown')
  await expectRefusal(cancel(world.organizer, key), 'jobs.unknown')
})
