import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { Client } from 'pg'
import { buildApp } from './testing/app.ts'
import { identifyBy } from './identity.ts'
import { openDb } from './kernel/db.ts'
import type { OpenDb } from './kernel/db.ts'
import { migrate } from './kernel/migrate.ts'
import { openReplica } from './kernel/replica.ts'
import type { Replica } from './kernel/replica.ts'
import { seedRules } from './modules/rules/index.ts'
import * as schema from './schema.ts'
import { Visitor } from './testing/browsing.ts'
import { url as strange } from './testing/database.ts'
import { plantSession } from './testing/sessions.ts'
import { startPair } from './testing/standby.ts'
import type { Pair } from './testing/standby.ts'
import { files, plant, vault } from './testing/world.ts'
import type { World } from './testing/world.ts'

/* A real standby: what is replayed there can be held up, so that what lags is seen to lag. */
let pair: Pair
let opened: OpenDb
let standby: Client
let world: World

beforeAll(async () => {
  pair = await startPair()
  await migrate(pair.primary, schema)
  opened = openDb(pair.primary, { connectionsMax: 4, guarded: true })
  await seedRules(opened.db)
  world = await plant(opened.db)
  standby = new Client({ connectionString: pair.standby })
  standby.on('error', () => undefined)
  await standby.connect()
}, 120_000)

afterAll(async () => {
  await opened.close()
  await standby.end()
  await pair.close()
})

const hold = () => standby.query('select pg_wal_replay_pause()')
const release = () => standby.query('select pg_wal_replay_resume()')

async function follow(staleMaxMillis = 60_000): Promise<Replica> {
  const options = { primary: pair.primary, connectionsMax: 2, lookEveryMillis: 20, staleMaxMillis }
  const replica = await openReplica(pair.standby, options)
  onTestFinished(() => replica.close())
  await caughtUp(replica)
  return replica
}

async function caughtUp(replica: Replica): Promise<void> {
  const mark = await replica.mark()
  await expect.poll(() => replica.upTo(mark)).toBeDefined()
}

const now = () => new Date()

/** Two organizers of one county, each with a browser of their own, on a platform with a copy to look at. */
async function twoBrowsers(replica: Replica) {
  const { db } = opened
  const identify = identifyBy(db, now)
  const app = await buildApp({ db, now, vault, files, identify, replica })
  onTestFinished(() => app.close())
  const enter = async () =>
    new Visitor(app, { session: await plantSession(db, world.organizer, now()) })
  const browsers = [await enter(), await enter()] as const
  await caughtUp(replica)
  return browsers
}

const east = () => ({ organizationId: world.east.id })
async function nameSeenBy(visitor: Visitor): Promise<string> {
  return (await visitor.query('organizations.show', east())).organization.name
}

test('who did something sees it at once, others when it has arrived, and acts go by what is', async () => {
  const [one, other] = await twoBrowsers(await follow())
  const { version } = (await one.query('organizations.show', east())).organization
  await hold()
  onTestFinished(async () => void (await release()))
  await one.command('organizations.change', { ...east(), version, name: '东风支部' })

  expect(await nameSeenBy(one)).toBe('东风支部')
  expect(await nameSeenBy(other)).toBe('东支部')
  // The form that the other has open is stale, though the copy does not know it yet.
  const late = await other.attempt('organizations.change', { ...east(), version, name: '东方支部' })
  expect([late.statusCode, late.json().reason]).toEqual([409, 'input.stale'])
  expect(await nameSeenBy(other)).toBe('东风支部')

  await release()
  const third = (await twoBrowsers(await follow()))[1]
  await expect.poll(() => nameSeenBy(third)).toBe('东风支部')
})

test('a copy that has fallen too far behind is not asked', async () => {
  const replica = await follow(300)
  const [one, other] = await twoBrowsers(replica)
  const { name, version } = (await one.query('organizations.show', east())).organization
  await hold()
  onTestFinished(async () => void (await release()))
  await one.command('organizations.change', { ...east(), version, name: `${name}一` })
  await expect.poll(() => nameSeenBy(other)).toBe(`${name}一`)
  expect(replica.upTo(undefined)).toBeUndefined()
})

test('a copy that is away is missed by nobody, and is asked again when it is back', async () => {
  const replica = await follow()
  const [one] = await twoBrowsers(replica)
  await standby.end()
  await pair.loseStandby()
  const seen = await Promise.all([1, 2, 3].map(() => nameSeenBy(one)))
  expect(new Set(seen).size).toBe(1)
  await expect.poll(() => replica.upTo(undefined)).toBeUndefined()

  await pair.bringBack()
  standby = new Client({ connectionString: pair.standby })
  await standby.connect()
  await expect.poll(() => replica.upTo(undefined), { timeout: 10_000 }).toBeDefined()
  expect(await nameSeenBy(one)).toBe(seen[0])
})

test('another database is told from a copy, and so is the primary itself', async () => {
  const options = { primary: pair.primary, connectionsMax: 2 }
  const foreign = await openReplica(strange, options)
  onTestFinished(() => foreign.close())
  expect([foreign.first, foreign.upTo(undefined)]).toEqual(['foreign', undefined])
  const itself = await openReplica(pair.primary, options)
  onTestFinished(() => itself.close())
  expect([itself.first, itself.upTo(undefined)]).toEqual(['away', undefined])
})
