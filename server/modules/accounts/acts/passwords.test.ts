import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { db } from '../../../testing/database.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { minutesLater, password, plantLogin, visitorOf } from '../../../testing/visitor.ts'
import { noon, plant, vault } from '../../../testing/world.ts'
import type { World } from '../../../testing/world.ts'
import { codeOf, refusePassword } from '../rules/password.ts'
import { accountCodes, accounts } from '../table.ts'
import { changePassword } from './change-password.ts'
import { redeemCode } from './redeem-code.ts'
import { signIn } from './sign-in.ts'

const other = 'Brand-New-Horse-7'

async function plantCode(accountId: string, code = 'CDFG3467') {
  await db.insert(accountCodes).values({
    accountId,
    codeHash: vault.sign(`code ${accountId} ${code}`),
    issuedBy: accountId,
    issuedAt: noon,
    expiresAt: minutesLater(7 * 1_440),
  })
}

async function signedIn(world: World, login: string) {
  const visitor = visitorOf(world)
  await signIn(visitor.at(noon), { login, password })
  return visitor
}

describe('a one-time code', () => {
  test('lets in once, with a password that is strong', async () => {
    const world = await plant(db)
    const { login, accountId } = await plantLogin(world.east)
    await plantCode(accountId)
    const { at, kept } = visitorOf(world)
    const input = { login, code: 'cdfg-3467', password: other }

    await expectRefusal(
      redeemCode(at(noon), { ...input, password: 'short' }),
      'accounts.passwordWeak',
    )
    await expectRefusal(redeemCode(at(noon), { ...input, password }), 'accounts.passwordUsed')
    expect(await redeemCode(at(noon), input)).toEqual({ next: 'done' })
    expect(kept.token).toBeDefined()
    await expectRefusal(redeemCode(at(noon), { ...input, password }), 'accounts.codeOver')
  })

  test('is over after seven days', async () => {
    const world = await plant(db)
    const { login, accountId } = await plantLogin(world.east)
    await plantCode(accountId)
    const late = redeemCode(visitorOf(world).at(minutesLater(7 * 1_440)), {
      login,
      code: 'CDFG3467',
      password: other,
    })
    await expectRefusal(late, 'accounts.codeOver')
  })

  test('used by two at the same moment lets one of them in', async () => {
    const world = await plant(db)
    const { login, accountId } = await plantLogin(world.east)
    await plantCode(accountId)
    const input = { login, code: 'CDFG3467', password: other }
    const outcomes = await Promise.allSettled([
      redeemCode(visitorOf(world).at(noon), input),
      redeemCode(visitorOf(world).at(noon), input),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('guessing it locks the account like guessing the password', async () => {
    const world = await plant(db)
    const { login, accountId } = await plantLogin(world.east)
    await plantCode(accountId)
    const guess = (code: string) =>
      redeemCode(visitorOf(world).at(noon), { login, code, password: other })
    for (const code of ['CCCCCCCC', 'DDDDDDDD', 'FFFFFFFF', 'GGGGGGGG', 'HHHHHHHH'])
      await expectRefusal(guess(code), 'accounts.codeOver')
    await expectRefusal(guess('CDFG3467'), 'accounts.locked')
    await expectRefusal(signIn(visitorOf(world).at(noon), { login, password }), 'accounts.locked')
  })

  test('can be read out: eight signs, none that looks like another', () => {
    for (let round = 0; round < 200; round += 1)
      expect(codeOf(randomBytes(32))).toMatch(/^[CDFGHJKMNPQRTVWXY34679]{8}$/)
  })
})

test('a new password signs every other device out', async () => {
  const world = await plant(db)
  const { login } = await plantLogin(world.east)
  const [desk, phone] = [await signedIn(world, login), await signedIn(world, login)]

  const before = await desk.person(noon)
  await expectRefusal(
    changePassword(before, { old: 'wrong', password: other }),
    'accounts.oldWrong',
  )
  await changePassword(before, { old: password, password: other })
  expect(await phone.actor(noon)).toBeUndefined()
  expect(await desk.actor(noon)).toBeDefined()
  await expectRefusal(signIn(visitorOf(world).at(noon), { login, password }), 'accounts.wrong')
})

test('a new password is none of the last five', async () => {
  const world = await plant(db)
  const { login } = await plantLogin(world.east)
  const desk = await signedIn(world, login)
  const names = [password, ...[1, 2, 3, 4].map((nth) => `${other}-${nth}`)]
  for (const [nth, next] of names.slice(1).entries())
    await changePassword(await desk.person(minutesLater(nth)), {
      old: names[nth] ?? '',
      password: next,
    })

  const last = names.at(-1) ?? ''
  for (const former of names)
    await expectRefusal(
      changePassword(await desk.person(minutesLater(9)), { old: last, password: former }),
      'accounts.passwordUsed',
    )
  await changePassword(await desk.person(minutesLater(10)), { old: last, password: `${other}-5` })
  await changePassword(await desk.person(minutesLater(11)), { old: `${other}-5`, password })
})

test('guessing the old one in an open page locks the account', async () => {
  const world = await plant(db)
  const { login } = await plantLogin(world.east)
  const person = await (await signedIn(world, login)).person(noon)
  for (const _ of [1, 2, 3, 4, 5])
    await expectRefusal(
      changePassword(person, { old: 'wrong', password: other }),
      'accounts.oldWrong',
    )
  await expectRefusal(changePassword(person, { old: password, password: other }), 'accounts.locked')
})

test('a new password is due after ninety days for the three administrators, and until then no office counts', async () => {
  const world = await plant(db)
  const admins = await plantLogin(world.county, {
    offices: [{ office: 'auditor', organizationId: world.county.id }],
  })
  const others = await plantLogin(world.east, {
    offices: [{ office: 'secretary', organizationId: world.east.id }],
  })
  const passwordSetAt = minutesLater(-91 * 1_440)
  for (const { accountId } of [admins, others])
    await db.update(accounts).set({ passwordSetAt }).where(eq(accounts.id, accountId))

  const [desk, branch] = [visitorOf(world), visitorOf(world)]
  expect(await signIn(branch.at(noon), { login: others.login, password })).toEqual({
    next: 'done',
  })
  expect(await signIn(desk.at(noon), { login: admins.login, password })).toEqual({
    next: 'newPassword',
  })
  expect(await desk.actor(noon)).toMatchObject({ owes: 'newPassword', appointments: [] })
  await changePassword(await desk.person(noon), { old: password, password: other })
  const [, office] = (await desk.actor(noon))?.appointments ?? []
  expect(office).toMatchObject({ office: 'auditor' })
})

const isRefused = (text: string) => refusePassword(text, 'x') !== undefined

describe('what makes a password', () => {
  test.each([
    ['Short-1', 'accounts.passwordWeak'],
    ['onlylowercase', 'accounts.passwordWeak'],
    ['lower123456', 'accounts.passwordWeak'],
    ['Lower123456', undefined],
    ['long enough with spaces', undefined],
    ['aaaaaaaaaaaaaaaaaaaa', 'accounts.passwordWeak'],
    ['My-zhangsan-9', 'accounts.passwordHasLogin'],
  ])('%s', (text, reason) => {
    expect(refusePassword(text, 'zhangsan')).toBe(reason)
  })

  test('nothing shorter than ten signs is ever enough', () => {
    expect(fc.check(fc.property(fc.string({ maxLength: 9 }), isRefused)).failed).toBe(false)
  })
})
