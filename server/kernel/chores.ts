import { sql } from 'drizzle-orm'
import type { Surroundings } from './caller.ts'
import type { Db } from './db.ts'
import { stopwatch, tell } from './signals.ts'

/** Something small that the platform does again and again, once for all its processes. */
export type Chore = {
  readonly name: string
  readonly everySeconds: number
  readonly run: (surroundings: Surroundings) => Promise<unknown>
}

export type Housekeeper = { readonly stop: () => Promise<void> }

/** Does each chore at its pace. Where several processes serve, whoever comes first does it and the others pass. */
export function startChores(
  surroundings: Surroundings,
  chores: readonly Chore[],
  onError: (error: unknown) => void,
): Housekeeper {
  const running = new Set<Promise<void>>()
  const timers = chores.map((chore) =>
    setInterval(() => {
      const turn: Promise<void> = inTurn(surroundings.db, chore.name, () => chore.run(surroundings))
        .catch(onError)
        .finally(() => running.delete(turn))
      running.add(turn)
    }, chore.everySeconds * 1000),
  )
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer)
      await Promise.all(running)
    },
  }
}

/** The lock lives in a transaction of its own, so that it goes with its process. */
async function inTurn(db: Db, name: string, body: () => Promise<unknown>): Promise<void> {
  await db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ held: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${`chore ${name}`}, 0)) as held`,
    )
    if (rows[0]?.held) await told(name, body)
  })
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
