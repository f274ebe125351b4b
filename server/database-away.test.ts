import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { newId } from './kernel/ids.ts'
import { openDb } from './kernel/db.ts'
import { clientOf } from './testing/client.ts'
import { db, url } from './testing/database.ts'
import { plant, plantMember } from './testing/world.ts'

const sentence = /^数据库暂时连不上/

/** The way to the database, which can be cut and blocked. */
async function openWay(silenceMillis: number) {
  const named = new URL(url)
  const host = named.searchParams.get('host') ?? named.hostname
  const port = Number(named.port || 5432)
  const open = new Set<Socket>()
  const way = createServer((near) => {
    const far = host.startsWith('/') ? connect(join(host, `.s.PGSQL.${port}`)) : connect(port, host)
    near.pipe(far).pipe(near)
    for (const end of [near, far]) {
      open.add(end)
      end.on('error', () => undefined).on('close', () => open.delete(end))
    }
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  })
  const listen = (at: number) =>
    new Promise<void>((done) => void way.listen(at, '127.0.0.1', () => done()))
  await listen(0)
  const { port: at } = way.address() as AddressInfo
  named.searchParams.delete('host')
  const { db: far, close } = openDb(
    Object.assign(named, { hostname: '127.0.0.1', port: String(at) }).href,
    { connectionsMax: 4, guarded: true, silenceMillis },
  )
  const cut = () => {
    for (const end of open) end.destroy()
    return new Promise<void>((done) => void way.close(() => done()))
  }
  onTestFinished(async () => {
    await close()
    await cut()
  })
  return { far, cut, restore: () => listen(at), block: () => open.forEach((end) => end.pause()) }
}

test('says so with 503 while the database cannot be reached, and goes on when it can', async () => {
  const world = await plant(db)
  await plantMember(db, world.east)
  const { far, cut, restore } = await openWay(40_000)
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
