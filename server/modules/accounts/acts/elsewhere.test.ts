import { expect, test } from 'vitest'
import { inTransaction } from '../../../kernel/db.ts'
import { db } from '../../../testing/database.ts'
import { identifyBy } from '../../../identity.ts'
import { buildApp } from '../../../testing/app.ts'
import { expectRefusal, tracesIn } from '../../../testing/expect.ts'
import { password, plantLogin, visitorOf } from '../../../testing/visitor.ts'
import { files, noon, plant, vault } from '../../../testing/world.ts'
import { refuseSetting } from '../../rules/rules.ts'
import { security } from '../../rules/catalogue/security.ts'
import { ruleValues } from '../../rules/table.ts'
import { isInPlace } from '../index.ts'
import { signIn } from './sign-in.ts'

const key = 'signIn.administrator.addresses'

test('administrators come in from listed addresses only, others from anywhere, and the attempt is kept', async () => {
  const world = await plant(db)
  const organizationId = world.county.id
  const value = ['10.1.0.0/16', 'fd00::/8']
  const said = {
    clause: '县委保密要求',
    from: '2026-01-01' as const,
    byId: organizationId,
    at: noon,
  }
  await inTransaction(db, (tx) =>
    tx.insert(ruleValues).values({ key, organizationId, value, ...said }),
  )
  const offices = [{ office: 'auditor' as const, organizationId }]
  const auditor = await plantLogin(world.county, { offices })
  const secretary = await plantLogin(world.county, {
    offices: [{ office: 'secretary' as const, organizationId }],
  })
  const away = visitorOf(world, '10.2.0.1')

  await expectRefusal(
    signIn(away.at(noon), { login: auditor.login, password: 'wrong' }),
    'accounts.wrong',
  )
  await expectRefusal(
    signIn(away.at(noon), { login: auditor.login, password }),
    'accounts.elsewhere',
  )
  expect(away.kept.token).toBeUndefined()
  expect((await tracesIn(db, world)).at(-1)).toMatchObject({
    command: 'accounts.signIn',
    after: { result: '不在许可的网络地址', address: '10.2.0.1' },
  })
  await signIn(away.at(noon), { login: secretary.login, password })
  const desk = visitorOf(world, '10.1.0.1')
  await signIn(desk.at(noon), { login: auditor.login, password })
  expect(await desk.actor(noon)).toMatchObject({ boundTo: 'address:10.1.0.1' })
})

test("an administrator's session is worth nothing at another address", async () => {
  const world = await plant(db)
  const offices = [{ office: 'auditor' as const, organizationId: world.county.id }]
  const { login } = await plantLogin(world.county, { offices })
  const app = await buildApp({
    db,
    now: () => noon,
    vault,
    files,
    identify: identifyBy(db, () => noon),
  })
  const at = async (remoteAddress: string, session?: string) =>
    app.inject({
      ...(session
        ? { url: '/api/accounts/me', cookies: { session } }
        : { method: 'POST' as const, url: '/api/accounts/signIn', payload: { login, password } }),
      remoteAddress,
    })
  const session = (await at('10.1.0.1')).cookies.find(({ name }) => name === 'session')?.value ?? ''
  expect((await at('10.1.0.1', session)).statusCode).toBe(200)
  expect((await at('10.1.0.2', session)).statusCode).toBe(401)
  await app.close()
  expect(isInPlace({ ...world.secretary.actor }, '10.9.9.9')).toBe(true)
})

test.each([
  [['10.1.0.0/16', '::1', 'fd00::/8', '192.168.1.9'], undefined],
  [['10.1.0.0/33'], 'rules.shape'],
  [['10.1'], 'rules.shape'],
  [['县委大院'], 'rules.shape'],
  [['10.256.0.1'], 'rules.shape'],
])('the list %j is refused as %s', (value, reason) => {
  const declared = security.find((one) => one.key === key)
  if (!declared) throw new Error('the rule is not declared')
  const setting = { value, from: '2026-07-01', today: '2026-06-01', above: undefined } as const
  expect(refuseSetting(declared, setting)?.reason).toBe(reason)
})
