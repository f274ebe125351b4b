import { beforeEach, expect, test } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { addTopic } from '../modules/activities/acts/add-topic.ts'
import { close } from '../modules/activities/acts/close.ts'
import { endRoll } from '../modules/activities/acts/end-roll.ts'
import { mark } from '../modules/activities/acts/mark.ts'
import { reopen } from '../modules/activities/acts/reopen.ts'
import { draftPlan } from '../modules/activities/views/draft.ts'
import { showActivity } from '../modules/activities/views/show.ts'
import { posts } from '../modules/members/table.ts'
import { listInbox } from '../modules/notices/views/inbox.ts'
import { push } from '../modules/topics/acts/push.ts'
import { remind } from '../modules/topics/acts/remind.ts'
import { study } from '../modules/topics/acts/study.ts'
import { withdraw } from '../modules/topics/acts/withdraw.ts'
import { listTopics } from '../modules/topics/views/list.ts'
import { listMine } from '../modules/topics/views/mine.ts'
import { listPeople, showTopic } from '../modules/topics/views/show.ts'
import { listOpenActivities } from '../modules/topics/views/taken.ts'
import { topicFiles } from '../modules/topics/index.ts'
import { findFile } from '../modules/files/store.ts'
import { db } from '../testing/database.ts'
import { expectRefusal } from '../testing/expect.ts'
import { plantFile } from '../testing/files.ts'
import { closing, finished, planned, written } from '../testing/theme-day.ts'
import { noon, plant, plantCaller, plantMember, plantOrganization } from '../testing/world.ts'
import type { Person, World } from '../testing/world.ts'

let world: World
let reader: Person
beforeEach(async () => {
  world = await plant(db)
  reader = await plantCaller(db, world.west, { name: '梁自学' })
  const unitId = world.county.id
  const memberId = world.secretary.actor.personId
  await db.insert(posts).values({
    unitId,
    memberId,
    organizationId: world.east.id,
    post: 'secretary',
    from: '2024-01-01',
    byId: memberId,
  })
})

const times = { startsAt: '2026-06-01T08:00:00.000Z', endsAt: '2026-06-01T10:00:00.000Z' }
const note = '读后联系本村实际，打算从垃圾分类做起。'

function form(changes: Partial<Parameters<typeof push>[1]> = {}) {
  return {
    topicId: newId(),
    organizationId: world.county.id,
    title: '学习全会精神',
    body: '重点学习第三部分。',
    links: ['https://study.example.org/1'],
    fileIds: [],
    audience: [],
    minutes: 30,
    dueOn: '2026-06-30',
    hold: null,
    ...changes,
  }
}

const page = { page: 1, size: 50, text: '', studied: null }

test('a topic pushed down enters an agenda by a press, who studied it is seen down to the names, and the rest are reminded [S3-17]', async () => {
  const fileId = await plantFile(db, world.organizer, '全会公报.pdf')
  const asked = form({ fileIds: [fileId] })
  const { topicId } = asked
  expect(await push(world.organizer, asked)).toEqual({ topicId, branches: 2, told: 1 })
  expect(await push(world.organizer, asked)).toMatchObject({ told: 0 })
  const told = await listInbox(world.secretary, { page: 1, size: 20, onlyUnread: false })
  expect(told.rows.map(({ title }) => title)).toEqual(['必学内容：学习全会精神'])
  const file = await findFile(db, { unitId: world.county.id, fileId })
  const sight = { db, actor: world.member.actor, now: noon }
  expect(file && (await topicFiles.maySee(sight, file))).toBe(true)

  const key = await planned(world.secretary, world.east.id, times)
  const here = { topicId, organizationId: world.east.id }
  expect((await listOpenActivities(world.secretary, here)).rows).toMatchObject([{ has: false }])
  await addTopic(world.secretary, { ...key, topicId })
  await addTopic(world.secretary, { ...key, topicId })
  const { agenda } = await showActivity(world.secretary, key)
  expect(agenda.filter((item) => item.topicId === topicId)).toEqual([
    { title: '学习全会精神', minutes: 30, part: 'study', topicId },
  ])
  const everywhere = { topicId, organizationId: world.county.id }
  expect((await showTopic(world.organizer, everywhere)).tally.studied).toBe(0)
  await close(world.secretary, await finished(world.secretary, key))

  const shown = await showTopic(world.organizer, everywhere)
  const [east, west] = ['东支部', '西支部'].map((name) =>
    shown.rows.find((row) => row.name === name),
  )
  expect(east).toMatchObject({ people: 2, studied: 2, done: 1, isBranch: true })
  expect(west).toMatchObject({ people: 1, studied: 0, begun: 0 })
  const { rows, total } = await listPeople(world.organizer, { ...everywhere, ...page })
  expect(total).toBe(3)
  expect(rows.find(({ name }) => name === '梁自学')).toMatchObject({ way: null })
  const studied = await listPeople(world.organizer, { ...everywhere, ...page, studied: true })
  expect(studied.rows).toMatchObject([
    { way: 'whole', on: '2026-06-01', activityId: key.activityId },
    { way: 'whole', on: '2026-06-01', activityId: key.activityId },
  ])

  expect(await remind(world.organizer, { topicId, organizationId: world.west.id })).toMatchObject({
    people: 1,
  })
  const again = await remind(world.organizer, { topicId, organizationId: world.west.id })
  expect(again).toMatchObject({ people: 0, already: 1 })
  const inbox = await listInbox(reader, { page: 1, size: 20, onlyUnread: false })
  expect(inbox.rows[0]?.title).toBe('学习提醒：学习全会精神')
})

test('small batches and own pace count towards the branch like one session for all, each person once [S4-57]', async () => {
  const others = []
  for (const name of ['何一批', '宋二批', '唐上门'])
    others.push(await plantMember(db, world.east, { name }))
  const [first = '', second = '', third = ''] = others
  const asked = form()
  const { topicId } = asked
  await push(world.organizer, asked)

  const batch = async (
    gathering: 'batch' | 'doorstep',
    memberIds: string[],
    { startsAt, endsAt } = times,
  ) => {
    const part = { startsAt, endsAt, gathering }
    const key = await planned(world.secretary, world.east.id, part)
    await addTopic(world.secretary, { ...key, topicId })
    for (const memberId of memberIds)
      await mark(world.secretary, { ...key, memberId, mark: 'present', isRemote: false, note: '' })
    await endRoll(world.secretary, key)
    await written(world.secretary, key)
    await close(world.secretary, await closing(world.secretary, key))
    return key
  }
  const key = await batch('batch', [first, world.member.actor.personId])
  const before = { startsAt: '2026-06-01T05:00:00.000Z', endsAt: '2026-06-01T07:00:00.000Z' }
  await batch('batch', [first, second], before)
  await batch('doorstep', [third])
  const record = await showActivity(world.secretary, key)
  expect(record.roll.filter(({ standing }) => standing === 'due')).toHaveLength(2)
  expect(record.roll.find(({ memberId }) => memberId === third)).toMatchObject({
    standing: 'exempt',
    note: '另批学习',
  })

  const here = { topicId, organizationId: world.east.id }
  expect((await showTopic(world.secretary, here)).tally).toMatchObject({ people: 5, studied: 4 })
  await study(world.secretary, { topicId, note })
  await study(world.secretary, { topicId, note })
  const { tally } = await showTopic(world.secretary, here)
  expect(tally).toMatchObject({ people: 5, studied: 5, done: 1 })
  expect(tally.ways).toEqual({ whole: 0, batch: 3, doorstep: 1, alone: 1 })
  const all = await listTopics(world.secretary, {
    organizationId: world.east.id,
    onlyOpen: false,
    page: 1,
    size: 20,
  })
  expect(all.rows).toMatchObject([{ topicId, state: 'done' }])
  const mine = await listMine(world.secretary, { page: 1, size: 20 })
  expect(mine.rows).toMatchObject([{ topicId, way: 'alone', note }])

  await reopen(world.secretary, { ...key, reason: '误记为到会' })
  expect((await showTopic(world.secretary, here)).tally.studied).toBe(4)
})

test('an audience is a part of the tree: others neither see it nor owe it, and may not take it up', async () => {
  const asked = form({ audience: [world.east.id] })
  const { topicId } = asked
  await push(world.organizer, asked)
  const neighbour = await plantCaller(db, world.west, { office: 'secretary' })
  const there = { organizationId: world.west.id }
  const list = await listTopics(neighbour, { ...there, onlyOpen: false, page: 1, size: 20 })
  expect(list.rows).toEqual([])
  await expectRefusal(showTopic(neighbour, { ...there, topicId }), 'topics.unknown')
  await expectRefusal(study(reader, { topicId, note }), 'topics.notMine')
  const draft = { kind: 'themeDay' as const, groupId: null, topicId }
  await expectRefusal(draftPlan(neighbour, { ...there, ...draft }), 'topics.unknown')
  const { plan } = await draftPlan(world.secretary, { ...draft, organizationId: world.east.id })
  expect(plan.agenda.some((item) => item.topicId === topicId)).toBe(true)

  await withdraw(world.organizer, { topicId, reason: '改为下月学习' })
  await expectRefusal(study(world.member, { topicId, note }), 'topics.withdrawn')
  const again = remind(world.organizer, { topicId, organizationId: world.east.id })
  await expectRefusal(again, 'topics.withdrawn')
})

test('what cannot be asked is refused with the reason, and nothing is kept', async () => {
  const late = push(world.organizer, form({ dueOn: '2026-05-31' }))
  await expectRefusal(late, 'topics.duePast')
  const elsewhere = await plantOrganization(db, undefined, '邻县县委')
  const outside = push(world.organizer, form({ audience: [elsewhere.id] }))
  await expectRefusal(outside, 'topics.audienceOutside')
  const empty = await plantOrganization(db, world.county, '空党委', { kind: 'committee' })
  await expectRefusal(push(world.organizer, form({ audience: [empty.id] })), 'topics.noBranch')
  await expectRefusal(
    withdraw(world.organizer, { topicId: newId(), reason: '没有' }),
    'topics.unknown',
  )
  const { rows } = await listTopics(world.organizer, {
    organizationId: world.county.id,
    onlyOpen: false,
    page: 1,
    size: 20,
  })
  expect(rows).toEqual([])
})
