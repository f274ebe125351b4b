import { setTimeout as pause } from 'node:timers/promises'
import { Refusal } from '@zhixing/contract'
import type { Draft, EntryOf } from '@zhixing/contract'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { buildApp } from './testing/app.ts'
import { openDb } from './kernel/db.ts'
import type { Patience } from './kernel/pressure.ts'
import { usual, watchLine, watchLoop } from './kernel/pressure.ts'
import { db, url } from './testing/database.ts'
import { plant } from './testing/world.ts'
import type { Person } from './testing/world.ts'

const small: Patience = {
  looking: { ...usual.looking, waiting: 2 },
  bringing: { ...usual.bringing, waiting: 6 },
}

/** A server of few connections and little patience, on a socket of its own. */
async function crowdedSite({ actor, ...surroundings }: Person, patience: Patience) {
  const own = openDb(url, { connectionsMax: 2, guarded: true })
  const waiting = () => own.connections().waiting
  const app = await buildApp({
    ...surroundings,
    db: own.db,
    identify: async () => actor,
    pressure: { waiting, lateMs: () => 0, lineMs: () => 0, patience },
  })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  onTestFinished(async () => {
    await app.close()
    await own.close()
  })
  const headers = { 'content-type': 'application/json', cookie: 'session=of the test' }
  return {
    waiting,
    look: (path = '/api/organizations/list') => fetch(address + path, { headers }),
    found: (input: Draft<EntryOf<'organizations.found'>>) =>
      fetch(`${address}/api/organizations/found`, {
        method: 'POST',
        headers,
        body: JSON.stringify(input),
      }),
  }
}

test('who only looks is sent away first, with a sentence and a time, and all who were let in are served', async () => {
  const { county, organizer } = await plant(db)
  const { waiting, look, found } = await crowdedSite(organizer, small)
  const door = new Client({ connectionString: url })
  await door.connect()
  onTestFinished(() => door.end())
  await door.query('begin')
  await door.query('lock table organizations in access exclusive mode')

  const inside: Promise<Response>[] = []
  const crowdUntil = async (count: number, come: () => Promise<Response>) => {
    while (waiting() < count) {
      inside.push(come())
      await expect.poll(() => waiting() + 2 >= inside.length || waiting() >= count).toBe(true)
    }
  }
  await crowdUntil(2, look)
  const late = await look()
  expect([late.status, late.headers.get('retry-after')]).toEqual([503, '2'])
  const said = Refusal.parse(await late.json())
  expect(said).toEqual({ reason: 'server.busy', message: '同时办理的人较多，请 2 秒后再试' })
  expect(late.headers.get('x-content-type-options')).toBe('nosniff')

  const branchOf = (name: string) => ({ parentId: county.id, name, kind: 'branch' as const })
  let number = 0
  await crowdUntil(6, () => found(branchOf(`第${(number += 1)}支部`)))
  const tooLate = await found(branchOf('太晚支部'))
  expect([tooLate.status, tooLate.headers.get('retry-after')]).toEqual([503, '4'])
  expect((await look('/health')).status).toBe(200)

  await door.query('commit')
  const answers = await Promise.all(inside)
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  const { rows } = await door.query<{ name: string }>(
    `select name from organizations where parent_id = $1 and name like '%支部' order by name`,
    [county.id],
  )
  const founded = Array.from({ length: number }, (_, at) => `第${at + 1}支部`)
  expect(rows.map(({ name }) => name).toSorted()).toEqual(
    ['东支部', '西支部', ...founded].toSorted(),
  )
  expect((await look()).status).toBe(200)
})

test('who gave up waiting, and who was sent away, no longer counts as being inside', async () => {
  const { organizer } = await plant(db)
  const one = { ...usual.looking, underWay: 1 }
  const { look } = await crowdedSite(organizer, { looking: one, bringing: one })
  for (let round = 0; round < 3; round += 1) expect((await look()).status).toBe(200)
  expect((await look('/api/nothing')).status).toBe(404)
  expect((await look()).status).toBe(200)
})

test('the line for a connection is as long as who stands in it waits, however few they are', async () => {
  const {
    connections,
    standInLine,
    close,
    db: own,
  } = openDb(url, { connectionsMax: 1, guarded: true })
  const { lineMs, stop } = watchLine({ waiting: () => connections().waiting, standInLine })
  onTestFinished(async () => {
    stop()
    await close()
  })
  const goOn = Promise.withResolvers<void>()
  const held = own.transaction(() => goOn.promise)
  const next = standInLine()
  await expect.poll(lineMs).toBeGreaterThan(300)
  goOn.resolve()
  await Promise.all([held, next])
  await expect.poll(lineMs).toBe(0)
})

/** Keeps the loop from everything else for half a second, and lets it look around in between. */
async function stall(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const until = performance.now() + 500
    while (performance.now() < until);
    // oxlint-disable-next-line no-await-in-loop
    await pause(2)
  }
}

test('one long moment is no crowd, a row of them is', async () => {
  const { lateMs, stop } = watchLoop()
  onTestFinished(stop)
  await stall(1)
  expect(lateMs()).toBeLessThan(250)
  await stall(3)
  expect(lateMs()).toBeGreaterThan(250)
  await expect.poll(lateMs, { timeout: 5_000 }).toBeLessThan(250)
})
