import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test, vi } from 'vitest'
import { identifyBy } from './identity.ts'
import { newId } from './kernel/ids.ts'
import { inTransaction } from './kernel/db.ts'
import { drainJobs } from './kernel/job-worker.ts'
import { declareJob, enqueue, jobs } from './kernel/jobs.ts'
import { traces } from './kernel/trace.ts'
import { sealTraces } from './modules/audit/acts/seal.ts'
import { sourceOf, verifyChain } from './modules/audit/index.ts'
import { attendances } from './modules/activities/table.ts'
import { buildApp } from './testing/app.ts'
import { db } from './testing/database.ts'
import { plantSession } from './testing/sessions.ts'
import { nextMorning, plant, plantActivity, plantCaller, vault, files } from './testing/world.ts'
import type { World } from './testing/world.ts'

const hour = 3_600_000
const now = () => new Date()

/** A running server whose clock is set while it runs; the database goes by its own. */
async function serverWithClock() {
  vi.useFakeTimers({ toFake: ['Date'], now: nextMorning })
  onTestFinished(() => void vi.useRealTimers())
  const app = await buildApp({ db, now, vault, files, identify: identifyBy(db, now) })
  onTestFinished(() => app.close())
  const ask = async (verb: string, cookies: Record<string, string>, input: object) => {
    const answer = await app.inject({
      url: `/api/${verb}?input=${encodeURIComponent(JSON.stringify(input))}`,
      cookies,
    })
    return { status: answer.statusCode, body: answer.json() }
  }
  const tell = async (verb: string, cookies: Record<string, string>, payload: object) => {
    const answer = await app.inject({ method: 'POST', url: `/api/${verb}`, cookies, payload })
    const given = answer.cookies.find(({ name }) => name === 'device')
    return { status: answer.statusCode, body: answer.json(), device: given?.value ?? '' }
  }
  return { ask, tell, set: (moment: Date) => void vi.setSystemTime(moment) }
}

/** Somebody new reads the code on the wall, signs in with it, and is on the list. */
async function arrive(server: Awaited<ReturnType<typeof serverWithClock>>, world: World) {
  const { east, secretary } = world
  const meeting = await plantActivity(db, east, {
    startsAt: nextMorning,
    endsAt: new Date(+nextMorning + 2 * hour),
  })
  const desk = { session: await plantSession(db, secretary, now()) }
  const person = await plantCaller(db, east)
  const session = await plantSession(db, person, now())
  return {
    session,
    desk,
    meeting,
    code: async () =>
      String((await server.ask('activities/wall', desk, meeting)).body.address ?? '')
        .split('/')
        .at(-1),
    async come(code = '') {
      const { status, body, device } = await server.tell('activities/openCode', {}, { code })
      if (status !== 200) return body.reason
      const signed = await server.tell(
        'activities/signIn',
        { session, device },
        { ticket: body.ticket },
      )
      return signed.status
    },
    there: () => db.$count(attendances, eq(attendances.activityId, meeting.activityId)),
  }
}

test('a clock that jumps back an hour under a running server stops nothing', async () => {
  const world = await plant(db)
  const server = await serverWithClock()
  const early = newId()
  const ahead = new Date(+nextMorning + hour + 60_000)
  const right = new Date(+nextMorning + 60_000)
  const { unitId, path } = world.county
  const walk = async () => verifyChain(sourceOf(db), unitId)
  const counting = declareJob({ kind: `count ${newId()}`, run: async () => undefined })
  const asked = { place: { unitId, path }, title: '计数', requestedBy: newId(), input: {} }
  const askJob = () =>
    inTransaction(db, (tx) => enqueue(tx, counting, { ...asked, now: new Date() }))
  const send = (desk: { session: string }) =>
    server.tell('notices/send', desk, {
      organizationId: world.east.id,
      formId: newId(),
      title: '通知',
      body: '请学习',
    })

  server.set(ahead)
  const door = await arrive(server, world)
  const later = await door.code()
  expect((await send(door.desk)).status).toBe(200)
  const first = await askJob()
  await sealTraces(world.organizer, [unitId])

  server.set(right)
  // Who came while it was ahead is still known; the code of that hour is none yet, the wall shows one of now.
  expect((await server.ask('home/member', { session: door.session }, {})).status).toBe(200)
  expect(await door.come(later)).toBe('activities.codeBroken')
  expect(await door.come(await door.code())).toBe(200)
  server.set(new Date(+right + 30_000))
  expect(await door.code()).not.toBe(later)
  expect(await door.there()).toBe(1)

  expect((await send(door.desk)).status).toBe(200)
  const second = await askJob()
  await drainJobs(world.organizer, [counting])
  const done = await db.select().from(jobs).where(eq(jobs.kind, counting.kind))
  expect(done.map(({ id, status }) => [id, status])).toEqual(
    expect.arrayContaining([first, second].map((id) => [id, 'done'])),
  )

  // Of a process that started after the jump, whose ids are older than what is sealed.
  const trace = { id: early, unitId, path, at: now(), actorId: newId() }
  await db.insert(traces).values({ ...trace, command: 'early.id', subject: 'early.id' })
  await sealTraces(world.organizer, [unitId])
  expect(await sealTraces(world.organizer, [unitId])).toBe(0)
  const chain = await walk()
  expect([chain.seals, chain.broken]).toEqual([2, undefined])
})
