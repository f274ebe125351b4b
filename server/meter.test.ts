import { eq } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callCounts, countCall, forgetCalls } from './kernel/call-counts.ts'
import { newId } from './kernel/ids.ts'
import { meterBy } from './meter.ts'
import { ruleValues } from './modules/rules/table.ts'
import { buildApp } from './testing/app.ts'
import { db } from './testing/database.ts'
import { tracesIn } from './testing/expect.ts'
import { minutesLater } from './testing/visitor.ts'
import { files, noon, plant, plantActivity, vault } from './testing/world.ts'
import type { Person } from './testing/world.ts'

/** Two servers of one platform, with a clock that the tests move. */
const clock = { now: noon }
const now = () => clock.now
const known = new Map<string, Person['actor']>()
const identify = async (token: string) => known.get(token)
const start = () => buildApp({ db, vault, files, now, identify, meter: meterBy(db, now) })
let servers: readonly FastifyInstance[]
beforeAll(async () => {
  servers = [await start(), await start()]
})
afterAll(() => Promise.all(servers.map((one) => one.close())))

/** A county that allows less than the platform does. */
async function strictCounty(rules: Readonly<Record<string, number>>) {
  clock.now = noon
  const world = await plant(db)
  const by = { organizationId: world.county.id, from: '2026-01-01', byId: newId(), at: noon }
  for (const [key, value] of Object.entries(rules))
    await db.insert(ruleValues).values({ ...by, key, value, clause: '县委决定' })

  /** What somebody is answered, each time by the other server. */
  const comes = ({ actor }: Person) => {
    const session = newId()
    known.set(session, actor)
    let times = 0
    const get = async (url: string) => {
      times += 1
      const answer = await servers[times % 2]?.inject({ url, cookies: { session } })
      return answerOf(answer)
    }
    return {
      get,
      find: (text: string, verb = 'members/list') => {
        const input = { organizationId: world.county.id, text }
        return get(`/api/${verb}?input=${encodeURIComponent(JSON.stringify(input))}`)
      },
      takeOut: async () => {
        const payload = { organizationId: world.county.id, reason: '核对', columns: ['name'] }
        const options = { method: 'POST', url: '/api/members/export', payload } as const
        return answerOf(await servers[0]?.inject({ ...options, cookies: { session } }))
      },
    }
  }
  return { world, comes }
}

type Injected = { statusCode: number; body: string; headers: Record<string, unknown> } | undefined

function answerOf(answer: Injected) {
  const { statusCode: status = 0, body = '', headers = {} } = answer ?? {}
  return { status, body, seconds: Number(headers['retry-after']) }
}

test('whoever searches without end is told when to come again, by all servers alike, and nobody else is', async () => {
  const { world, comes } = await strictCounty({ 'calls.searches': 5 })
  const busybody = comes(world.organizer)
  const asked = await Promise.all(Array.from({ length: 12 }, () => busybody.find('张')))
  expect(asked.filter(({ status }) => status === 200)).toHaveLength(5)
  expect(asked.filter(({ status }) => status === 429)).toHaveLength(7)

  clock.now = new Date(noon.getTime() + 20_000)
  const refused = await busybody.find('西', 'organizations/search')
  expect(refused).toMatchObject({ status: 429, seconds: 40 })
  expect(refused.body).toContain('一分钟内查找已超过 5 次，请 40 秒后再试')
  // Who only looks through a list is not searching, and others have not searched.
  expect(await busybody.find(' ')).toMatchObject({ status: 200 })
  expect(await comes(world.secretary).find('张')).toMatchObject({ status: 404 })

  clock.now = minutesLater(1)
  expect(await busybody.find('张')).toMatchObject({ status: 200 })
  // Counted while the clock was a year ahead, which is over as soon as it is right again.
  clock.now = minutesLater(525_600)
  for (let times = 0; times < 6; times += 1) await busybody.find('张')
  expect(await busybody.find('张')).toMatchObject({ status: 429 })
  clock.now = minutesLater(2)
  expect(await busybody.find('张')).toMatchObject({ status: 200 })
})

test('an export beyond the number of an hour is refused before anything is done, and so is fetching one again and again', async () => {
  const { world, comes } = await strictCounty({ 'calls.exports': 2, 'calls.papers': 1 })
  const clerk = comes(world.organizer)
  const [first] = [await clerk.takeOut(), await clerk.takeOut()]
  clock.now = minutesLater(9)
  const refused = await clerk.takeOut()
  expect(refused).toMatchObject({ status: 429, seconds: 51 * 60 })
  expect(refused.body).toContain('一小时内导出已超过 2 次，请 51 分钟后再试')
  const traces = await tracesIn(db, world)
  expect(traces.filter(({ command }) => command === 'members.export')).toHaveLength(2)

  const { address } = JSON.parse(first.body) as { address: string }
  const fetched = [await clerk.get(address), await clerk.get(address), await clerk.get(address)]
  expect(fetched.map(({ status }) => status)).toEqual([200, 200, 429])

  const { unitId, activityId } = await plantActivity(db, world.east)
  const paper = `/api/activities/${unitId}/${activityId}/notice`
  expect(await clerk.get(paper)).toMatchObject({ status: 200 })
  const again = await clerk.get(paper)
  expect(again).toMatchObject({ status: 429, seconds: 3_600 })
  expect(again.body).toContain('一小时内取出的文书已超过 1 份，请 60 分钟后再试')
  // What is not drawn anew for each who asks is not counted.
  expect(await clerk.get(`/api/files/${unitId}/${newId()}`)).toMatchObject({ status: 404 })
})

test('a day later nobody knows who called how often', async () => {
  const key = `search:${newId()}`
  await countCall(db, { key, seconds: 60, now: noon })
  const kept = async () => db.$count(callCounts, eq(callCounts.key, key))
  await forgetCalls({ db, now: () => minutesLater(1_439) })
  expect(await kept()).toBe(1)
  await forgetCalls({ db, now: () => minutesLater(1_441) })
  expect(await kept()).toBe(0)
})
