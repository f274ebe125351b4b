import { and, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openDb } from './kernel/db.ts'
import type { OpenDb } from './kernel/db.ts'
import { enqueue, jobs } from './kernel/jobs.ts'
import { attendances } from './modules/activities/table.ts'
import { organizations } from './modules/organizations/table.ts'
import { keepBusy } from './testing/crowd.ts'
import { launchFleet } from './testing/fleet.ts'
import type { Fleet } from './testing/fleet.ts'
import { buildPages } from './testing/launch.ts'
import { createDatabase } from './testing/nodes.ts'
import { Remote } from './testing/remote.ts'
import { plantSession } from './testing/sessions.ts'
import { plant, plantActivity, secret } from './testing/world.ts'
import type { Person, World } from './testing/world.ts'

/* Two servers of the built platform on one database, behind a balancer that keeps nothing. */
let fleet: Fleet
let opened: OpenDb
let world: World

beforeAll(async () => {
  await buildPages()
  const { url, run } = inject('databases')
  const settings = { DATABASE_URL: await createDatabase(url, `${run}_processes`), SECRET: secret }
  fleet = await launchFleet(2, settings)
  opened = openDb(settings.DATABASE_URL, { connectionsMax: 4, guarded: true })
}, 300_000)

afterAll(async () => {
  await fleet.close()
  await opened.close()
})

const both = () => fleet.servers.map(({ address }) => address)

async function signedIn(person: Person): Promise<Remote> {
  const session = await plantSession(opened.db, person, new Date())
  return new Remote(fleet.address, { session })
}

test('they migrate in turn, print one founding code, and know each other’s sessions and guesses', async () => {
  const printed = () =>
    fleet.servers.map(({ said }) => /founding code (\S+)/.exec(said())?.[1] ?? '')
  await expect.poll(() => printed().every((code) => /^\w{8}-\w{8}$/.test(code))).toBe(true)
  const codes = printed()
  expect(new Set(codes).size).toBe(1)
  const people = Object.fromEntries(
    ['organizer', 'systemAdministrator', 'securityAdministrator', 'auditor'].map((office) => [
      office,
      { login: `${office}1`, name: '赵启明' },
    ]),
  ) as Record<'organizer' | 'systemAdministrator' | 'securityAdministrator' | 'auditor', never>
  const nobody = new Remote(fleet.address)
  const founding = { code: codes[0] ?? '', organizationName: '青禾县委', people }
  const { slips } = await nobody.command('accounts.found', founding)
  expect((await nobody.attempt('accounts.found', founding)).status).toBe(409)

  const { login, code } = slips[0] ?? { login: '', code: '' }
  const organizer = new Remote(fleet.address)
  await organizer.command('accounts.redeemCode', { login, code, password: 'Brand-New-Horse-7' })
  for (const address of both())
    expect(await organizer.at(address).query('accounts.me', {})).toMatchObject({ name: '赵启明' })

  const doors = both().map((address) => new Remote(address))
  const guess = (at: number) =>
    doors[at % 2]?.attempt('accounts.signIn', { login, password: 'Wrong-Old-Horse-7' })
  for (let at = 0; at < 5; at += 1) expect((await guess(at))?.status).toBe(401)
  expect([(await guess(0))?.status, (await guess(1))?.status]).toEqual([429, 429])

  await organizer.at(both()[0] ?? '').command('accounts.signOut', {})
  expect((await organizer.at(both()[1] ?? '').send('/api/accounts/me?input={}')).status).toBe(401)
})

test('a code on the wall of one opens at the other, and who signs in at both is there once', async () => {
  world = await plant(opened.db)
  const hour = 3_600_000
  const key = await plantActivity(opened.db, world.east, {
    startsAt: new Date(Date.now() - hour),
    endsAt: new Date(Date.now() + hour),
  })
  const [secretary, member] = [await signedIn(world.secretary), await signedIn(world.member)]
  const [first = '', second = ''] = both()

  const walls = await Promise.all(
    both().map((one) => secretary.at(one).query('activities.wall', key)),
  )
  expect(walls[1]?.arrived).toEqual([])
  const code = walls[0]?.address?.split('/').at(-1) ?? ''
  const phone = member.at(second)
  const { ticket } = await phone.command('activities.openCode', { code })
  const scans = [phone, phone.at(first), phone, phone.at(first)]
  const signed = await Promise.all(scans.map((one) => one.command('activities.signIn', { ticket })))
  expect(new Set(signed.map(({ signedAt }) => signedAt)).size).toBe(1)
  expect(await opened.db.$count(attendances, eq(attendances.activityId, key.activityId))).toBe(1)
  for (const address of both())
    expect((await secretary.at(address).query('activities.wall', key)).arrived).toHaveLength(1)
})

test('what was uploaded at one is read at the other, and each job is done once', async () => {
  const organizer = await signedIn(world.organizer)
  const [first = '', second = ''] = both()
  const bytes = new TextEncoder().encode('姓名,公民身份证号\n')
  const file = await organizer.at(first).upload('名册.csv', bytes)
  const read = await organizer.at(second).send<string>(`/api/files/${file.unitId}/${file.fileId}`)
  expect(read).toMatchObject({ status: 200, body: '姓名,公民身份证号\n' })

  const { place, accountId: requestedBy } = world.organizer.actor
  const input = { units: [world.county.id] }
  const ids = await opened.db.transaction(async (tx) => {
    const ask = { place, title: '核验', requestedBy, input, now: new Date() }
    const one = async () => enqueue(tx, { kind: 'audit.verify' }, ask)
    return [await one(), await one(), await one(), await one(), await one(), await one()]
  })
  const row = async () => opened.db.select().from(jobs).where(inArray(jobs.id, ids))
  await expect
    .poll(async () => (await row()).map(({ status, attempts }) => `${status} ${attempts}`))
    .toEqual(ids.map(() => 'done 1'))
})

test(
  'each is restarted in its turn under load, and nobody notices',
  { timeout: 90_000 },
  async () => {
    const people = await Promise.all([1, 2].map(async () => signedIn(world.organizer)))
    const busy = keepBusy(people, world.county.id, '滚动重启')
    const before = new Set(both())
    const codes = [await fleet.renew(), await fleet.renew()]
    await expect.poll(() => both().every((one) => (fleet.given.get(one) ?? 0) > 10)).toBe(true)
    await busy.stop()

    expect(codes).toEqual([0, 0])
    expect(both().filter((one) => before.has(one))).toEqual([])
    expect(busy.faults).toEqual([])
    const kept = await opened.db
      .select({ name: organizations.name })
      .from(organizations)
      .where(
        and(
          eq(organizations.parentId, world.county.id),
          inArray(organizations.name, [...busy.wanted]),
        ),
      )
    expect(kept.map(({ name }) => name).toSorted()).toEqual([...busy.founded].toSorted())
    expect(busy.founded.size).toBeGreaterThan(10)
  },
)
