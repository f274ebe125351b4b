import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { plant, plantCaller, plantMember } from '../../../testing/world.ts'
import type { Person, World } from '../../../testing/world.ts'
import { listInbox } from '../../notices/views/inbox.ts'
import { listCensuses, showCensus } from '../views/census.ts'
import { listGroups, showGroup } from '../views/groups.ts'
import { listTasks, myFloatingWork, showTask } from '../views/tasks.ts'
import { answerCensus, closeCensus, startCensus } from './census.ts'
import { endGroup, openGroup, tell } from './groups.ts'
import { endTask, judge, reportTask, setTask } from './tasks.ts'

const page = { page: 1, size: 20 }
let world: World
let away: Person
let host: Person
beforeEach(async () => {
  world = await plant(db)
  const floating = { floatingSince: '2026-01-01', floatingTo: '远州省临江市' }
  away = await plantCaller(db, world.east, { name: '周远行', ...floating })
  host = await plantCaller(db, world.west, { office: 'secretary' })
})
const awayId = () => away.actor.memberId ?? ''

const beginCensus = (scope: 'floating' | 'all' = 'floating', formId = newId()) =>
  startCensus(world.organizer, {
    organizationId: world.county.id,
    formId,
    title: '春季排查',
    scope,
    until: '2026-06-30',
  })
const look = (who: Person, organizationId: string, key: { unitId: string; censusId: string }) =>
  showCensus(who, { ...key, ...page, organizationId, show: 'open' })

test('[S1-54] begun above, confirmed member by member by the branches, with who is not yet', async () => {
  const other = await plantMember(db, world.west, {
    name: '郑在外',
    floatingSince: '2026-02-01',
    floatingTo: '外省新港市',
  })
  const key = await beginCensus()
  const before = await look(world.organizer, world.county.id, key)
  expect(before).toMatchObject({ people: 2, confirmed: 0, total: 2 })
  expect(before.below.map(({ name, people }) => `${name} ${people}`).toSorted()).toEqual([
    '东支部 1',
    '西支部 1',
  ])

  const { rows } = await listCensuses(world.secretary, {
    ...page,
    organizationId: world.east.id,
  })
  expect(rows).toMatchObject([{ ...key, people: 1, confirmed: 0, organizationName: '县委' }])
  await answerCensus(world.secretary, {
    ...key,
    memberUnitId: away.actor.unitId,
    memberIds: [awayId()],
    answer: 'away',
    note: '',
  })
  const after = await look(world.organizer, world.county.id, key)
  expect(after).toMatchObject({ people: 2, confirmed: 1, total: 1, answers: { away: 1 } })
  expect(after.rows).toMatchObject([{ memberId: other, name: '郑在外', answer: null }])

  expect(await closeCensus(world.organizer, key)).toEqual({ open: 1 })
  await expectRefusal(closeCensus(world.organizer, key), 'floatingWork.censusClosed')
})

test('a round confirms what the roll says, and asks for the roll to be mended first', async () => {
  const key = await beginCensus('all')
  const here = world.member.actor.memberId ?? ''
  const say = (memberIds: string[], answer: 'away' | 'home' | 'lost') =>
    answerCensus(world.secretary, {
      ...key,
      memberUnitId: world.east.unitId,
      memberIds,
      answer,
      note: '',
    })
  await expectRefusal(say([here], 'away'), 'floatingWork.register')
  await expectRefusal(say([awayId()], 'home'), 'floatingWork.stillAway')
  await expectRefusal(say([here], 'lost'), 'floatingWork.notLost')
  await expectRefusal(say([here, awayId()], 'home'), 'floatingWork.stillAway')
  expect(await look(world.secretary, world.east.id, key)).toMatchObject({ confirmed: 0 })
  expect(await say([here], 'home')).toEqual({ count: 1 })
})

test('a round is begun by those above only; a neighbour cannot speak for ours', async () => {
  const formId = newId()
  const [key, same] = [await beginCensus('floating', formId), await beginCensus('floating', formId)]
  expect(same).toEqual(key)
  const words = { organizationId: world.east.id, formId, title: '排查', scope: 'all' } as const
  await expectRefusal(startCensus(world.secretary, { ...words, until: '2026-06-30' }), 'reach.none')
  const past = startCensus(world.organizer, { ...words, until: '2026-05-31' })
  await expectRefusal(past, 'floatingWork.untilPast')
  const answer = {
    ...key,
    memberUnitId: away.actor.unitId,
    memberIds: [awayId()],
    answer: 'away' as const,
    note: '',
  }
  await expectRefusal(answerCensus(host, answer), 'members.unknown')

  const elsewhere = await plant(db)
  const strange = showCensus(elsewhere.organizer, {
    ...key,
    ...page,
    organizationId: elsewhere.county.id,
    show: 'open',
  })
  await expectRefusal(strange, 'floatingWork.censusUnknown')
})

const openCircle = (name = '临江务工群', destination = '临江') =>
  openGroup(world.secretary, {
    organizationId: world.east.id,
    name,
    destination,
    keeper: '支部书记',
  })

test('[S4-49] has a roster of who is away there, and notices reach everybody in it', async () => {
  await plantMember(db, world.east, { floatingSince: '2026-01-01', floatingTo: '外省新港市' })
  const key = await openCircle()
  const formId = newId()
  const words = { ...key, formId, title: '返乡学习', body: '春节期间集中学习。' }
  expect(await tell(world.secretary, words)).toEqual({ people: 1 })
  await tell(world.secretary, words)

  const shown = await showGroup(world.secretary, { ...key, ...page })
  expect(shown).toMatchObject({
    people: 1,
    total: 1,
    rows: [{ name: '周远行', destination: '远州省临江市' }],
    said: [{ title: '返乡学习', people: 1, read: 0 }],
  })
  const inbox = await listInbox(away, { ...page, onlyUnread: false })
  expect(inbox.rows).toMatchObject([{ title: '返乡学习', from: '临江务工群（张三）' }])
  expect(await myFloatingWork(away, {})).toMatchObject({
    groups: [{ name: '临江务工群', people: 1, names: ['周远行'] }],
  })
})

test('a group has one name, is nobody’s from outside, and is gone once dissolved', async () => {
  const key = await openCircle()
  await expectRefusal(openCircle(), 'floatingWork.groupKnown')
  await expectRefusal(showGroup(host, { ...key, ...page }), 'floatingWork.groupUnknown')
  const words = { formId: newId(), title: '通知', body: '内容' }
  await expectRefusal(tell(host, { ...key, ...words }), 'floatingWork.groupUnknown')
  const empty = await openCircle('北方群', '北方')
  await expectRefusal(tell(world.secretary, { ...empty, ...words }), 'floatingWork.nobody')
  await endGroup(world.secretary, key)
  const { rows } = await listGroups(world.secretary, { ...page, organizationId: world.east.id })
  expect(rows.map(({ name }) => name)).toEqual(['北方群'])
})

const facts = { title: '为家乡招才引智', body: '介绍一名同乡返乡创业。', until: '2026-06-30' }
const give = () =>
  setTask(world.secretary, {
    ...facts,
    organizationId: world.east.id,
    formId: newId(),
    group: null,
  })
const result = { text: '联系了两名同乡，一名已返乡', minutes: 90 }

test('[S4-43] is set for those who are away, reported by them, and judged by the branch', async () => {
  const { people, ...key } = await give()
  expect(people).toBe(1)
  expect(await myFloatingWork(away, {})).toMatchObject({ tasks: [{ ...key, result: null }] })
  await reportTask(away, { ...key, ...result, version: 0 })
  const who = { memberUnitId: away.actor.unitId, memberId: awayId() }
  await judge(world.secretary, {
    ...key,
    ...who,
    version: 1,
    isAccepted: false,
    answer: '请写明姓名',
  })
  expect(await myFloatingWork(away, {})).toMatchObject({
    tasks: [{ result: { state: 'returned', answer: '请写明姓名' } }],
  })
  await reportTask(away, { ...key, ...result, version: 2 })
  await judge(world.secretary, { ...key, ...who, version: 3, isAccepted: true, answer: '' })

  expect(await showTask(world.secretary, { ...key, ...page })).toMatchObject({
    done: 1,
    rows: [{ name: '周远行', result: { state: 'accepted', minutes: 90 } }],
  })
  const { rows } = await listTasks(world.secretary, { ...page, organizationId: world.east.id })
  expect(rows).toMatchObject([{ ...key, people: 1, done: 1, waiting: 0 }])
})

test('groups and tasks hand out their people a page at a time, who waits for an answer first', async () => {
  const there = { floatingSince: '2026-01-01', floatingTo: '远州省临江市' }
  await plantMember(db, world.east, { name: '安某某', ...there })
  const last = await plantCaller(db, world.east, { name: '白某某', ...there })
  const group = await openCircle()
  const two = { page: 1, size: 2 }
  const first = await showGroup(world.secretary, { ...group, ...two })
  const second = await showGroup(world.secretary, { ...group, ...two, page: 2 })
  expect([first.total, second.total, first.people]).toEqual([3, 3, 3])
  const names = [...first.rows, ...second.rows].map(({ name }) => name)
  expect(names.toSorted()).toEqual(['周远行', '安某某', '白某某'])
  expect(second.rows).toMatchObject([{ name: '白某某' }])

  const { people, ...task } = await give()
  expect(people).toBe(3)
  await reportTask(last, { ...task, ...result, version: 0 })
  const shown = await showTask(world.secretary, { ...task, ...two })
  expect(shown.rows.map(({ name }) => name)).toEqual(['白某某', '周远行'])
  expect(shown).toMatchObject({ total: 3, people: 3, waiting: 1 })
})

test('a task is for those it was given to; stale, ended and foreign reports are refused', async () => {
  const { unitId, taskId } = await give()
  const key = { unitId, taskId }
  const mine = { ...key, ...result, version: 0 }
  await expectRefusal(reportTask(world.member, mine), 'floatingWork.notYours')
  await reportTask(away, mine)
  await expectRefusal(reportTask(away, mine), 'input.stale')
  const who = { memberUnitId: away.actor.unitId, memberId: awayId() }
  const yes = { ...key, ...who, version: 1, isAccepted: true, answer: '' }
  await expectRefusal(judge(host, yes), 'floatingWork.taskUnknown')
  await expectRefusal(showTask(host, { ...key, ...page }), 'floatingWork.taskUnknown')
  const no = { ...yes, isAccepted: false }
  await expectRefusal(judge(world.secretary, no), 'floatingWork.sayWhat')
  await judge(world.secretary, yes)
  await expectRefusal(reportTask(away, { ...mine, version: 2 }), 'floatingWork.accepted')
  await endTask(world.secretary, key)
  await expectRefusal(endTask(world.secretary, key), 'floatingWork.taskEnded')
})
