import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openVault } from './kernel/vault.ts'
import { digestOf } from './kernel/token.ts'
import { signIn } from './modules/accounts/acts/sign-in.ts'
import { accounts, sessions } from './modules/accounts/table.ts'
import { sealTraces } from './modules/audit/acts/seal.ts'
import { sourceOf, verifyChain } from './modules/audit/index.ts'
import { auditSeals } from './modules/audit/table.ts'
import { change } from './modules/members/acts/change.ts'
import { register } from './modules/members/acts/register.ts'
import { listMembers } from './modules/members/views/list.ts'
import { soundFacts as facts, idNumberOf } from './testing/citizens.ts'
import { db } from './testing/database.ts'
import { expectRefusal } from './testing/expect.ts'
import { noon, plant } from './testing/world.ts'
import { password, plantLogin, visitorOf } from './testing/visitor.ts'

/* The platform on the day when CRYPTO was set to guomi, with all of its data still from before. */
const before = openVault('a secret for tests, and for nothing else')
const vault = openVault('a secret for tests, and for nothing else', 'guomi')

test('everybody signs in as ever; what is kept of their password and session is new', async () => {
  const world = await plant(db)
  const { login, phone, idNumber, accountId } = await plantLogin(world.east)
  const visitor = visitorOf(world)
  const guomi = () => ({ ...visitor.at(noon), vault })

  await signIn(visitor.at(noon), { login, password })
  const old = visitor.kept.token ?? ''
  expect(await visitor.actor(noon)).toMatchObject({ accountId })
  for (const name of [phone, idNumber, login])
    expect(await signIn(guomi(), { login: name, password })).toEqual({ next: 'done' })

  const [account] = await db.select().from(accounts).where(eq(accounts.id, accountId))
  expect(account?.passwordHash).toMatch(/^\$pbkdf2-sm3\$/)
  expect(await visitor.actor(noon)).toMatchObject({ accountId })
  const token = visitor.kept.token ?? ''
  expect(token).toMatch(/^g\./)
  expect(digestOf(token)).not.toBe(digestOf(old))
  expect(await db.$count(sessions, eq(sessions.tokenHash, digestOf(token)))).toBe(1)
  await expectRefusal(signIn(guomi(), { login, password: 'Wrong-Horse-9' }), 'accounts.wrong')
})

test('nobody comes onto the roll a second time, and everybody is found by their number', async () => {
  const world = await plant(db)
  const here = { organizationId: world.east.id }
  const key = await register({ ...world.secretary, vault: before }, { ...here, facts })
  const secretary = { ...world.secretary, vault }

  await expectRefusal(register(secretary, { ...here, facts }), 'members.idTaken')
  const other = { ...facts, name: '周青松', idNumber: idNumberOf('1985-06-15', 5) }
  const second = await register(secretary, { ...here, facts: other })
  const taken = { ...second, version: 0, facts: { idNumber: facts.idNumber } }
  await expectRefusal(change(secretary, taken), 'members.idTaken')

  const page = { ...here, audience: {}, order: 'name', page: 1, size: 20 } as const
  for (const person of [secretary, { ...secretary, vault: before }])
    for (const text of [facts.idNumber, other.idNumber]) {
      const { rows } = await listMembers(person, { ...page, text })
      expect(rows.map(({ memberId }) => memberId)).toEqual([
        text === facts.idNumber ? key.memberId : second.memberId,
      ])
    }
})

test('the chain of traces goes on with links of the other kind, and holds as a whole', async () => {
  const world = await plant(db)
  const { unitId } = world.county
  const register1 = (nth: number) => ({
    organizationId: world.east.id,
    facts: { ...facts, idNumber: idNumberOf('1985-06-15', nth) },
  })
  for (const [nth, used] of [before, vault, before, vault].entries()) {
    await register({ ...world.secretary, vault: used }, register1(11 + nth * 2))
    await sealTraces({ ...world.secretary, vault: used }, [unitId])
  }

  const seals = await db.select().from(auditSeals).where(eq(auditSeals.unitId, unitId))
  const marks = seals
    .toSorted((one, other) => one.number - other.number)
    .map(({ hash }) => hash.slice(0, 3) === 'g1.')
  expect(marks).toEqual([false, true, false, true])
  for (const { isAttested } of [before, vault]) {
    const walked = await verifyChain(sourceOf(db), unitId, { isSigned: isAttested })
    expect(walked).toMatchObject({ seals: 4, traces: 4 })
    expect(walked.broken).toBeUndefined()
  }
  const { isAttested } = openVault('another secret of more than thirty-two characters', 'guomi')
  expect((await verifyChain(sourceOf(db), unitId, { isSigned: isAttested })).broken).toBeDefined()
})
