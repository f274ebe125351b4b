import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { and, count, eq, inArray, ne, sql } from 'drizzle-orm'
import { diceOf } from '../demo/dice.ts'
import { allInvariants } from '../invariants.ts'
import { choreRuns } from '../kernel/chores.ts'
import type { Db } from '../kernel/db.ts'
import { inOneSnapshot, verdictOn } from '../kernel/invariants.ts'
import { enqueue, jobs } from '../kernel/jobs.ts'
import { organizations } from '../modules/organizations/table.ts'
import { seedRules } from '../modules/rules/index.ts'
import { keepBusy } from '../testing/crowd.ts'
import type { Busy } from '../testing/crowd.ts'
import { launchFleet } from '../testing/fleet.ts'
import type { Fleet } from '../testing/fleet.ts'
import { buildPages } from '../testing/launch.ts'
import { Remote } from '../testing/remote.ts'
import { plantSession } from '../testing/sessions.ts'
import { plant, secret } from '../testing/world.ts'
import type { World } from '../testing/world.ts'
import { withDatabase } from './database.ts'

/*
 * npm run processes [-- --servers 4 --rounds 5 --people 8 --seed 1]
 * Several servers on one database behind a balancer: all restarted in turn under load; then, in each round, one killed
 * with long work in hand. Ends with 1 where a request was dropped, an answer lost, work done twice or a total is wrong.
 */
const { values } = parseArgs({
  options: {
    servers: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '5' },
    people: { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
  },
})
const [servers, rounds, people, seed] = [
  Number(values.servers),
  Number(values.rounds),
  Number(values.people),
  Number(values.seed),
]
const dice = diceOf(seed)
const jobsAtOnce = 12

type Ground = { readonly db: Db; readonly fleet: Fleet; readonly world: World }
let wrong = 0

await buildPages()
await withDatabase(async ({ url, db }) => {
  await seedRules(db)
  const world = await plant(db)
  const settings = { DATABASE_URL: url, SECRET: secret, DATABASE_CONNECTIONS: '8' }
  const fleet = await launchFleet(servers, settings)
  const ground = { db, fleet, world }
  // What the planted tree leaves out, nobody here can break.
  const before = new Set(await brokenIn(db))
  try {
    await restartInTurn(ground)
    for (let round = 1; round <= rounds; round += 1) await killOne(ground, round)
    await inspect(ground, before)
  } finally {
    await fleet.close()
  }
})
say(wrong === 0 ? 'all as it must be' : `${wrong} things are wrong`)
process.exitCode = wrong > 0 ? 1 : 0

/** Nothing may be dropped: everybody is answered, whoever leaves. */
async function restartInTurn(ground: Ground): Promise<void> {
  const busy = await crowd(ground, '滚动重启')
  const began = performance.now()
  const codes: (number | null)[] = []
  // In turn is the point.
  for (let at = 0; at < servers; at += 1) codes.push(await ground.fleet.renew())
  await busy.stop()
  const seconds = Math.round((performance.now() - began) / 1000)
  judge(
    codes.every((code) => code === 0) && busy.faults.length === 0 && (await isKept(ground, busy)),
    `${servers} servers restarted in turn in ${seconds} s: ${busy.answered()} requests answered, ` +
      `${busy.faults.length} dropped, ${busy.founded.size} branches founded and kept`,
    busy.faults,
  )
}

/** What was under way at the one that died may be lost; what was answered may not, and long work is done all the same. */
async function killOne(ground: Ground, round: number): Promise<void> {
  const { db, fleet } = ground
  const busy = await crowd(ground, `第${round}轮`)
  await pause(dice.between(200, 1_500))
  const ids = await askForJobs(ground)
  const victim = dice.one(fleet.servers)
  await pause(dice.between(0, 100))
  const began = performance.now()
  await fleet.replaceKilled(victim)
  const open = inArray(jobs.id, ids)
  while ((await db.$count(jobs, and(open, ne(jobs.status, 'done')))) > 0) {
    if (performance.now() - began > 120_000) break
    await pause(100)
  }
  const seconds = Math.round((performance.now() - began) / 1000)
  await busy.stop()
  const [row] = await db
    .select({ done: count(), again: sql<number>`count(*) filter (where attempts > 1)::int` })
    .from(jobs)
    .where(and(open, eq(jobs.status, 'done')))
  judge(
    row?.done === ids.length && (await isKept(ground, busy)),
    `round ${round}: one of ${servers} killed; ${busy.answered()} requests answered, ${busy.faults.length} lost with it; ` +
      `${row?.done} of ${ids.length} jobs done within ${seconds} s, ${row?.again} of them begun again`,
    busy.faults,
  )
}

/** Every total of the database, every chain of traces, and the pace of the chores. */
async function inspect({ db }: Ground, before: ReadonlySet<string>): Promise<void> {
  const broken = (await brokenIn(db)).filter((key) => !before.has(key))
  judge(
    broken.length === 0,
    `${allInvariants().length - before.size} invariants of the database hold as before`,
    broken,
  )
  const [sealed] = await db
    .select({
      failures: choreRuns.failures,
      age: sql<number>`extract(epoch from now() - started_at)::int`,
    })
    .from(choreRuns)
    .where(eq(choreRuns.name, 'seal traces'))
  judge(
    sealed?.failures === 0 && sealed.age < 60,
    `traces were last sealed ${sealed?.age} s ago`,
    [],
  )
  const [verified] = await db
    .select({ broken: sql<number>`count(*) filter (where result::text like '%"broken": {%')::int` })
    .from(jobs)
  judge(verified?.broken === 0, 'no chain of traces is broken', [])
}

function brokenIn(db: Db): Promise<string[]> {
  return inOneSnapshot(db, async (tx) => {
    const found: string[] = []
    for (const invariant of allInvariants())
      if ((await verdictOn(tx, invariant)).count > 0) found.push(invariant.key)
    return found
  })
}

async function crowd({ db, fleet, world }: Ground, label: string): Promise<Busy> {
  const enter = async () => {
    const session = await plantSession(db, world.organizer, new Date())
    return new Remote(fleet.address, { session })
  }
  const all = await Promise.all(Array.from({ length: people }, enter))
  return keepBusy(all, world.county.id, label)
}

async function askForJobs({ db, world }: Ground): Promise<string[]> {
  const { place, accountId: requestedBy } = world.organizer.actor
  const input = { units: [world.county.id] }
  const ask = { place, title: '核验', requestedBy, input, now: new Date() }
  return db.transaction(async (tx) => {
    const ids: string[] = []
    for (let at = 0; at < jobsAtOnce; at += 1)
      ids.push(await enqueue(tx, { kind: 'audit.verify' }, ask))
    return ids
  })
}

/** Whether every branch that was said to be founded is there, once, and none that nobody asked for. */
async function isKept({ db, world }: Ground, busy: Busy): Promise<boolean> {
  const rows = await db
    .select({ name: organizations.name })
    .from(organizations)
    .where(
      and(
        eq(organizations.parentId, world.county.id),
        inArray(organizations.name, [...busy.wanted]),
      ),
    )
  const names = new Set(rows.map(({ name }) => name))
  return names.size === rows.length && [...busy.founded].every((name) => names.has(name))
}

function judge(isRight: boolean, words: string, faults: readonly string[]): void {
  if (!isRight) wrong += 1
  say(`${isRight ? 'right' : 'WRONG'}  ${words}`)
  if (!isRight) for (const fault of faults.slice(0, 5)) say(`    ${fault}`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
