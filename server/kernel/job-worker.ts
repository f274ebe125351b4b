import { and, eq, inArray, sql } from 'drizzle-orm'
import { Client } from 'pg'
import type { Surroundings } from './caller.ts'
import { besideTransaction, isDatabaseAway } from './db.ts'
import type { Db } from './db.ts'
import { Cancelled, HandedBack, jobs } from './jobs.ts'
import type { DeclaredJob, Job, JobTools } from './jobs.ts'
import { Problem } from './problem.ts'
import { sentenceOf } from './refuse.ts'
import { stopwatch, tell } from './signals.ts'

type Declared = readonly DeclaredJob<never, unknown>[]

/** A worker that says nothing for so long is taken for dead; it says something every quarter of it. */
const leaseSeconds = 20
const attemptsMax = 3
/** A lease that ends later was given while the clock was wrong; whoever is alive gives itself another at once. */
const clockApart = sql.raw(`interval '5 minutes'`)
const reportEveryMillis = 200

/**
 * Does every waiting job of the declared kinds, one after another, and returns when there is none left.
 * What went wrong by our own fault is told afterwards: one bad job does not keep the next one waiting.
 */
export async function drainJobs(
  surroundings: Surroundings,
  declared: Declared,
  leaving: AbortSignal = new AbortController().signal,
): Promise<void> {
  const faults: unknown[] = []
  const next = async () => (leaving.aborted ? undefined : take(surroundings.db, declared))
  for (let job = await next(); job; job = await next())
    await perform({ ...surroundings, leaving }, declared, job).catch((fault: unknown) =>
      faults.push(fault),
    )
  if (faults.length > 0) throw new AggregateError(faults, 'some jobs failed by our own fault')
}

export type Worker = { readonly stop: () => Promise<void> }

/** Wakes when a job is asked for, and looks every few seconds for those whose worker died. */
export async function startWorker(
  surroundings: Surroundings,
  {
    declared,
    url,
    onError,
  }: { declared: Declared; url: string; onError: (error: unknown) => void },
): Promise<Worker> {
  let working: Promise<void> = Promise.resolve()
  const leaving = new AbortController()
  const look = () => {
    if (!leaving.signal.aborted)
      working = working.then(() => drainJobs(surroundings, declared, leaving.signal)).catch(onError)
  }

  let ear: Client | undefined
  const listen = async () => {
    if (ear || leaving.signal.aborted) return
    const client = new Client({ connectionString: url })
    client.on('error', () => undefined)
    client.on('end', () => (ear = undefined))
    client.on('notification', look)
    ear = client
    await client.connect()
    await client.query('listen jobs')
  }
  await listen()
  const timer = setInterval(() => {
    listen().catch(() => (ear = undefined))
    look()
  }, 5_000)
  look()

  return {
    async stop() {
      leaving.abort()
      clearInterval(timer)
      await ear?.end().catch(() => undefined)
      await working
    },
  }
}

const foundAtOnce = 8

async function take(db: Db, declared: Declared): Promise<Job | undefined> {
  const kinds = declared.map(({ kind }) => kind)
  if (kinds.length === 0) return undefined
  const isFree = sql`(${jobs.status} = 'waiting'
    or (${jobs.status} = 'running' and (${jobs.leaseUntil} < now() or ${jobs.leaseUntil} > now() + ${clockApart})))`
  const found = await db
    .select({ unitId: jobs.unitId, id: jobs.id, startedAt: jobs.startedAt })
    .from(jobs)
    .where(and(inArray(jobs.kind, kinds), isFree))
    .orderBy(jobs.createdAt)
    .limit(foundAtOnce)
  // Looked for first and taken if it is free still: rows of several units cannot be held by one statement on a cluster.
  for (const { unitId, id, startedAt } of found) {
    const [job] = await db
      .update(jobs)
      .set({
        status: 'running',
        startedAt: startedAt ?? sql`now()`,
        leaseUntil: lease(),
        attempts: sql`${jobs.attempts} + 1`,
      })
      .where(and(eq(jobs.unitId, unitId), eq(jobs.id, id), isFree))
      .returning()
    if (job) return job
  }
  return found.length > 0 ? take(db, declared) : undefined
}

type Ground = Surroundings & { readonly leaving: AbortSignal }

async function perform(ground: Ground, declared: Declared, job: Job): Promise<void> {
  const { db } = ground
  const found = declared.find(({ kind }) => kind === job.kind)
  const seconds = stopwatch()
  const breath = setInterval(
    () => void change(db, job, { leaseUntil: lease() }).catch(() => undefined),
    (leaseSeconds * 1000) / 4,
  )
  try {
    if (!found) throw new Error(`nobody declared the job ${job.kind}`)
    if (job.attempts > attemptsMax) throw new Error(`${job.kind} died ${attemptsMax} times`)
    const result = await found.run(toolsOf(ground, job), job.input as never)
    await change(db, job, { status: 'done', result: result ?? null, ...end })
    tell('job', { kind: job.kind, outcome: 'done', seconds: seconds() })
  } catch (error) {
    if (error instanceof HandedBack) return await handBack(db, job)
    // No fault of the job: it begins again, as if its worker had died.
    if (isDatabaseAway(error)) {
      await change(db, job, { status: 'waiting', leaseUntil: null })
      throw error
    }
    const outcome = outcomeOf(error)
    await change(db, job, outcome)
    tell('job', { kind: job.kind, outcome: outcome.status, seconds: seconds() })
    if (!(error instanceof Cancelled) && !(error instanceof Problem)) throw error
  } finally {
    clearInterval(breath)
  }
}

/** Others need not wait until the lease has run out, and nobody has died. Where it was taken from us, nothing changes. */
async function handBack(db: Db, job: Job): Promise<void> {
  const attempts = job.attempts - 1
  const row = await change(db, job, { status: 'waiting', attempts, leaseUntil: null })
  if (row) await db.execute(sql`select pg_notify('jobs', ${job.kind})`)
}

function outcomeOf(error: unknown) {
  if (error instanceof Cancelled) return { status: 'cancelled' as const, ...end }
  return { status: 'failed' as const, note: sentenceOf(error), ...end }
}

const end = { endedAt: sql`now()`, leaseUntil: null }

function toolsOf({ leaving, ...surroundings }: Ground, job: Job): JobTools {
  let last = 0
  return {
    ...surroundings,
    job,
    async report(done, total, note = '') {
      if (leaving.aborted) throw new HandedBack()
      const now = Date.now()
      if (done < total && now - last < reportEveryMillis) return
      last = now
      const row = await change(surroundings.db, job, { done, total, note })
      if (!row) throw new HandedBack()
      if (row.cancelAskedAt) throw new Cancelled()
    },
    async settle(tx, result) {
      const set = { status: 'done' as const, result: result ?? null, ...end }
      const rows = await tx.update(jobs).set(set).where(ours(job)).returning({ id: jobs.id })
      if (rows.length === 0) throw new HandedBack()
    },
  }
}

function change(db: Db, job: Job, set: object): Promise<Job | undefined> {
  return besideTransaction(async () => {
    const [row] = await db.update(jobs).set(set).where(ours(job)).returning()
    return row
  })
}

/** As long as it is: who was taken for dead and then awakes finds that somebody else has made another attempt. */
function ours({ unitId, id, attempts }: Job) {
  const key = and(eq(jobs.unitId, unitId), eq(jobs.id, id))
  return and(key, eq(jobs.status, 'running'), eq(jobs.attempts, attempts))
}

function lease() {
  return sql`now() + make_interval(secs => ${leaseSeconds})`
}
