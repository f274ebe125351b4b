import { beforeEach, expect, test } from 'vitest'
import { buildPackagesApp } from '../../testing/app.ts'
import { clientOf } from '../../testing/client.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { contents } from '../../testing/packages/contents.ts'
import { readPackage } from '../../testing/packages/plant.ts'
import { files, noon, plant, plantCaller, plantOrganization, vault } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { withdraw } from './acts/change.ts'
import { commit } from './acts/commit.ts'
import { open } from './acts/open.ts'
import { showPackage } from './views/office.ts'
import { menu, mine } from './views/own.ts'

let world: World
let learner: Person
let minutes: number
let key: { unitId: string; packageId: string }
beforeEach(async () => {
  world = await plant(db)
  minutes = 0
  learner = await plantCaller(db, world.east, {
    now: () => new Date(noon.getTime() + minutes * 60_000),
  })
  const { unitId, packageId } = await readPackage(world.organizer, world.county, contents.scorm12())
  key = { unitId, packageId }
})

const begin = (person: Person, lesson = 'item_1') =>
  open(person, { ...key, lesson, origin: 'http://127.0.0.1:8080/m/packages' })
const said = { state: 'incomplete', score: null, memory: '{"suspend_data":"a"}' } as const
type Begun = Awaited<ReturnType<typeof begin>>
const say = ({ unitId, attemptId, playId }: Begun, seq: number, seconds: number, changes = {}) =>
  commit(learner, { unitId, attemptId, playId, seq, seconds, ...said, ...changes })

test('no more time is believed than our clock has seen, and a word that comes twice counts once', async () => {
  const play = await begin(learner)
  minutes = 10
  expect(await say(play, 1, 36_000)).toMatchObject({ seq: 1, seconds: 602 })
  expect(await say(play, 1, 36_000)).toMatchObject({ seq: 1, seconds: 602 })
  expect(await say(play, 2, 40_000)).toMatchObject({ seq: 2, seconds: 604 })
  // Who was without a network for an hour brings it all at once, and loses nothing.
  minutes = 70
  expect(await say(play, 3, 43_600)).toMatchObject({ seconds: 4204 })
  expect(await say(play, 4, 100)).toMatchObject({ seconds: 4204 })
})

test('what is reached stays, and the next opening begins there', async () => {
  const play = await begin(learner)
  await say(play, 1, 5, { state: 'completed', score: 85, memory: '{"core":{}}' })
  await say(play, 2, 5, { state: 'incomplete' })
  await expectRefusal(say(play, 3, 5, { memory: 'not json' }), 'packages.memory')

  const again = await begin(learner)
  expect(again).toMatchObject({
    attemptId: play.attemptId,
    state: 'completed',
    seq: 2,
    memory: said.memory,
  })
  await expectRefusal(say(play, 3, 5), 'packages.elsewhere')
  expect(await mine(learner, key)).toMatchObject({ lessons: [{ state: 'completed', score: 85 }] })
  expect(await menu(learner, {})).toMatchObject({ rows: [{ lessons: 1, done: 1, isBegun: true }] })
  const shown = await showPackage(world.organizer, { ...key, page: 1, size: 20 })
  expect(shown).toMatchObject({
    learners: 1,
    done: 1,
    results: { rows: [{ organizationName: '东支部', lesson: '第一课' }] },
  })
})

test('who stands elsewhere finds nothing, and nobody writes into the attempt of another', async () => {
  const elsewhere = await plantOrganization(db, undefined, '别县')
  const stranger = await plantCaller(db, elsewhere)
  await expectRefusal(begin(stranger), 'packages.unknown')
  await expectRefusal(mine(stranger, key), 'packages.unknown')
  await expectRefusal(begin(learner, 'another'), 'packages.lesson')
  const { unitId, attemptId, playId } = await begin(learner)
  const forged = { unitId, attemptId, playId, seq: 1, seconds: 1, ...said }
  await expectRefusal(commit(world.member, forged), 'packages.attempt')

  await withdraw(world.organizer, { ...key, version: 0 })
  await expectRefusal(begin(learner), 'packages.unknown')
})

test('the other origin serves one opening to our page alone, and nothing that was not in the package', async () => {
  const app = await buildPackagesApp({ db, now: learner.now, vault, files })
  const get = (url: string, headers = {}) => app.inject({ url, headers })
  const { token } = await begin(learner)
  const stage = await get(`/play/${token}/`)
  expect(stage.headers['content-security-policy']).toContain(
    'frame-ancestors http://127.0.0.1:8080',
  )
  expect(stage.headers['set-cookie']).toBeUndefined()

  const content = await get(`/play/${token}/files/INDEX.html`, { cookie: 'session=somebody' })
  expect(content.body).toContain('findApi')
  expect(content.headers).toMatchObject({
    'content-type': expect.stringContaining('text/html'),
    'content-security-policy': expect.stringContaining("connect-src 'self'"),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
  expect(content.headers['set-cookie']).toBeUndefined()
  expect((await get(`/play/${token}/files/index.html`, { range: 'bytes=0-8' })).body).toBe(
    '<!doctype',
  )
  const strange = [
    `/play/${token}/files/../../index.html`,
    `/play/${token}/files/..%2f..%2fsecret`,
    `/play/${token}/files/%00`,
    `/play/${token}/files/`,
    `/play/${token}x/files/index.html`,
    '/runtime/../package.json',
    '/api/accounts/me',
  ]
  for (const url of strange) expect([url, (await get(url)).statusCode]).toEqual([url, 404])
  for (const headers of [{ 'sec-fetch-dest': 'document' }, { 'service-worker': 'script' }])
    expect((await get(`/play/${token}/files/index.html`, headers)).statusCode).toBe(403)

  minutes = 13 * 60
  const later = await buildPackagesApp({ db, now: learner.now, vault, files })
  expect((await later.inject({ url: `/play/${token}/` })).statusCode).toBe(404)
})

test('two session cookies are none: one of them may have been laid there from another port', async () => {
  const { app } = await clientOf(learner)
  const ask = (cookie: string) =>
    app.inject({ url: '/api/packages/menu', query: { input: '{}' }, headers: { cookie } })
  expect((await ask('session=ours')).statusCode).toBe(200)
  expect((await ask('session=theirs; session=ours')).statusCode).toBe(401)
})
