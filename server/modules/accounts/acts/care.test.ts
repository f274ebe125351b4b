import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { clientOf } from '../../../testing/client.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../../testing/expect.ts'
import { minutesLater, password, plantLogin, visitorOf } from '../../../testing/visitor.ts'
import { noon, plant, plantCaller, plantMember } from '../../../testing/world.ts'
import type { World } from '../../../testing/world.ts'
import { accountCodes, accounts } from '../table.ts'
import { listAccounts } from '../views/list.ts'
import { showAccount } from '../views/show.ts'
import { create } from './create.ts'
import { disable } from './disable.ts'
import { enable } from './enable.ts'
import { invite } from './invite.ts'
import { redeemCode } from './redeem-code.ts'
import { renewCode } from './renew-code.ts'
import { resetTotp } from './reset-totp.ts'
import { signIn } from './sign-in.ts'
import { unlock } from './unlock.ts'

const own = 'Brand-New-Horse-7'
const everything = { text: '', page: 1, size: 50 }

async function plantCounty() {
  const world = await plant(db)
  const system = await plantCaller(db, world.county, { office: 'systemAdministrator' })
  const security = await plantCaller(db, world.county, { office: 'securityAdministrator' })
  return { ...world, system, security }
}

async function lock(world: World, login: string) {
  for (const _ of [1, 2, 3, 4, 5])
    await signIn(visitorOf(world).at(noon), { login, password: 'wrong' }).catch(() => undefined)
}

test('slips for a branch open an account for everybody who has none, and each code lets its owner in once', async () => {
  const world = await plantCounty()
  const names = ['欧阳青松', '李白杨', '李白杨']
  for (const name of names) await plantMember(db, world.west, { name })

  const { slips, skipped } = await invite(world.organizer, { organizationId: world.west.id })
  expect(slips.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
  expect(skipped).toEqual([])
  const logins = slips.map(({ login }) => login)
  expect(new Set(logins).size).toBe(3)
  expect(logins.some((login) => login.startsWith('ouyangqingsong'))).toBe(true)

  const [slip] = slips
  const input = { login: slip?.login ?? '', code: slip?.code ?? '', password: own }
  const visitor = visitorOf(world)
  expect(await redeemCode(visitor.at(noon), input)).toEqual({ next: 'done' })
  expect(await visitor.actor(noon)).toMatchObject({ name: slip?.name })
  const rest = await invite(world.organizer, { organizationId: world.west.id })
  expect(rest.slips).toHaveLength(2)
})

test('slips for a branch keep no code that could be read, neither in the tables nor in the trace', async () => {
  const world = await plantCounty()
  await plantMember(db, world.west, { name: '李白杨' })
  const { slips } = await invite(world.organizer, { organizationId: world.west.id })
  const [slip] = slips
  const kept = await db
    .select()
    .from(accountCodes)
    .where(eq(accountCodes.accountId, slip?.accountId ?? ''))
  const told = JSON.stringify([kept, await tracesIn(db, world)])
  expect(kept).toHaveLength(1)
  expect(told).not.toContain(slip?.code)
})

test('slips for a branch replace those handed out before', async () => {
  const world = await plantCounty()
  await plantMember(db, world.west, { name: '李白杨' })
  const [first] = (await invite(world.organizer, { organizationId: world.west.id })).slips
  const [second] = (await invite(world.organizer, { organizationId: world.west.id })).slips
  const [login, visitor] = [first?.login ?? '', visitorOf(world)]
  const redeem = (code = '') => redeemCode(visitor.at(noon), { login, code, password: own })
  await expectRefusal(redeem(first?.code), 'accounts.codeOver')
  expect(await redeem(second?.code)).toEqual({ next: 'done' })
})

test('slips for a branch are for the own people only', async () => {
  const world = await plantCounty()
  const stranger = await plantMember(db, world.west, { name: '李白杨' })
  const { secretary, east, west } = world
  await expectRefusal(invite(secretary, { organizationId: west.id }), 'organizations.unknown')
  const reached = invite(secretary, { organizationId: east.id, memberIds: [stranger] })
  await expectRefusal(reached, 'members.unknown')
  await expectRefusal(invite(world.member, { organizationId: east.id }), 'reach.none')
})

test('slips for a branch are not the way to the account of somebody with a higher office', async () => {
  const world = await plantCounty()
  const offices = [{ office: 'organizer' as const, organizationId: world.county.id }]
  const { accountId, memberId } = await plantLogin(world.east, { offices })
  await expectRefusal(renewCode(world.secretary, { accountId }), 'accounts.codeBeyond')
  const ask = { organizationId: world.east.id, memberIds: [memberId] }
  const { slips, skipped } = await invite(world.secretary, ask)
  expect(slips).toEqual([])
  expect(skipped).toMatchObject([{ name: '李白杨', reason: '任组织部，由上级发放' }])

  await renewCode(world.system, { accountId })
  const guard = world.security.actor.accountId
  await expectRefusal(renewCode(world.system, { accountId: guard }), 'accounts.codeBeyond')
  await renewCode(world.security, { accountId: world.system.actor.accountId })
  await expectRefusal(renewCode(world.security, { accountId: guard }), 'accounts.ownAccount')
})

test('an account is opened for somebody of the staff, and can do nothing until another office appoints', async () => {
  const world = await plantCounty()
  const login = `staff${Date.now()}`
  const input = { organizationId: world.county.id, login, name: '钱文书' }
  const slip = await create(world.system, input)
  await expectRefusal(create(world.system, input), 'accounts.loginTaken')

  const visitor = visitorOf(world)
  await redeemCode(visitor.at(noon), { login, code: slip.code, password: own })
  expect(await visitor.actor(noon)).toMatchObject({ name: '钱文书', appointments: [] })
})

test('an account that is disabled is out at once, everywhere, and can be brought back', async () => {
  const world = await plantCounty()
  const { login, accountId } = await plantLogin(world.east)
  const visitor = visitorOf(world)
  await signIn(visitor.at(noon), { login, password })

  expect(await disable(world.system, { accountIds: [accountId], reason: '离岗' })).toEqual({
    disabled: 1,
  })
  expect(await visitor.actor(noon)).toBeUndefined()
  await expectRefusal(signIn(visitor.at(noon), { login, password }), 'accounts.disabled')
  await expectRefusal(renewCode(world.system, { accountId }), 'accounts.disabled')
  await enable(world.system, { accountId, reason: '返岗' })
  await expectRefusal(enable(world.system, { accountId, reason: '返岗' }), 'accounts.enabled')
  expect(await signIn(visitor.at(noon), { login, password })).toEqual({ next: 'done' })
})

test('an account is disabled together with others, or none of them is', async () => {
  const world = await plantCounty()
  const [one, other] = [await plantLogin(world.east), await plantLogin(world.west)]
  const foreign = (await plant(db)).member.actor.accountId
  const some = [one.accountId, other.accountId]
  const reason = '久未登录'
  await expectRefusal(
    disable(world.system, { accountIds: [...some, foreign], reason }),
    'accounts.unknown',
  )
  await expectRefusal(
    disable(world.system, { accountIds: [...some, world.system.actor.accountId], reason }),
    'accounts.ownAccount',
  )
  const [row] = await db.select().from(accounts).where(eq(accounts.id, one.accountId))
  expect(row?.disabledAt).toBeNull()
  expect(await disable(world.system, { accountIds: some, reason })).toEqual({ disabled: 2 })
})

test('an account that is locked is unlocked by security', async () => {
  const world = await plantCounty()
  const { login, accountId } = await plantLogin(world.east)
  await expectRefusal(unlock(world.security, { accountId }), 'accounts.unlocked')
  await lock(world, login)
  await unlock(world.security, { accountId })
  expect(await signIn(visitorOf(world).at(noon), { login, password })).toEqual({ next: 'done' })
})

test('an account loses a second factor whose phone was lost, and every session with it', async () => {
  const world = await plantCounty()
  const { login, accountId } = await plantLogin(world.east)
  const visitor = visitorOf(world)
  await signIn(visitor.at(noon), { login, password })
  const ask = { accountId, reason: '手机遗失' }
  await expectRefusal(resetTotp(world.system, ask), 'accounts.noTotp')
  await db
    .update(accounts)
    .set({ totpSealed: 'x', totpConfirmed: true })
    .where(eq(accounts.id, accountId))

  await resetTotp(world.system, ask)
  expect(await visitor.actor(noon)).toBeUndefined()
  expect(await signIn(visitor.at(noon), { login, password })).toEqual({ next: 'done' })
})

test('the list of accounts shows who is in reach, in what state, and counts each state', async () => {
  const world = await plantCounty()
  const locked = await plantLogin(world.west)
  await lock(world, locked.login)
  const stale = await plantLogin(world.west)
  await db
    .update(accounts)
    .set({ signedInAt: minutesLater(-100 * 1_440) })
    .where(eq(accounts.id, stale.accountId))
  const off = await plantLogin(world.west)
  await disable(world.system, { accountIds: [off.accountId], reason: '离岗' })
  const fresh = await plantLogin(world.west)

  const ask = { ...everything, organizationId: world.west.id }
  const { counts, total, rows } = await listAccounts(world.system, ask)
  expect(counts).toEqual({ active: 1, new: 0, stale: 1, locked: 1, disabled: 1 })
  expect(total).toBe(4)
  expect(rows.find(({ id }) => id === stale.accountId)?.state).toBe('stale')
  const only = await listAccounts(world.system, { ...ask, state: 'active' })
  expect(only).toMatchObject({ total: 1, rows: [{ id: fresh.accountId, isMember: true }] })
})

test('the list of accounts is searched by name and login, and by office', async () => {
  const world = await plantCounty()
  const { login } = await plantLogin(world.west)
  const find = async (more: object) =>
    (await listAccounts(world.system, { ...everything, ...more })).total
  expect(await find({ text: '白杨' })).toBe(1)
  expect(await find({ text: login.slice(3) })).toBe(1)
  expect(await find({ text: '100%' })).toBe(0)
  expect(await find({ office: 'secretary' })).toBe(1)
  expect(await find({ office: 'member' })).toBe(6)
})

test('the list of accounts says how many members have no account yet, and ends at the reach', async () => {
  const world = await plantCounty()
  await plantMember(db, world.east)
  await plantMember(db, world.west)
  const { uninvited, rows } = await listAccounts(world.secretary, everything)
  expect(uninvited).toBe(1)
  expect(rows.every(({ organizationName }) => organizationName === '东支部')).toBe(true)
  const { accountId } = world.organizer.actor
  await expectRefusal(showAccount(world.secretary, { accountId }), 'accounts.unknown')
})

test('the list of accounts says through the wire what the caller may do to an account', async () => {
  const world = await plantCounty()
  const { accountId } = await plantLogin(world.east)
  const seen = async (caller: typeof world.system) =>
    (await (await clientOf(caller)).query('accounts.show', { accountId })).body.may

  expect(await seen(world.system)).toEqual({
    appoint: [],
    invite: true,
    manage: true,
    unlock: false,
  })
  expect(await seen(world.secretary)).toMatchObject({ appoint: [], invite: true, manage: false })
  const { appoint, unlock: mayUnlock } = await seen(world.security)
  expect([appoint.includes('auditor'), mayUnlock]).toEqual([true, true])
})
