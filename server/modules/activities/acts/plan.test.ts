import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { clientOf } from '../../../testing/client.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../../testing/expect.ts'
import { plantFile } from '../../../testing/files.ts'
import { finished, formFor, planned } from '../../../testing/theme-day.ts'
import { noon, plant, plantCaller, plantOrganization } from '../../../testing/world.ts'
import type { Person, World } from '../../../testing/world.ts'
import { listInbox } from '../../notices/views/inbox.ts'
import { hourEntries } from '../../ledgers/table.ts'
import { posts } from '../../members/table.ts'
import { read } from '../../notices/acts/read.ts'
import { listMine, showInvitation } from '../views/mine.ts'
import { showActivity } from '../views/show.ts'
import { attach, detach } from './attach.ts'
import { call } from './call.ts'
import { cancel } from './cancel.ts'
import { change } from './change.ts'
import { close } from './close.ts'
import { plan } from './plan.ts'

let world: World
beforeEach(async () => {
  world = await plant(db)
})

const tomorrow = new Date(noon.getTime() + 86_400_000)
const ahead = {
  startsAt: tomorrow.toISOString(),
  endsAt: new Date(tomorrow.getTime() + 7_200_000).toISOString(),
}
const inbox = async (person: Person) =>
  (await listInbox(person, { page: 1, size: 20, onlyUnread: false })).rows

test('the form as it stands plans a theme day, and sent twice plans one', async () => {
  const form = await formFor(world.secretary, world.east.id)
  expect(form).toMatchObject({ title: '6月主题党日', place: '东支部党员活动室', hostName: '张三' })

  const key = await plan(world.secretary, form)
  expect(await plan(world.secretary, form)).toEqual(key)
  expect(await tracesIn(db, world)).toHaveLength(1)
  expect(await showActivity(world.secretary, key)).toMatchObject({
    stage: 'roll',
    credit: { minutes: 120, clockMinutes: 120 },
    lacks: expect.arrayContaining([
      '规定动作还没有完成：集中学习、民主议事。请在记录里勾选完成的议程',
    ]),
  })
})

test('what may not be planned is refused, and nothing is kept', async () => {
  const form = await formFor(world.secretary, world.east.id)
  const ask = (changes: object) => plan(world.secretary, { ...form, ...changes })
  await expectRefusal(ask({ agenda: form.agenda.slice(0, 1) }), 'activities.requiredUnplanned')
  await expectRefusal(ask({ month: '2026-01' }), 'activities.monthWrong')
  await expectRefusal(ask({ lecturerId: newId() }), 'activities.lecturerUnknown')
  await expectRefusal(ask({ kind: 'groupMeeting' }), 'activities.groupMissing')
  await expectRefusal(
    ask({ kind: 'groupMeeting', groupId: world.west.id }),
    'activities.groupUnknown',
  )
  await expectRefusal(ask({ organizationId: world.west.id }), 'organizations.unknown')
  await expectRefusal(
    plan(world.organizer, { ...form, organizationId: world.county.id }),
    'activities.branchOnly',
  )
  expect(await tracesIn(db, world)).toHaveLength(0)
})

test('a call reaches everybody who is due once, and the record shows who has read it', async () => {
  const key = await planned(world.secretary, world.east.id, ahead)
  expect(await call(world.secretary, key)).toEqual({ people: 2 })
  expect(await call(world.secretary, key)).toEqual({ people: 0 })
  const [notice] = await inbox(world.member)
  expect(notice).toMatchObject({
    from: '东支部',
    link: `/activities/${key.unitId}/${key.activityId}`,
  })
  expect(notice?.body).toContain('6月2日')

  await read(world.member, { unitId: key.unitId, noticeId: notice?.noticeId ?? '' })
  const { call: called, stage } = await showActivity(world.secretary, key)
  expect([called?.people, called?.read, stage]).toEqual([2, 1, 'roll'])
  await plantCaller(db, world.east)
  expect(await call(world.secretary, key)).toEqual({ people: 1 })
})

test('another time or place is told again to those who were called, another title is not', async () => {
  const form = await formFor(world.secretary, world.east.id, ahead)
  const key = await plan(world.secretary, form)
  await call(world.secretary, key)
  const { version } = await showActivity(world.secretary, key)
  const next = await change(world.secretary, { ...form, ...key, version, title: '六月主题党日' })
  expect(await inbox(world.member)).toHaveLength(1)

  const moved = { ...form, ...key, place: '村小学' }
  await expectRefusal(change(world.secretary, { ...moved, version }), 'input.stale')
  await change(world.secretary, { ...moved, version: next.version })
  expect((await inbox(world.member)).map(({ title }) => title)).toContain('变更：6月主题党日')
})

test('what is called off stays with its reason, is told, and takes nothing more', async () => {
  const key = await planned(world.secretary, world.east.id, ahead)
  await call(world.secretary, key)
  await cancel(world.secretary, { ...key, reason: '连日暴雨，道路不通' })

  expect((await inbox(world.member))[0]?.body).toContain('连日暴雨')
  const { cancelled } = await showActivity(world.secretary, key)
  expect(cancelled?.reason).toBe('连日暴雨，道路不通')
  await expectRefusal(call(world.secretary, key), 'activities.cancelled')
  await expectRefusal(cancel(world.secretary, { ...key, reason: '再取消' }), 'activities.cancelled')
})

async function mine(person: Person) {
  return (await listMine(person, { past: false, page: 1, size: 20 })).rows.length
}

test('a group meets on its own: only its members are due and are told', async () => {
  const group = await plantOrganization(db, world.east, '第一党小组', { kind: 'group' })
  const inGroup = await plantCaller(db, world.east, { groupId: group.id })
  const key = await planned(world.secretary, world.east.id, {
    ...ahead,
    kind: 'groupMeeting',
    groupId: group.id,
  })
  expect(await call(world.secretary, key)).toEqual({ people: 1 })

  expect([await mine(inGroup), await mine(world.member)]).toEqual([1, 0])
})

test('a committee meeting is for those who sit on it, and credits only the study in it', async () => {
  const { unitId, id: organizationId } = world.east
  const seat = { unitId, organizationId, post: 'secretary' as const, from: '2025-01-01' }
  const memberId = world.secretary.actor.personId
  await db.insert(posts).values({ ...seat, memberId, byId: newId() })

  const key = await planned(world.secretary, organizationId, { kind: 'committeeMeeting' })
  const { roll, credit } = await showActivity(world.secretary, key)
  expect([roll.length, credit.minutes]).toEqual([1, 30])
  expect(await close(world.secretary, await finished(world.secretary, key))).toEqual({
    people: 1,
    postedMinutes: 30,
    waiting: [],
  })
})

test('[S1-03] a lecture credits who listened, and who taught five times as much', async () => {
  const lecturer = world.member.actor.personId
  const facts = { kind: 'lecture' as const, lecturerName: '张三', lecturerId: lecturer }
  const key = await planned(world.secretary, world.east.id, facts)
  const form = await finished(world.secretary, key)
  const { credit } = await showActivity(world.secretary, key)
  expect([credit.minutes, credit.taughtMinutes]).toEqual([90, 600])
  expect(await close(world.secretary, form)).toEqual({ people: 2, postedMinutes: 690, waiting: [] })
})

test('[S0-27] [S1-04] [S3-08] a session of study keeps its topic, its mode and category, who came, and their hours', async () => {
  const facts = { title: '学习党章', category: 'discipline', method: 'reading' } as const
  const key = await planned(world.secretary, world.east.id, facts)
  const material = await plantFile(db, world.secretary, '学习材料.pdf')
  await attach(world.secretary, { ...key, fileId: material })
  await close(world.secretary, await finished(world.secretary, key))

  expect(await showActivity(world.secretary, key)).toMatchObject({
    ...facts,
    files: [{ fileId: material }],
    closure: { postedMinutes: 240 },
  })
  const entries = await db
    .select()
    .from(hourEntries)
    .where(eq(hourEntries.sourceId, key.activityId))
  expect(entries.map(({ category, minutes }) => [category, minutes])).toEqual([
    ['discipline', 120],
    ['discipline', 120],
  ])
})

test('[S3-54] a broadcast lecture is part of a meeting: its link reaches whoever is called', async () => {
  const link = 'https://lectures.example/6'
  const key = await planned(world.secretary, world.east.id, { ...ahead, link, method: 'viewing' })
  await call(world.secretary, key)
  expect((await inbox(world.member))[0]?.body).toContain(link)
  expect(await showInvitation(world.member, key)).toMatchObject({ link })
})

test('what hangs on an activity is seen by the branch, and taken away only while it is open', async () => {
  const key = await planned(world.secretary, world.east.id)
  const { unitId } = key
  const [photo, sheet] = [
    await plantFile(db, world.secretary, '照片.png'),
    await plantFile(db, world.secretary, '签到册.pdf'),
  ]
  await attach(world.secretary, { ...key, fileId: photo })
  await attach(world.secretary, { ...key, fileId: sheet })
  await detach(world.secretary, { ...key, fileUnitId: unitId, fileId: photo })
  expect((await showInvitation(world.member, key)).files).toMatchObject([{ fileId: sheet }])

  await close(world.secretary, await finished(world.secretary, key))
  const away = { ...key, fileUnitId: unitId, fileId: sheet }
  await expectRefusal(detach(world.secretary, away), 'activities.closed')
  const later = await plantFile(db, world.secretary, '后补照片.png')
  await attach(world.secretary, { ...key, fileId: later })
  expect((await showActivity(world.secretary, key)).files).toHaveLength(2)
})

test('the papers of a record are files for those who may see it, and nothing for a neighbour', async () => {
  const key = await planned(world.secretary, world.east.id)
  await close(world.secretary, await finished(world.secretary, key))
  const neighbour = await plantCaller(db, world.west, { office: 'secretary' })
  const get = async (person: Person, paper: string) => {
    const { app } = await clientOf(person)
    const url = `/api/activities/${key.unitId}/${key.activityId}/${paper}`
    return app.inject({ url, cookies: { session: 'of the test' } })
  }
  for (const paper of ['minutes', 'register', 'notice']) {
    const { statusCode, rawPayload } = await get(world.secretary, paper)
    expect([statusCode, rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  }
  expect((await get(neighbour, 'minutes')).statusCode).toBe(404)
  expect((await get(world.secretary, 'x')).statusCode).toBe(400)
})
