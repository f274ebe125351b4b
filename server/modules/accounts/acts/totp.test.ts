import { eq } from 'drizzle-orm'
import { TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { inTransaction } from '../../../kernel/db.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { minutesLater, password, plantLogin, visitorOf } from '../../../testing/visitor.ts'
import { noon, plant } from '../../../testing/world.ts'
import type { World } from '../../../testing/world.ts'
import { ruleValues } from '../../rules/table.ts'
import { accounts } from '../table.ts'
import { listSessions } from '../views/sessions.ts'
import { me } from '../views/me.ts'
import { beginTotp } from './begin-totp.ts'
import { confirmTotp } from './confirm-totp.ts'
import { endSession } from './end-session.ts'
import { removeTotp } from './remove-totp.ts'
import { signIn } from './sign-in.ts'

const secondsLater = (seconds: number) => minutesLater(seconds / 60)

function codeAt(secret: string, now: Date): string {
  return new TOTP({ secret, algorithm: 'SHA1', digits: 6, period: 30 }).generate({
    timestamp: now.getTime(),
  })
}

async function plantTotp(world: World) {
  const login = await plantLogin(world.east)
  const visitor = visitorOf(world)
  await signIn(visitor.at(noon), { login: login.login, password })
  const { secret, uri } = await beginTotp(await visitor.person(noon), {})
  await confirmTotp(await visitor.person(noon), { code: codeAt(secret, noon) })
  return { ...login, secret, uri, visitor }
}

test('asks for the second factor once it is there, and takes each code once', async () => {
  const world = await plant(db)
  const { login, secret, uri, accountId } = await plantTotp(world)
  expect(uri).toContain('otpauth://totp/')
  const [row] = await db.select().from(accounts).where(eq(accounts.id, accountId))
  expect(row?.totpSealed).not.toContain(secret)

  const { at, kept } = visitorOf(world)
  const [soon, later] = [secondsLater(90), secondsLater(150)]
  const code = codeAt(secret, soon)
  expect(await signIn(at(soon), { login, password })).toEqual({ next: 'totp' })
  expect(kept.token).toBeUndefined()
  await expectRefusal(
    signIn(at(soon), { login, password, code: codeAt(secret, noon) }),
    'accounts.totpWrong',
  )
  expect(await signIn(at(soon), { login, password, code })).toEqual({ next: 'done' })
  await expectRefusal(signIn(at(soon), { login, password, code }), 'accounts.totpWrong')
  const next = codeAt(secret, later)
  expect(await signIn(at(later), { login, password, code: next })).toEqual({ next: 'done' })
})

test('guessing the second factor locks the account', async () => {
  const world = await plant(db)
  const { login, secret } = await plantTotp(world)
  const { at } = visitorOf(world)
  const soon = secondsLater(90)
  for (const code of ['000000', '111111', '222222', '333333', '444444'])
    await expectRefusal(signIn(at(soon), { login, password, code }), 'accounts.totpWrong')
  await expectRefusal(
    signIn(at(soon), { login, password, code: codeAt(secret, soon) }),
    'accounts.locked',
  )
})

test('a secret whose first code was never typed counts for nothing', async () => {
  const world = await plant(db)
  const { login } = await plantLogin(world.east)
  const visitor = visitorOf(world)
  await signIn(visitor.at(noon), { login, password })
  const person = await visitor.person(noon)

  await expectRefusal(confirmTotp(person, { code: '123456' }), 'accounts.totpMissing')
  await beginTotp(person, {})
  await expectRefusal(confirmTotp(person, { code: '123456' }), 'accounts.totpWrong')
  expect(await signIn(visitor.at(noon), { login, password })).toEqual({ next: 'done' })
})

test('is taken away with the password only', async () => {
  const world = await plant(db)
  const { login, visitor } = await plantTotp(world)
  const person = await visitor.person(noon)
  await expectRefusal(beginTotp(person, {}), 'accounts.totpThere')
  await expectRefusal(removeTotp(person, { password: 'wrong' }), 'accounts.oldWrong')
  await removeTotp(person, { password })
  expect(await signIn(visitorOf(world).at(noon), { login, password })).toEqual({ next: 'done' })
})

test('where the rules require it, no office counts without it, and it cannot be removed', async () => {
  const world = await plant(db)
  await inTransaction(db, (tx) =>
    tx.insert(ruleValues).values({
      key: 'signIn.totp.required',
      organizationId: world.county.id,
      value: 1,
      clause: '县委保密要求',
      from: '2026-01-01',
      byId: world.county.id,
      at: noon,
    }),
  )
  const offices = [{ office: 'organizer' as const, organizationId: world.county.id }]
  const { login } = await plantLogin(world.county, { offices })
  const desk = visitorOf(world)
  await signIn(desk.at(noon), { login, password })
  expect(await me(await desk.person(noon), {})).toMatchObject({ mustBeginTotp: true })
  expect(await desk.actor(noon)).toMatchObject({ owes: 'totp', appointments: [] })

  const { secret } = await beginTotp(await desk.person(noon), {})
  await confirmTotp(await desk.person(noon), { code: codeAt(secret, noon) })
  expect((await desk.actor(noon))?.appointments).toContainEqual({
    office: 'organizer',
    path: world.county.path,
  })
  const removed = removeTotp(await desk.person(noon), { password })
  await expectRefusal(removed, 'accounts.totpRequired')
})

test('people see where they are signed in, and sign out one device or all others', async () => {
  const world = await plant(db)
  const { login } = await plantLogin(world.east)
  const [desk, phone, tablet] = [visitorOf(world), visitorOf(world), visitorOf(world)]
  for (const { at } of [desk, phone, tablet]) await signIn(at(noon), { login, password })

  const person = await desk.person(noon)
  const { rows } = await listSessions(person, {})
  expect(rows).toHaveLength(3)
  expect(rows.filter(({ isThis }) => isThis)).toHaveLength(1)
  const first = rows.find(({ isThis }) => !isThis)
  expect(await endSession(person, { sessionId: first?.id })).toEqual({ ended: 1 })
  await expectRefusal(endSession(person, { sessionId: first?.id }), 'accounts.sessionUnknown')

  expect(await endSession(person, {})).toEqual({ ended: 1 })
  expect(await desk.actor(noon)).toBeDefined()
  const others = [await phone.actor(noon), await tablet.actor(noon)]
  expect(others).toEqual([undefined, undefined])
})

test("nobody ends another's session", async () => {
  const world = await plant(db)
  const [one, other] = [await plantLogin(world.east), await plantLogin(world.east)]
  const [mine, theirs] = [visitorOf(world), visitorOf(world)]
  await signIn(mine.at(noon), { login: one.login, password })
  await signIn(theirs.at(noon), { login: other.login, password })

  const [row] = (await listSessions(await theirs.person(noon), {})).rows
  const attempt = endSession(await mine.person(noon), { sessionId: row?.id })
  await expectRefusal(attempt, 'accounts.sessionUnknown')
  expect(await theirs.actor(noon)).toBeDefined()
})
