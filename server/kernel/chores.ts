import { sql } from 'drizzle-orm'
import { integer, text, timestamp } from 'drizzle-orm/pg-core'
import type { Surroundings } from './caller.ts'
import type { Db } from './db.ts'
import { idOf } from './ids.ts'
import { rowsOf } from './many.ts'
import { stopwatch, tell } from './signals.ts'
import { sharedTable } from './tables.ts'

/** Something small that the platform does again and again, once for all its processes. */
export type Chore = {
  readonly name: string
  readonly everySeconds: number
  readonly run: (surroundings: Surroundings) => Promise<unknown>
}

/** When each chore was last begun: its pace belongs to the platform, not to a process, and outlives a restart. */
export const choreRuns = sharedTable('chore_runs', {
  name: text('name').notNull(),
  startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
  endedAt: timestamp('ended_at', { withTimezone: true }),
  /** Whoever does it extends it; one that ran out means that they died. */
  leaseUntil: timestamp('lease_until', { withTimezone: true }),
  /** How often in a row it went wrong. */
  failures: integer('failures').notNull().default(0),
})

export type Housekeeper = { readonly stop: () => Promise<void> }

type Options = { readonly onError: (error: unknown) => void; readonly lookEveryMillis?: number }

const leaseSeconds = 30
/** What lies further ahead was written while the clock was wrong, and may not hold anything up until then. */
const clockApart = sql.raw(`interval '5 minutes'`)

/** Does each chore at its pace. Where several processes serve, one does it and the others pass. */
export async function startChores(
  surroundings: Surroundings,
  chores: readonly Chore[],
  { onError, lookEveryMillis = 5_000 }: Options,
): Promise<Housekeeper> {
  const { db } = surroundings
  await noteChores(db, chores)
  const running = new Set<Promise<void>>()
  const during = (work: Promise<void>) => {
    const turn: Promise<void> = work.catch(onError).finally(() => running.delete(turn))
    running.add(turn)
  }
  const look = async () => {
    const due = await claimDue(db, chores)
    for (const chore of chores.filter(({ name }) => due.has(idOfChore(name))))
      during(perform(surroundings, chore))
  }
  // One look at a time: a database that is slow to answer is not asked the more.
  let isLooking = false
  const timer = setInterval(() => {
    if (isLooking) return
    isLooking = true
    during(look().finally(() => (isLooking = false)))
  }, lookEveryMillis)
  return {
    async stop() {
      clearInterval(timer)
      while (running.size > 0) await Promise.all(running)
    },
  }
}

/** A new one waits for its pace once. */
async function noteChores(db: Db, chores: readonly Chore[]): Promise<void> {
  const startedAt = new Date()
  const rows = chores.map(({ name }) => ({ id: idOfChore(name), name, startedAt }))
  if (rows.length > 0)
    await db.insert(choreRuns).select(rowsOf(choreRuns, rows)).onConflictDoNothing()
}

/** Takes those whose time has come, and those whose doer died. Two who ask together never get the same. */
async function claimDue(db: Db, chores: readonly Chore[]): Promise<ReadonlySet<string>> {
  const ids = chores.map(({ name }) => idOfChore(name))
  const paces = chores.map(({ everySeconds }) => everySeconds)
  const { rows } = await db.execute<{ id: string }>(sql`
    update ${choreRuns} as run set started_at = now(), lease_until = ${lease()}
    from unnest(${sql.param(ids)}::uuid[], ${sql.param(paces)}::float8[]) as pace (id, seconds)
    where run.id = pace.id and (run.lease_until < now() or run.lease_until > now() + ${clockApart}
      or (run.lease_until is null and (run.started_at > now() + ${clockApart}
        or now() - run.started_at >= make_interval(secs => pace.seconds))))
    returning run.id`)
  return new Set(rows.map(({ id }) => id))
}

async function perform(surroundings: Surroundings, { name, run }: Chore): Promise<void> {
  const { db } = surroundings
  const breath = setInterval(
    () => void change(db, name, { leaseUntil: lease() }).catch(() => undefined),
    (leaseSeconds * 1000) / 3,
  )
  try {
    await told(name, () => run(surroundings))
    await change(db, name, { ...end, failures: 0 })
  } catch (error) {
    await change(db, name, { ...end, failures: sql`${choreRuns.failures} + 1` })
    throw error
  } finally {
    clearInterval(breath)
  }
}

const end = { endedAt: sql`now()`, leaseUntil: null }

async function change(db: Db, name: string, set: object): Promise<void> {
  await db
    .update(choreRuns)
    .set(set)
    .where(sql`${choreRuns.id} = ${idOfChore(name)}`)
}

function idOfChore(name: string): string {
  return idOf(`chore ${name}`)
}

function lease() {
  return sql`now() + make_interval(secs => ${leaseSeconds})`
}

async function told(name: string, body: () => Promise<unknown>): Promise<void> {
  const seconds = stopwatch()
  let isDone = false
  try {
    await body()
    isDone = true
  } finally {
    tell('chore', { name, isDone, seconds: seconds() })
  }
}
