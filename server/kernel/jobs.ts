import { sql } from 'drizzle-orm'
import { index, integer, jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Db } from './db.ts'
import type { FileStore } from './files.ts'
import { newId } from './ids.ts'
import type { Place } from './reach.ts'
import { followTree, pathText, unitTable } from './tables.ts'
import type { Vault } from './vault.ts'

/** Long work. The row is the truth: what was asked, how far it is, what came of it. */
export const jobs = followTree(
  unitTable(
    'jobs',
    {
      kind: text('kind').notNull(),
      path: pathText('path').notNull(),
      title: text('title').notNull(),
      requestedBy: uuid('requested_by').notNull(),
      input: jsonb('input').notNull(),
      status: text('status', { enum: ['waiting', 'running', 'done', 'failed', 'cancelled'] })
        .notNull()
        .default('waiting'),
      done: integer('done').notNull().default(0),
      total: integer('total').notNull().default(0),
      note: text('note').notNull().default(''),
      result: jsonb('result'),
      attempts: integer('attempts').notNull().default(0),
      /** A worker that is alive extends it; a lease that ran out means that its worker died. */
      leaseUntil: timestamp('lease_until', { withTimezone: true }),
      cancelAskedAt: timestamp('cancel_asked_at', { withTimezone: true }),
      createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
      startedAt: timestamp('started_at', { withTimezone: true }),
      endedAt: timestamp('ended_at', { withTimezone: true }),
    },
    (self) => [
      index('jobs_open')
        .on(self.createdAt)
        .where(sql`status in ('waiting', 'running')`),
      index('jobs_by_requester').on(self.requestedBy, self.createdAt),
    ],
  ),
)

export type Job = typeof jobs.$inferSelect

/** What the body of a job may use. It runs again from the start if its process dies: it must bear that. */
export type JobTools = {
  readonly db: Db
  readonly now: () => Date
  readonly vault: Vault
  readonly files: FileStore
  readonly job: Job
  /**
   * Seen at once, also while the body holds a transaction open. Throws `Cancelled` when somebody asked to stop, and
   * `HandedBack` when the work goes on elsewhere.
   */
  readonly report: (done: number, total: number, note?: string) => Promise<void>
  /**
   * The last thing a body does in the transaction that keeps its work: with the commit the job is done, without it the
   * job begins again. Who was taken for dead meanwhile learns it here, and keeps nothing.
   */
  readonly settle: (tx: Db, result: unknown) => Promise<void>
}

export type DeclaredJob<I, Result> = {
  readonly kind: string
  readonly run: (tools: JobTools, input: I) => Promise<Result>
}

export class Cancelled extends Error {}

/** The work goes on elsewhere, from the start: whatever lies about belongs to the one who does it now. */
export class HandedBack extends Error {}

export function declareJob<I, Result>(declared: DeclaredJob<I, Result>): DeclaredJob<I, Result> {
  return declared
}

/** Asks for the work inside the act's transaction: without the commit there is no job, with it there is one. */
export async function enqueue<I>(
  tx: Db,
  { kind }: Pick<DeclaredJob<I, unknown>, 'kind'>,
  ask: { place: Place; title: string; requestedBy: string; input: I; now: Date; id?: string },
): Promise<string> {
  const id = ask.id ?? newId()
  const { place, title, requestedBy, input, now } = ask
  const row = { id, kind, title, requestedBy, input, unitId: place.unitId, path: place.path }
  await tx.insert(jobs).values({ ...row, createdAt: now })
  await tx.execute(sql`select pg_notify('jobs', ${kind})`)
  return id
}
