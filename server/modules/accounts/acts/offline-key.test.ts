import { expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../../testing/expect.ts'
import { plant } from '../../../testing/world.ts'
import { offlineKey } from './offline-key.ts'

test('the key is the same for one person on one device, another for anybody and anything else, and nowhere written down', async () => {
  const world = await plant(db)
  const { secretary, member } = world
  const [deviceId, otherDevice] = [newId(), newId()]
  const before = (await tracesIn(db, world)).length
  const mine = await offlineKey(secretary, { deviceId })
  expect(Buffer.from(mine.key, 'base64url')).toHaveLength(32)
  expect(mine.accountId).toBe(secretary.actor.accountId)
  expect(await offlineKey(secretary, { deviceId })).toEqual(mine)
  const others = await Promise.all([
    offlineKey(secretary, { deviceId: otherDevice }),
    offlineKey(member, { deviceId }),
  ])
  expect(new Set([mine.key, ...others.map(({ key }) => key)]).size).toBe(3)
  expect(await tracesIn(db, world)).toHaveLength(before)
  await expectRefusal(offlineKey({ ...member, actor: undefined }, { deviceId }), 'identity.missing')
})
