import { eq } from 'drizzle-orm'
import { expect, inject, test } from 'vitest'
import type { Caller } from '../../../kernel/caller.ts'
import { openDb } from '../../../kernel/db.ts'
import { databaseName } from '../../../testing/database.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { createDatabase, dropDatabases } from '../../../testing/nodes.ts'
import { files, noon, vault } from '../../../testing/world.ts'
import { seedRules } from '../../rules/index.ts'
import { minutesLater, newAddress } from '../../../testing/visitor.ts'
import { findActorsByToken, issueFoundingCode } from '../index.ts'
import { signInGuards } from '../table.ts'
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
  const own = { db, vault, files, actor: undefined }
  /** Somebody at an address, at a moment. */
  const from = (address = newAddress(), at = noon): Caller => ({
    ...own,
    now: () => at,
    visit: { ...visit, address },
  })
  return { db, close, kept, from, caller: from(visit.address) }
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

test('whoever guesses at the code waits, from one address soon and from very many together later', async () => {
  const { db, close: leave, from } = await emptyPlatform()
  const code = (await issueFoundingCode(db, { now: noon, vault })) ?? ''
  const input = { organizationName: '青禾县委', people }
  // All but the last sign of it are right, which nobody is told.
  const close = `${code.slice(0, -1)}${code.endsWith('C') ? 'D' : 'C'}`
  const guess = (caller: Caller) => found(caller, { ...input, code: close })

  const guesses = Array.from({ length: 9 }, () => guess(from('192.0.2.1')))
  const reasons = (await Promise.allSettled(guesses)).map(
    (one) => one.status === 'rejected' && (one.reason as { reason: string }).reason,
  )
  expect(reasons.filter((one) => one === 'accounts.foundingOver')).toHaveLength(5)
  expect(reasons.filter((one) => one === 'accounts.foundingLocked')).toHaveLength(4)
  const right = found(from('192.0.2.1'), { ...input, code })
  await expect(right).rejects.toMatchObject({ kind: 'busy', words: { 分钟: 15, 秒: 900 } })

  // Five were from there; at the hundredth everybody waits, who has the code as well.
  const all = eq(signInGuards.key, 'founding')
  expect(await db.select().from(signInGuards).where(all)).toMatchObject([{ failures: 5 }])
  await db.update(signInGuards).set({ failures: 99 }).where(all)
  await expectRefusal(guess(from()), 'accounts.foundingOver')
  await expectRefusal(found(from(), { ...input, code }), 'accounts.foundingLocked')
  const { slips } = await found(from('192.0.2.1', minutesLater(16)), { ...input, code })
  expect(slips).toHaveLength(4)
  await leave()
})
