import { Pool } from 'pg'
import { batched } from './batch.ts'
import { openDb } from './db.ts'
import type { Db } from './db.ts'

/** A copy of the database that follows the primary by streaming; views may look at it, acts never do. */
export type Replica = {
  /** The copy, where it holds all that was written before `mark` and is not far behind; otherwise nothing. */
  readonly upTo: (mark: string | undefined) => Db | undefined
  /** A place in the primary's log behind everything that is committed now. */
  readonly mark: () => Promise<string>
  /** Nobody is sent there before it has answered us again. */
  readonly doubt: () => void
  /** What it was when it was opened; a foreign one is no copy of this database. */
  readonly first: Standing
  readonly close: () => Promise<void>
}

type Standing = 'follows' | 'away' | 'foreign'

type Options = {
  readonly primary: string
  readonly connectionsMax: number
  readonly lookEveryMillis?: number
  /** Who is further behind than that is not asked at all. */
  readonly staleMaxMillis?: number
}

/** No copy will ever have come so far. */
const neverReached = 'FFFFFFFF/FFFFFFFF'
const placeShape = /^[\dA-F]{1,8}\/[\dA-F]{1,8}$/i

type Ahead = { readonly place: string; readonly cluster: string }
type Behind = { readonly place: string | null; readonly cluster: string; readonly follows: boolean }
const cluster = 'select system_identifier::text from pg_control_system()'
const aheadText = `select pg_current_wal_insert_lsn()::text as place, (${cluster}) as cluster`
const behindText = `select pg_last_wal_replay_lsn()::text as place, (${cluster}) as cluster,
  pg_is_in_recovery() as follows`

export async function openReplica(
  url: string,
  { primary, connectionsMax, lookEveryMillis = 250, staleMaxMillis = 10_000 }: Options,
): Promise<Replica> {
  const copy = openDb(url, { connectionsMax, guarded: false })
  const [leader, follower] = [asker<Ahead>(primary), asker<Behind>(url)]
  const progress = progressOf()
  const look = async () => {
    const at = performance.now()
    return progress.note(await leader.ask(aheadText), await follower.ask(behindText), at)
  }
  const markOf = batched<null, string>(
    async (askers) => {
      const ahead = await leader.ask(aheadText)
      return askers.map(() => ahead?.place ?? neverReached)
    },
    { waitMs: 0, sizeMax: 10_000, atOnce: 2, isOnes: () => false },
  )

  const first = await look()
  let looking: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => (looking = looking.then(look)), lookEveryMillis)
  return {
    first,
    upTo(mark) {
      const { replayed, freshAt } = progress
      if (replayed() === undefined || performance.now() - freshAt() > staleMaxMillis)
        return undefined
      return mark === undefined || placeOf(mark) <= (replayed() ?? 0n) ? copy.db : undefined
    },
    mark: () => markOf(null),
    doubt: progress.forget,
    async close() {
      clearInterval(timer)
      await looking
      await Promise.all([leader.close(), follower.close(), copy.close()])
    },
  }
}

const samplesMax = 200

/** How far the copy has come, and of which moment it therefore holds everything. */
function progressOf() {
  let samples: readonly { readonly place: bigint; readonly at: number }[] = []
  let replayed: bigint | undefined
  let freshAt = -Infinity
  return {
    replayed: () => replayed,
    freshAt: () => freshAt,
    forget: () => void (replayed = undefined),
    note(ahead: Ahead | undefined, behind: Behind | undefined, at: number): Standing {
      if (ahead) samples = [...samples, { place: placeOf(ahead.place), at }].slice(-samplesMax)
      replayed = undefined
      if (ahead && behind && ahead.cluster !== behind.cluster) return 'foreign'
      // One that was promoted goes its own way.
      if (!behind?.follows || behind.place === null) return 'away'
      const reached = placeOf(behind.place)
      replayed = reached
      freshAt = samples.findLast(({ place }) => place <= reached)?.at ?? freshAt
      return 'follows'
    },
  }
}

/** One connection of its own, so that a crowd in the pool does not hide how things stand. */
function asker<Row extends object>(url: string) {
  const patience = { connectionTimeoutMillis: 2_000, query_timeout: 2_000 }
  const pool = new Pool({ connectionString: url, max: 2, ...patience })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return {
    ask: async (text: string): Promise<Row | undefined> =>
      pool.query<Row>(text).then(
        ({ rows }) => rows[0],
        () => undefined,
      ),
    close: () => pool.end(),
  }
}

/** PostgreSQL writes a place in its log as two numbers in hexadecimal; what is no place was never reached. */
function placeOf(text: string): bigint {
  const [high = '', low = ''] = (placeShape.test(text) ? text : neverReached).split('/')
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`)
}
