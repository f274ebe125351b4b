import { Client } from 'pg'
import { allInvariants } from '../../invariants.ts'
import { openDb } from '../../kernel/db.ts'
import type { Db } from '../../kernel/db.ts'
import { openFileStore } from '../../kernel/files.ts'
import { inOneSnapshot, verdictOn } from '../../kernel/invariants.ts'
import { sweepFiles } from '../../modules/files/acts/sweep.ts'
import { fileKeepers } from '../../chores.ts'
import { changedFiles } from '../../modules/files/catalogue/kept.ts'
import { kinds } from './deeds.ts'
import type { Done, Found, Heard } from './deeds.ts'

/** What is not as it must be, in a sentence each; and how many of the unknown turned out to be there. */
export type Truth = {
  readonly wrongs: readonly string[]
  readonly whole: number
  readonly none: number
}

/** Asks the database, and not the server, what came of every deed. */
export async function truthOf(
  url: string,
  unitId: string,
  deeds: readonly Done[],
  isAtRest = false,
): Promise<Truth> {
  if (deeds.length === 0) return { wrongs: [], whole: 0, none: 0 }
  const client = new Client({ connectionString: url })
  await client.connect()
  const wrongs: string[] = []
  let [whole, none] = [0, 0]
  try {
    // One moment for all questions: what was given up may still be kept between two of them.
    await client.query('begin isolation level repeatable read, read only')
    const since = Math.min(...deeds.map(({ at }) => at)) - 1_000
    const { rows: heard } = await client.query<Heard>(
      'select command, subject, after from traces where unit_id = $1 and at >= $2',
      [unitId, new Date(since)],
    )
    for (const [name, own] of Map.groupBy(deeds, ({ kind }) => kind)) {
      const kind = kinds[name]
      if (!kind) throw new Error(`there is no kind ${name}`)
      const { rows } = await client.query<Found>(kind.rows, [unitId, own.map(({ mark }) => mark)])
      const found = Map.groupBy(rows, ({ mark }) => mark)
      const traces = Map.groupBy(
        heard.filter(({ command }) => command === kind.command),
        kind.keyOf,
      )
      for (const deed of own) {
        const state = stateOf(found.get(deed.mark) ?? [], traces, kind.whole)
        if (state === 'whole' && deed.outcome === 'unknown') whole += 1
        if (state === 'none' && deed.outcome === 'unknown') none += 1
        const mayCome = kind.isLater && !isAtRest && state === 'none'
        if (!mayCome && !isTrue(deed.outcome, state)) wrongs.push(sentenceOf(deed, state))
      }
    }
  } finally {
    await client.end()
  }
  return { wrongs, whole, none }
}

function stateOf(
  found: readonly Found[],
  traces: ReadonlyMap<string, readonly Heard[]>,
  isWhole: (parts: Found['parts'], heard: Heard) => boolean,
): string {
  const [one, ...more] = found
  if (!one) return 'none'
  if (more.length > 0) return `${found.length} times`
  const told = traces.get(one.key) ?? []
  const [trace] = told
  if (!trace || told.length > 1) return `there, with ${told.length} traces`
  return isWhole(one.parts, trace) ? 'whole' : `half: ${JSON.stringify(one.parts)}`
}

function isTrue(outcome: Done['outcome'], state: string): boolean {
  if (outcome === 'acknowledged') return state === 'whole'
  return outcome === 'refused' ? state === 'none' : state === 'whole' || state === 'none'
}

function sentenceOf({ kind, mark, outcome, said }: Done, state: string): string {
  return `${kind} ${mark} was ${outcome} (${said.slice(0, 120)}) and is ${state}`
}

const soon = () => new Date(Date.now() + 1_000)

/** Takes away what the killed have left half done, and answers how much that was; nothing that counts may go. */
export async function sweepStrays(url: string, dataDir: string): Promise<number> {
  const { db, close } = openDb(url, { connectionsMax: 2, guarded: false })
  try {
    const files = await openFileStore(`${dataDir}/files`)
    return await sweepFiles({ db, files, now: soon }, fileKeepers, 0)
  } finally {
    await close()
  }
}

/** All that `npm run check` asks. */
export async function breaksOf(url: string, dataDir: string): Promise<string[]> {
  const { db, close } = openDb(url, { connectionsMax: 2, guarded: false })
  try {
    return [...(await brokenInvariants(db)), ...(await lostFiles(db, dataDir))]
  } finally {
    await close()
  }
}

function brokenInvariants(db: Db): Promise<string[]> {
  return inOneSnapshot(db, async (tx) => {
    const found: string[] = []
    for (const invariant of allInvariants()) {
      const { count, first } = await verdictOn(tx, invariant)
      if (count > 0) found.push(`${invariant.key}: ${count}, ${JSON.stringify(first[0])}`)
    }
    return found
  })
}

async function lostFiles(db: Db, dataDir: string): Promise<string[]> {
  const store = await openFileStore(`${dataDir}/files`)
  const found: string[] = []
  for await (const one of changedFiles(db, store, true)) found.push(`file ${JSON.stringify(one)}`)
  return found
}
