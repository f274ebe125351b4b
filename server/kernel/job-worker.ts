import { and, eq, inArray, sql } from 'drizzle-orm'
import { Client } from 'pg'
import type { Surroundings } from './caller.ts'
import { besideTransaction } from './db.ts'
import type { Db } from './db.ts'
import { Cancelled, jobs } from './jobs.ts'
import type { DeclaredJob, Job, JobTools } from './jobs.ts'
import { Problem } from './problem.ts'
import { sentenceOf } from './refuse.ts'
import { stopwatch, tell } from './signals.ts'

type Declared = readonly DeclaredJob<never, unknown>[]

const leaseSeconds = 60
const attemptsMax = 3
const reportEveryMillis = 200

/**
 * Does every waiting job of the declared kinds, one after another, and returns when there is none left.
 * What went wrong by our own fault is told afterwards: one bad job does not keep the next one waiting.
 */
export async function drainJobs(surroundings: Surroundings, declared: Declared): Promise<void> {
  const faults: unknown[] = []
  for (
    let job = await take(surroundings.db, declared);
    job;
    job = await take(surroundings.db, declared)
  )
    await perform(surroundings, declared, job).catch((fault: unknown) => faults.push(fault))
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
  let stopped = false
  const look = () => {
    if (!stopped) working = working.then(() => drainJobs(surroundings, declared)).catch(onError)
  }

  let ear: Client | undefined
  const listen = async () => {
    if (ear || stopped) return
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
      stopped = true
      clearInterval(timer)
      await ear?.end().catch(() => undefined)
      await working
    },
  }
}

async function take(db: Db, declared: Declared): Promise<Job | undefined> {
  const kinds = declared.map(({ kind }) => kind)
  if (kinds.length === 0) return undefined
  const next = sql`(select ${jobs.id} from ${jobs}
    where ${inArray(jobs.kind, kinds)} and (${jobs.status} = 'waiting'
      or (${jobs.status} = 'running' and ${jobs.leaseUntil} < now()))
    order by ${jobs.createdAt} limit 1 for update skip locked)`
  const [job] = await db
    .update(jobs)
    .set({
      status: 'running',
      startedAt: sql`coalesce(${jobs.startedAt}, now())`,
      leaseUntil: lease(),
      attempts: sql`${jobs.attempts} + 1`,
    })
    .where(sql`${jobs.id} = ${next}`)
    .returning()
  return job
}

async function perform(surroundings: Surroundings, declared: Declared, job: Job): Promise<void> {
  const { db } = surroundings
  const found = declared.find(({ kind }) => kind === job.kind)
  const seconds = stopwatch()
  const breath = setInterval(
    () => void change(db, job, { leaseUntil: lease() }).catch(() => undefined),
    15_000,
  )
  try {
    if (!found) throw new Error(`nobody declared the job ${job.kind}`)
    if (job.attempts > attemptsMax) throw new Error(`${job.kind} died ${attemptsMax} times`)
    const result = await found.run(toolsOf(surroundings, job), job.input as never)
    await change(db, job, { status: 'done', result: result ?? null, ...end })
    tell('job', { kind: job.kind, outcome: 'done', seconds: seconds() })
  } catch (error) {
    const outcome = outcomeOf(error)
    await change(db, job, outcome)
    tell('job', { kind: job.kind, outcome: outcome.status, seconds: seconds() })
    if (!(error instanceof Cancelled) && !(error instanceof Problem)) throw error
  } finally {
    clearInterval(breath)
  }
}

function outcomeOf(error: unknown) {
  if (error instanceof Cancelled) return { status: 'cancelled' as const, ...end }
  return { status: 'failed' as const, note: sentenceOf(error), ...end }
}

const end = { endedAt: sql`now()`, leaseUntil: null }

function toolsOf(surroundings: Surroundings, job: Job): JobTools {
  let last = 0
  return {
    ...surroundings,
    job,
    async report(done, total, note = '') {
      const now = Date.now()
      if (done < total && now - last < reportEveryMillis) return
      last = now
      const row = await change(surroundings.db, job, { done, total, note })
      if (row?.cancelAskedAt) throw new Cancelled()
    },
  }
}

async function change(db: Db, { unitId, id }: Job, set: object) {
  return besideTransaction(async () => {
    const [row] = await db
      .update(jobs)
      .set(set)
      .where(and(eq(jobs.unitId, unitId), eq(jobs.id, id)))
      .returning()
    return row
  })
}

function lease() {
  return sql`now() + make_interval(secs => ${leaseSeconds})`
}
