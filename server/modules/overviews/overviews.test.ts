import { eq } from 'drizzle-orm'
import { contract } from '@zhixing/contract'
import { expect, test } from 'vitest'
import { inTransaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { buildApp } from '../../testing/app.ts'
import { db } from '../../testing/database.ts'
import { noon, plant, plantCaller, plantMember } from '../../testing/world.ts'
import type { Person } from '../../testing/world.ts'
import { adjustCounts } from '../organizations/index.ts'
import { organizations } from '../organizations/table.ts'
import { overview } from './index.ts'
import { forgetOverviews } from './acts/forget.ts'

const minuteMs = 60_000

/** A county that is said to be as large as a province, and a server whose clock stands where the test puts it. */
async function place(people: number) {
  const world = await plant(db)
  await inTransaction(db, (tx) => adjustCounts(tx, world.county.path, { members: people }))
  const clock = { now: noon }
  const later = (minutes: number) =>
    void (clock.now = new Date(clock.now.getTime() + minutes * minuteMs))
  return { world, clock, later, site: (who: Person) => siteOf(who, world.county.id, clock) }
}

async function siteOf(
  { actor, ...surroundings }: Person,
  organizationId: string,
  clock: { readonly now: Date },
) {
  const identify = async () => actor
  const app = await buildApp({ ...surroundings, identify, now: () => clock.now })
  return async (more: object = {}, headers: Record<string, string> = {}, acted = 0) => {
    const input = encodeURIComponent(JSON.stringify({ organizationId, ...more }))
    const cookies = { session: 'of the test', ...(acted > 0 ? { acted: String(acted) } : {}) }
    const url = `/api/members/tally?input=${input}`
    const answer = await app.inject({ url, headers, cookies })
    const { total } = answer.json<{ total: number }>()
    return { total, takenAt: answer.headers['x-taken-at'] }
  }
}

test('in a town everything below is counted at the moment somebody looks', async () => {
  const { world, site } = await place(5_000 - 3)
  const look = await site(world.organizer)
  expect(await look()).toEqual({ total: 3, takenAt: undefined })
  await plantMember(db, world.east)
  expect(await look()).toEqual({ total: 4, takenAt: undefined })
})

test('above it the last look is shown with its moment, and taken anew behind the back of its reader', async () => {
  const { world, clock, later, site } = await place(30_000)
  const look = await site(world.organizer)
  expect(await look()).toEqual({ total: 3, takenAt: undefined })
  await plantMember(db, world.east)
  later(9)
  expect(await look()).toEqual({ total: 3, takenAt: noon.toISOString() })

  // Whoever searches, or wants it counted now, gets what is.
  expect(await look({ text: '张三' })).toEqual({ total: 4, takenAt: undefined })
  expect(await look({}, { 'cache-control': 'no-cache' })).toEqual({ total: 4, takenAt: undefined })
  const counted = clock.now.toISOString()
  expect(await look()).toEqual({ total: 4, takenAt: counted })
  // Who had to come again for what they asked to be counted finds it, and does not begin it once more.
  expect(await look({}, { 'cache-control': 'no-cache' })).toEqual({ total: 4, takenAt: counted })

  // Nor is anybody shown what was before they themselves did something.
  await plantMember(db, world.east)
  later(1)
  expect(await look({}, {}, clock.now.getTime() - 2 * minuteMs)).toMatchObject({ total: 4 })
  expect(await look({}, {}, clock.now.getTime())).toEqual({ total: 5, takenAt: undefined })
  const own = clock.now.toISOString()

  await plantMember(db, world.east)
  later(11)
  const renewed = clock.now.toISOString()
  expect(await look()).toEqual({ total: 5, takenAt: own })
  await expect.poll(look).toEqual({ total: 6, takenAt: renewed })
})

test('who has done something while it was being counted does not get that count', async () => {
  const { world, clock, later } = await place(30_000)
  const gate = Promise.withResolvers<void>()
  let begun = 0
  const none = { rosters: {}, stages: {}, sexes: {}, cohorts: {}, tags: [] }
  const tally = overview(contract.members.tally, async () => {
    begun += 1
    const total = begun
    if (total === 1) await gate.promise
    return { total, ...none }
  })
  const come = async (actedAt?: Date) => {
    const heard = { isAnew: false, actedAt, acted: () => undefined, takenAt: () => undefined }
    const caller = { ...world.organizer, now: () => clock.now, overlook: heard }
    return tally(caller, { organizationId: world.county.id, text: '', audience: {} })
  }
  const before = come()
  await expect.poll(() => begun).toBe(1)
  later(1)
  const [after, beside] = [come(clock.now), come(clock.now)]
  gate.resolve()
  expect((await before).total).toBe(1)
  // And it is counted but once more for both.
  expect([(await after).total, (await beside).total]).toEqual([2, 2])
})

test('nobody is shown what somebody else was told, nor what lies a week back', async () => {
  const { world, later, site } = await place(30_000)
  const look = await site(world.organizer)
  expect(await look()).toEqual({ total: 3, takenAt: undefined })
  const other = await site(await plantCaller(db, world.county, { office: 'organizer' }))
  expect(await other()).toEqual({ total: 4, takenAt: undefined })
  expect((await look()).total).toBe(3)
  const stranger = await site(world.stranger)
  expect((await stranger()).total).toBeUndefined()

  // What has gone to somebody else is not shown any more, not even as it was.
  const { id, path } = world.county
  const lieAt = (there: string) =>
    db.update(organizations).set({ path: there }).where(eq(organizations.id, id))
  await lieAt(`/${newId()}${path}`)
  expect((await look()).total).toBeUndefined()
  await lieAt(path)
  expect((await look()).total).toBe(3)

  later(8 * 24 * 60)
  expect(await look()).toEqual({ total: 4, takenAt: undefined })
  expect((await look()).takenAt).toBeDefined()
  later(8 * 24 * 60)
  await forgetOverviews({
    ...world.organizer,
    now: () => new Date(noon.getTime() + 30 * 86_400_000),
  })
  expect(await look()).toEqual({ total: 4, takenAt: undefined })
})
