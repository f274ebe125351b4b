import { expect, test } from 'vitest'
import { newId } from './kernel/ids.ts'
import { clientOf } from './testing/client.ts'
import { db } from './testing/database.ts'
import { openWay } from './testing/way.ts'
import { plant, plantMember } from './testing/world.ts'

const sentence = /^数据库暂时连不上/

test('says so with 503 while the database cannot be reached, and goes on when it can', async () => {
  const world = await plant(db)
  await plantMember(db, world.east)
  const { far, cut, restore } = await openWay()
  const client = await clientOf({ ...world.secretary, db: far })
  const input = { organizationId: world.east.id, formId: newId(), title: '通知', body: '请学习' }
  const page = { page: 1, size: 10 }
  expect((await client.query('notices.list', page)).status).toBe(200)

  await cut()
  const answers = [
    await client.query('notices.list', page),
    await client.command('notices.send', input),
    await client.command('activities.signIn', { ticket: 'any' }),
  ]
  for (const { status, body, headers } of answers) {
    expect([status, body.reason, headers['retry-after']]).toEqual([503, 'server.away', '5'])
    expect(body.message).toMatch(sentence)
  }
  expect((await client.app.inject('/health')).statusCode).toBe(200)
  expect((await client.app.inject('/ready')).statusCode).toBe(503)

  await restore()
  expect((await client.app.inject('/ready')).statusCode).toBe(200)
  expect((await client.command('notices.send', input)).status).toBe(200)
  expect(
    (await client.query('notices.sent', { ...page, organizationId: world.east.id })).body.total,
  ).toBe(1)
})

test('does not wait for a database that has fallen silent', async () => {
  const world = await plant(db)
  const { far, cut, block, restore } = await openWay(300)
  const client = await clientOf({ ...world.secretary, db: far })
  const page = { page: 1, size: 10 }
  expect((await client.query('notices.list', page)).status).toBe(200)
  block()
  const silent = await client.query('notices.list', page)
  expect([silent.status, silent.body.reason]).toEqual([503, 'server.away'])
  await cut()
  await restore()
  expect((await client.query('notices.list', page)).status).toBe(200)
})
