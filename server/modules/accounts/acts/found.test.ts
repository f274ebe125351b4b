import { expect, inject, test } from 'vitest'
import { openDb } from '../../../kernel/db.ts'
import { databaseName } from '../../../testing/database.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { createDatabase, dropDatabases } from '../../../testing/nodes.ts'
import { files, noon, vault } from '../../../testing/world.ts'
import { seedRules } from '../../rules/index.ts'
import { findActorsByToken, issueFoundingCode } from '../index.ts'
import { found } from './found.ts'
import { redeemCode } from './redeem-code.ts'

const people = {
  organizer: { login: 'zuzhi', name: '赵启明' },
  systemAdministrator: { login: 'xitong', name: '钱维运' },
  securityAdministrator: { login: 'anquan', name: '孙守安' },
  auditor: { login: 'shenji', name: '李明鉴' },
}

/** A platform on which nothing is yet. */
async function emptyPlatform() {
  const { url: server, template } = inject('databases')
  const name = `${databaseName}_empty`
  await dropDatabases(server, name)
  const url = await createDatabase(server, name, template)
  const { db, close } = openDb(url, { connectionsMax: 4, guarded: true })
  await seedRules(db)
  const kept = { token: '' }
  const visit = {
    address: '10.0.0.1',
    agent: 'test',
    token: undefined,
    device: undefined,
    begin: (token: string) => void (kept.token = token),
    end: () => undefined,
    remember: () => undefined,
  }
  return { db, close, kept, caller: { db, vault, files, visit, actor: undefined, now: () => noon } }
}

test('an empty platform is founded once, by whoever was told the code, with four people apart', async () => {
  const { db, close, caller, kept } = await emptyPlatform()
  const input = { organizationName: '青禾县委', people }

  const longAgo = new Date(noon.getTime() - 8 * 86_400_000)
  const stale = (await issueFoundingCode(db, { now: longAgo, vault })) ?? ''
  // Every server of the platform prints the same.
  const ask = () => issueFoundingCode(db, { now: noon, vault })
  const [code = '', same] = await Promise.all([ask(), ask()])
  expect([code, same]).toEqual([expect.stringMatching(/^\w{8}-\w{8}$/), code])
  await expectRefusal(found(caller, { ...input, code: stale }), 'accounts.foundingOver')
  const twins = { ...people, auditor: { ...people.auditor, login: 'anquan' } }
  await expectRefusal(found(caller, { ...input, people: twins, code }), 'accounts.foundingLogins')

  const { slips } = await found(caller, { ...input, code: code.toLowerCase() })
  expect(slips.map(({ login }) => login)).toEqual(['zuzhi', 'xitong', 'anquan', 'shenji'])
  await expectRefusal(found(caller, { ...input, code }), 'accounts.foundingOver')
  expect(await issueFoundingCode(db, { now: noon, vault })).toBeUndefined()

  for (const { login, code: own, name } of slips) {
    await redeemCode(caller, { login, code: own, password: 'Brand-New-Horse-7' })
    const [actor] = await findActorsByToken(db, [kept.token], noon)
    expect(actor).toMatchObject({ name, appointments: [{ path: actor?.place.path }] })
  }
  await close()
})
