import { setTimeout as pause } from 'node:timers/promises'
import { diceOf } from '../../demo/dice.ts'
import { withClient } from '../nodes.ts'
import { visitEmbedded } from '../../kernel/embedded-postgres.ts'
import { openVault } from '../../kernel/vault.ts'
import { sendAgain } from './asking.ts'
import type { Ground } from './asking.ts'
import { plantFaultCounty, secret } from './county.ts'
import type { FaultCounty } from './county.ts'
import { kinds, rollSize } from './deeds.ts'
import type { Done } from './deeds.ts'
import { kill, recover, startServer, victims } from './killing.ts'
import { loadOn } from './load.ts'
import { endure } from './troubles.ts'
import type { Trouble } from './troubles.ts'
import type { Running, Victim } from './killing.ts'
import { breaksOf, sweepStrays, truthOf } from './truth.ts'

export type Round = {
  readonly number: number
  readonly victim: Victim | Trouble
  readonly seconds: number
  readonly acknowledged: number
  readonly refused: number
  /** Never answered; and of these, how many were there wholly, and how many not at all. */
  readonly unknown: number
  readonly whole: number
  readonly none: number
  /** How long the slowest waited for an answer, and how long after the end of a trouble all was well again. */
  readonly slowestSeconds: number
  readonly backSeconds: number
  /** Sent once more with the same mark. */
  readonly repeated: number
  readonly wrongs: readonly string[]
}

export type Faults = {
  readonly county: FaultCounty
  readonly round: (number: number, lasting?: Lasting) => Promise<Round>
  /** Everything ever asked for is looked at again, after a quiet stop. */
  readonly finish: () => Promise<readonly string[]>
  readonly end: () => Promise<void>
}

/** A trouble instead of a killing, and how long. */
type Lasting = { readonly trouble: Trouble; readonly seconds: number }

type Begun = {
  readonly dataDir: string
  readonly seed: number
  readonly county?: FaultCounty
  /** What was done before, in an earlier run. */
  readonly deeds?: readonly Done[]
  readonly keep?: (deeds: readonly Done[]) => void
}

/** A server and its database under load, one killing after another; what was asked for is kept and asked after. */
export async function openFaults({ dataDir, seed, keep, ...earlier }: Begun): Promise<Faults> {
  let running: Running = await startServer(dataDir)
  const deeds: Done[] = [...(earlier.deeds ?? [])]
  const county = earlier.county ?? (await atDatabase(dataDir, plantFaultCounty))
  const vault = openVault(secret)
  // What was under way when an earlier run was broken off is not written down: so many are left out.
  const margin = deeds.length > 0 ? 100 : 0
  const seats = margin + deeds.filter(({ kind }) => kind === 'seat').length
  const days = margin + deeds.filter(({ kind }) => kind === 'hours').length
  const nextLine = { value: (margin + deeds.length) * rollSize }
  const kept = { nextLine, nextSeat: { value: seats }, nextDay: { value: days } }
  const lists = { meetings: [], fileIds: [], paymentIds: [] }

  const round = async (number: number, lasting?: Lasting): Promise<Round> => {
    const began = performance.now()
    const dice = diceOf(seed * 1_000 + number)
    const ground: Ground = { county, vault, dice, ...kept, ...lists }
    const victim = lasting?.trouble ?? dice.weighted(victims)
    const [answers, moreMs] = [dice.between(5, 80), dice.between(0, 30)]
    const load = loadOn(running, ground, lasting !== undefined)
    await load.answered(answers)
    await pause(moreMs)
    const backSeconds = await disturb(running, dataDir, lasting ?? (victim as Victim))
    const done = await load.stop()
    running = await recover(running, dataDir)

    if (victim === 'server' || victim === 'both') await atDatabase(dataDir, passLeases)
    const truth = await atDatabase(dataDir, (url) => truthOf(url, county.unitId, done))
    const again = done.filter((one) => one.outcome === 'unknown' && kinds[one.kind]?.bearsRepeating)
    const repeated: Done[] = []
    for (const { outcome: _, said: __, tookMs: ___, ...deed } of again)
      repeated.push({ ...(await sendAgain(running.origin, deed, county.device)), at: deed.at })
    const told = await atDatabase(dataDir, (url) => truthOf(url, county.unitId, repeated))
    const broken = await atDatabase(dataDir, (url) => breaksOf(url, dataDir))

    const last = [...done.filter((one) => !again.includes(one)), ...repeated]
    deeds.push(...last)
    keep?.(last)
    const count = (outcome: Done['outcome']) => done.filter((one) => one.outcome === outcome).length
    return {
      number,
      victim,
      seconds: (performance.now() - began) / 1000,
      acknowledged: count('acknowledged'),
      refused: count('refused'),
      unknown: count('unknown'),
      whole: truth.whole,
      none: truth.none,
      slowestSeconds: Math.max(0, ...done.map(({ tookMs }) => tookMs)) / 1000,
      backSeconds,
      repeated: repeated.length,
      wrongs: [...truth.wrongs, ...told.wrongs, ...refusedAgain(repeated), ...broken],
    }
  }

  return {
    county,
    round,
    finish: () => finalTruth(dataDir, county.unitId, deeds),
    async end() {
      await running.launched.stop()
    },
  }
}

/** A killing, or a trouble from its beginning to its end; how long after that all was well again, by itself. */
async function disturb(running: Running, dataDir: string, how: Victim | Lasting): Promise<number> {
  if (typeof how === 'string') {
    await kill(running, how, dataDir)
    return 0
  }
  const url = await atDatabase(dataDir, async (at) => at)
  await endure(how.trouble, how.seconds, { dataDir, url })
  const ended = performance.now()
  await recover(running, dataDir)
  return (performance.now() - ended) / 1000
}

/** When everything has come to rest, all of it is asked after once more, and nothing lies about that belongs to nobody. */
async function finalTruth(
  dataDir: string,
  unitId: string,
  deeds: readonly Done[],
): Promise<readonly string[]> {
  return atDatabase(dataDir, async (url) => {
    await jobsAtRest(url)
    const { wrongs } = await truthOf(url, unitId, deeds, true)
    await sweepStrays(url, dataDir)
    const left = await sweepStrays(url, dataDir)
    const strays = left > 0 ? [`${left} files belong to nobody`] : []
    return [...wrongs, ...(await breaksOf(url, dataDir)), ...strays]
  })
}

function refusedAgain(repeated: readonly Done[]): string[] {
  return repeated
    .filter(({ outcome }) => outcome !== 'acknowledged')
    .map(({ kind, mark, said }) => `${kind} ${mark} was sent again and refused: ${said}`)
}

/** The minute for which a dead worker's job waits. */
async function passLeases(url: string): Promise<void> {
  await withClient(url, (client) =>
    client.query(`update jobs set lease_until = now() where status = 'running'`),
  )
}

async function jobsAtRest(url: string): Promise<void> {
  const until = Date.now() + 180_000
  const open = `select count(*)::int as open from jobs where status in ('waiting', 'running')`
  await withClient(url, async (client) => {
    for (;;) {
      const { rows } = await client.query<{ open: number }>(open)
      if (rows[0]?.open === 0) return
      if (Date.now() > until) throw new Error(`${rows[0]?.open} jobs do not come to an end`)
      await pause(500)
    }
  })
}

/** The database of a place, whether a server runs on it or not. */
export async function atDatabase<Value>(dataDir: string, body: (url: string) => Promise<Value>) {
  const { url, stop } = await visitEmbedded(`${dataDir}/postgres`)
  try {
    return await body(url)
  } finally {
    await stop()
  }
}
