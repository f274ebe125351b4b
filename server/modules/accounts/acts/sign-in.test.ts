import { expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { digestOf } from '../../../kernel/token.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { noon, plant, plantMember, vault } from '../../../testing/world.ts'
import type { Person, World } from '../../../testing/world.ts'
import { findActorsByToken, plantAccount } from '../index.ts'
import { accountCodes } from '../table.ts'
import { changePassword } from './change-password.ts'
import { redeemCode } from './redeem-code.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'

const password = 'Correct-Horse-9'
const phone = '15400000001'

/** Somebody at the door, whose browser keeps what it is given. */
function visitorOf(world: World, now = noon) {
  const kept: { token?: string } = {}
  const visit = {
    ...world.stranger.visit,
    begin: (token: string) => void (kept.token = token),
    end: () => void delete kept.token,
  }
  return { kept, caller: { ...world.stranger, actor: undefined, visit, now: () => now } }
}

async function plantLogin(world: World) {
  const { id: organizationId, unitId } = world.east
  const phoneIndex = vault.index(`${phone}${newId()}`)
  const memberId = await plantMember(db, world.east, { name: '李白杨', phoneIndex })
  const login = `u${newId()}`
  const facts = { unitId, organizationId, memberId, login, name: '李白杨', password, now: noon }
  const accountId = await db.transaction((tx) => plantAccount(tx, facts))
  return { login, accountId, memberId, name: '李白杨' }
}

test('opens a session that names the person, and signing out ends it', async () => {
  const world = await plant(db)
  const { login, accountId, memberId } = await plantLogin(world)
  const { kept, caller } = visitorOf(world)

  expect(await signIn(caller, { login: login.toUpperCase(), password })).toEqual({ next: 'done' })

  const [actor] = await findActorsByToken(db, [kept.token ?? ''], noon)
  expect(actor).toMatchObject({ accountId, memberId, name: '李白杨' })
  const visit = { ...caller.visit, token: kept.token }
  await signOut({ ...caller, visit, actor }, {})
  expect(await findActorsByToken(db, [visit.token ?? ''], noon)).toEqual([undefined])
})

test('says the same of a wrong password and of nobody', async () => {
  const world = await plant(db)
  const { login } = await plantLogin(world)
  const { caller, kept } = visitorOf(world)

  await expectRefusal(signIn(caller, { login, password: 'wrong' }), 'accounts.wrong')
  await expectRefusal(signIn(caller, { login: newId(), password }), 'accounts.wrong')
  expect(kept.token).toBeUndefined()
})

test('locks after five failures, for a quarter of an hour, also for the right password', async () => {
  const world = await plant(db)
  const { login } = await plantLogin(world)
  const { caller } = visitorOf(world)
  for (const _ of [1, 2, 3, 4, 5])
    await expectRefusal(signIn(caller, { login, password: 'wrong' }), 'accounts.wrong')

  await expectRefusal(signIn(caller, { login, password }), 'accounts.locked')
  const later = visitorOf(world, new Date(noon.getTime() + 16 * 60_000)).caller
  expect(await signIn(later, { login, password })).toEqual({ next: 'done' })
})

test('a first-login code works once, with a password that is strong', async () => {
  const world = await plant(db)
  const { login, accountId } = await plantLogin(world)
  const expiresAt = new Date(noon.getTime() + 86_400_000)
  const issued = { issuedBy: accountId, issuedAt: noon, expiresAt }
  await db.insert(accountCodes).values({ accountId, codeHash: digestOf('ABCD2345'), ...issued })
  const { caller, kept } = visitorOf(world)
  const input = { login, code: 'abcd-2345', password: 'Another-Horse-8' }

  await expectRefusal(redeemCode(caller, { ...input, password: 'short' }), 'accounts.passwordWeak')
  await expectRefusal(redeemCode(caller, { ...input, password }), 'accounts.passwordUsed')
  await redeemCode(caller, input)
  expect(kept.token).toBeDefined()
  await expectRefusal(redeemCode(caller, input), 'accounts.codeOver')
})

test('a new password signs every other device out', async () => {
  const world = await plant(db)
  const { login } = await plantLogin(world)
  const [desk, phoneAtHome] = [visitorOf(world), visitorOf(world)]
  await signIn(desk.caller, { login, password })
  await signIn(phoneAtHome.caller, { login, password })
  const [actor] = await findActorsByToken(db, [desk.kept.token ?? ''], noon)
  const caller = { ...desk.caller, actor } as Person

  await expectRefusal(
    changePassword(caller, { old: 'wrong', password: 'Brand-New-Horse-7' }),
    'accounts.oldWrong',
  )
  await changePassword(caller, { old: password, password: 'Brand-New-Horse-7' })

  const tokens = [desk.kept.token ?? '', phoneAtHome.kept.token ?? '']
  const actors = await findActorsByToken(db, tokens, noon)
  expect(actors.map((one) => one !== undefined)).toEqual([true, false])
})
