import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { digestOf } from '../../../kernel/token.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../../testing/expect.ts'
import {
  minutesLater,
  newAddress,
  password,
  plantLogin,
  visitorOf,
} from '../../../testing/visitor.ts'
import { noon, plant, plantMember, vault } from '../../../testing/world.ts'
import { accounts, sessions, signInGuards } from '../table.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'

const wrong = { password: 'wrong' }

test('opens a session that names the person, and signing out ends it', async () => {
  const world = await plant(db)
  const { login, accountId, memberId } = await plantLogin(world.east)
  const visitor = visitorOf(world)

  expect(await signIn(visitor.at(noon), { login: login.toUpperCase(), password })).toEqual({
    next: 'done',
  })
  expect(await visitor.actor(noon)).toMatchObject({ accountId, memberId, name: '李白杨' })
  const person = await visitor.person(noon)
  await signOut(person, {})
  expect(visitor.kept.token).toBeUndefined()
  expect(await visitor.actor(noon)).toBeUndefined()
})

test('knows people by phone and by ID number as well, but not by a phone that two share', async () => {
  const world = await plant(db)
  const { phone, idNumber } = await plantLogin(world.east)
  const visitor = visitorOf(world)
  expect(await signIn(visitor.at(noon), { login: phone, password })).toEqual({ next: 'done' })
  expect(await signIn(visitor.at(noon), { login: idNumber, password })).toEqual({ next: 'done' })

  const phoneIndex = vault.index(phone)
  const memberId = await plantMember(db, world.east, { phoneIndex })
  const other = await plantLogin(world.east, { memberId })
  await expectRefusal(signIn(visitor.at(noon), { login: phone, password }), 'accounts.wrong')
  await signIn(visitor.at(noon), { login: other.login, password })
})

test('says the same of a wrong password and of nobody, and keeps both attempts', async () => {
  const world = await plant(db)
  const { login, accountId } = await plantLogin(world.east)
  const { at, kept } = visitorOf(world)

  await expectRefusal(signIn(at(noon), { login, ...wrong }), 'accounts.wrong')
  await expectRefusal(signIn(at(noon), { login: newId(), password }), 'accounts.wrong')
  expect(kept.token).toBeUndefined()
  const [trace] = await tracesIn(db, world)
  expect(trace).toMatchObject({
    command: 'accounts.signIn',
    subject: `account:${accountId}`,
    path: world.east.path,
    after: { result: '未通过', failures: 1 },
  })
})

test('locks after five failures for a quarter of an hour, whoever knocks and whether they exist', async () => {
  const world = await plant(db)
  const { login } = await plantLogin(world.east)
  const unknown = newId()
  for (const name of [login, unknown]) {
    for (const _ of [1, 2, 3, 4, 5])
      await expectRefusal(
        signIn(visitorOf(world).at(noon), { login: name, ...wrong }),
        'accounts.wrong',
      )
    const right = signIn(visitorOf(world).at(noon), { login: name, password })
    await expect(right).rejects.toMatchObject({ kind: 'busy', words: { 分钟: 15, 秒: 900 } })
  }
  const later = visitorOf(world).at(minutesLater(16))
  expect(await signIn(later, { login, password })).toEqual({ next: 'done' })
})

test('counts failures that come at the same moment one by one', async () => {
  const world = await plant(db)
  const { login } = await plantLogin(world.east)
  const attempts = Array.from({ length: 12 }, () =>
    signIn(visitorOf(world).at(noon), { login, ...wrong }).catch((error: unknown) => error),
  )
  const reasons = (await Promise.all(attempts)).map((one) => (one as { reason: string }).reason)
  expect(reasons.filter((one) => one === 'accounts.wrong')).toHaveLength(5)
  expect(reasons.filter((one) => one === 'accounts.locked')).toHaveLength(7)
})

test('a success forgets what failed before', async () => {
  const world = await plant(db)
  const { login } = await plantLogin(world.east)
  const { at } = visitorOf(world)
  const outcomes = ['wrong', 'wrong', 'wrong', 'wrong', password]
  for (const attempt of [...outcomes, ...outcomes, ...outcomes])
    await signIn(at(noon), { login, password: attempt }).catch(() => undefined)
  expect(await signIn(at(noon), { login, password })).toEqual({ next: 'done' })
})

test('an address from which everything fails has to wait, and others have not', async () => {
  const world = await plant(db)
  const { login } = await plantLogin(world.east)
  const address = newAddress()
  const loud = visitorOf(world, address)
  await expectRefusal(signIn(loud.at(noon), { login: 'x1', ...wrong }), 'accounts.wrong')
  const key = eq(signInGuards.key, `address:${address}`)
  await db.update(signInGuards).set({ failures: 99 }).where(key)
  await expectRefusal(signIn(loud.at(noon), { login: 'x2', ...wrong }), 'accounts.wrong')

  await expectRefusal(signIn(loud.at(noon), { login, password }), 'accounts.locked')
  await signIn(visitorOf(world).at(noon), { login, password })
})

test('a disabled account stays out, and only its owner is told why', async () => {
  const world = await plant(db)
  const { login, accountId } = await plantLogin(world.east)
  await db.update(accounts).set({ disabledAt: noon }).where(eq(accounts.id, accountId))
  const { at } = visitorOf(world)

  await expectRefusal(signIn(at(noon), { login, ...wrong }), 'accounts.wrong')
  await expectRefusal(signIn(at(noon), { login, password }), 'accounts.disabled')
})

test('what a browser carried before it signed in is worth nothing afterwards', async () => {
  const world = await plant(db)
  const [one, other] = [await plantLogin(world.east), await plantLogin(world.east)]
  const visitor = visitorOf(world)
  await signIn(visitor.at(noon), { login: one.login, password })
  const former = visitor.kept.token ?? ''

  await signIn(visitor.at(noon), { login: other.login, password })
  expect(visitor.kept.token).not.toBe(former)
  expect(await visitor.actor(noon)).toMatchObject({ accountId: other.accountId })
  const [row] = await db
    .select()
    .from(sessions)
    .where(eq(sessions.tokenHash, digestOf(former)))
  expect(row?.endedAt).toEqual(noon)
})

test('who holds an office is forgotten after half an hour of silence, or twelve hours', async () => {
  const world = await plant(db)
  const offices = [{ office: 'secretary' as const, organizationId: world.east.id }]
  const { login } = await plantLogin(world.east, { offices })
  const [silent, busy] = [visitorOf(world), visitorOf(world)]
  await signIn(silent.at(noon), { login, password })
  await signIn(busy.at(noon), { login, password })

  expect(await silent.actor(minutesLater(29))).toBeDefined()
  expect(await silent.actor(minutesLater(60))).toBeUndefined()
  for (let minute = 20; minute < 720; minute += 20)
    expect(await busy.actor(minutesLater(minute))).toBeDefined()
  expect(await busy.actor(minutesLater(721))).toBeUndefined()
})

test("a member's phone stays signed in for thirty days, and is noted once a minute", async () => {
  const world = await plant(db)
  const { login, accountId } = await plantLogin(world.east)
  const phone = visitorOf(world)
  await signIn(phone.at(noon), { login, password })
  const seen = async () => {
    const [row] = await db.select().from(sessions).where(eq(sessions.accountId, accountId))
    return row?.lastSeenAt
  }
  await phone.actor(new Date(noon.getTime() + 59_000))
  expect(await seen()).toEqual(noon)
  await phone.actor(minutesLater(2))
  expect(await seen()).toEqual(minutesLater(2))
  expect(await phone.actor(minutesLater(29 * 1_440))).toBeDefined()
  expect(await phone.actor(minutesLater(31 * 1_440))).toBeUndefined()
})

test('a clock that was a year ahead, and is right again, locks nobody out and ends no session', async () => {
  const world = await plant(db)
  const { login } = await plantLogin(world.east)
  const visitor = visitorOf(world)
  await signIn(visitor.at(noon), { login, password })
  const year = minutesLater(365 * 1440)
  const other = visitorOf(world)
  for (let times = 0; times < 5; times += 1)
    await expectRefusal(signIn(other.at(year), { login, ...wrong }), 'accounts.wrong')
  await expectRefusal(signIn(other.at(year), { login, password }), 'accounts.locked')
  expect(await visitor.actor(year)).toBeUndefined()

  expect(await visitor.actor(minutesLater(5))).toMatchObject({ name: '李白杨' })
  expect(await signIn(other.at(minutesLater(5)), { login, password })).toEqual({ next: 'done' })
  // Seen by a clock ahead, then by one that is right: from then on idle time counts again.
  const hash = digestOf(other.kept.token ?? '')
  await db.update(sessions).set({ lastSeenAt: year }).where(eq(sessions.tokenHash, hash))
  await other.actor(minutesLater(6))
  const [seen] = await db.select().from(sessions).where(eq(sessions.tokenHash, hash))
  expect(seen?.lastSeenAt).toEqual(minutesLater(6))
})
