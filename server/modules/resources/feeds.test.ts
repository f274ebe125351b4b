import { beforeEach, expect, test } from 'vitest'
import { buildApp } from '../../testing/app.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { orderDay, plantResource, roomDraft } from '../../testing/resources.ts'
import { files, noon, plant, plantCaller, vault } from '../../testing/world.ts'
import type { World } from '../../testing/world.ts'
import { closeFeed, openFeed } from './acts/feeds.ts'
import { retire } from './acts/retire.ts'
import { listFeeds } from './views/feeds.ts'

let world: World
beforeEach(async () => {
  world = await plant(db)
})

test('is open to whoever has the address, says who has it and nothing of people, and closes for good', async () => {
  const { organizer, secretary, county, east } = world
  const key = await plantResource(organizer, county.id, roomDraft)
  await orderDay(secretary, { ...key, organizationId: east.id }, { note: '联系人电话在这里' })
  const { feedId, path } = await openFeed(organizer, { ...key, label: '前台' })
  await expectRefusal(openFeed(secretary, { ...key, label: '前台' }), 'resources.unknown')
  expect(path).toMatch(/^\/api\/calendars\/[\w-]{43}\.ics$/)
  expect((await listFeeds(organizer, key)).feeds).toMatchObject([{ feedId, label: '前台' }])

  const app = await buildApp({
    db,
    vault,
    files,
    now: () => noon,
    identify: async () => undefined,
  })
  const read = (url: string) => app.inject({ method: 'GET', url })
  const answer = await read(path)
  expect(answer.headers['content-type']).toContain('text/calendar')
  const text = answer.body.replaceAll('\r\n ', '')
  expect(text).toMatch(/BEGIN:VCALENDAR\r\nVERSION:2.0/)
  expect(text).toContain('SUMMARY:主题党日 · 东支部')
  expect(text).toContain('DTSTART:20260610T010000Z')
  expect(text).toContain('STATUS:TENTATIVE')
  expect(text).not.toContain('联系人')
  expect(text).not.toContain('张三')
  expect((await read(`/api/calendars/${'x'.repeat(43)}.ics`)).statusCode).toBe(404)
  expect((await read('/api/calendars/..%2f.ics')).statusCode).toBe(400)

  await closeFeed(organizer, { ...key, feedId })
  expect((await read(path)).statusCode).toBe(404)
  await expectRefusal(closeFeed(organizer, { ...key, feedId }), 'resources.feedUnknown')
  const traced = await plantCaller(db, county, { office: 'organizer' })
  expect((await listFeeds(traced, key)).feeds).toEqual([])
  await app.close()
})

test('a resource that is no longer lent takes its calendar addresses with it', async () => {
  const { organizer, county } = world
  const key = await plantResource(organizer, county.id, roomDraft)
  const { path } = await openFeed(organizer, { ...key, label: '前台' })
  await openFeed(organizer, { ...key, label: '党校' })
  const told = { db, vault, files, now: () => noon, identify: async () => undefined }
  const app = await buildApp(told)
  const read = async () => (await app.inject({ method: 'GET', url: path })).statusCode
  expect(await read()).toBe(200)
  await retire(organizer, { ...key, version: 0, reason: '房子拆了' })
  expect(await read()).toBe(404)
  expect((await listFeeds(organizer, key)).feeds).toEqual([])
  await app.close()
})
