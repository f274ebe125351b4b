import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { traces } from '../../kernel/trace.ts'
import { clientOf } from '../../testing/client.ts'
import { article, plantCourse } from '../../testing/courses.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { noon, plant, plantActivity, plantCaller, plantOrganization } from '../../testing/world.ts'
import type { World } from '../../testing/world.ts'
import { openSession } from '../activities/index.ts'
import { closures } from '../activities/table.ts'
import { routes as remarkRoutes } from '../remarks/routes.ts'
import { routes } from './routes.ts'

let world: World
beforeEach(async () => {
  world = await plant(db)
})

type About = 'activity' | 'course'
const floorOf = (unitId: string, aboutId: string, about: About = 'activity') => ({
  unitId,
  about,
  aboutId,
})
const wording = {
  title: '下次主题党日去哪里？',
  kind: 'single' as const,
  options: ['敬老院', '河堤', '村史馆'],
  max: null,
}

async function plantFloor() {
  const { unitId, activityId } = await plantActivity(db, world.east)
  return floorOf(unitId, activityId)
}

test('[S4-58] the chair opens a poll, each phone counts once, and what came out stays with the record', async () => {
  const { secretary, member } = world
  const floor = await plantFloor()
  const colleague = await plantCaller(db, world.east)
  const poll = { ...floor, pollId: newId() }
  await routes.addPoll(secretary, { ...poll, ...wording })
  await routes.addPoll(secretary, { ...poll, ...wording })
  expect((await routes.floor(member, floor)).polls).toEqual([])
  await expectRefusal(routes.vote(member, { ...poll, chosen: ['o1'] }), 'interaction.pollUnknown')
  await routes.openPoll(secretary, poll)
  const next = { ...floor, pollId: newId() }
  await routes.addPoll(secretary, {
    ...next,
    ...wording,
    title: '哪些要办？',
    kind: 'multiple',
    max: 2,
  })
  await expectRefusal(routes.openPoll(secretary, next), 'interaction.otherOpen')

  expect((await routes.floor(member, floor)).polls).toMatchObject([{ mine: null, result: null }])
  for (const chosen of [['o9'], ['o1', 'o2']])
    await expectRefusal(routes.vote(member, { ...poll, chosen }), 'input.invalid')
  await Promise.all([
    routes.vote(member, { ...poll, chosen: ['o1'] }),
    routes.vote(member, { ...poll, chosen: ['o1'] }),
    routes.vote(colleague, { ...poll, chosen: ['o2'] }),
  ])
  await routes.vote(member, { ...poll, chosen: ['o2'] })
  const bars = {
    voters: 2,
    votes: [
      { id: 'o1', count: 0 },
      { id: 'o2', count: 2 },
      { id: 'o3', count: 0 },
    ],
  }
  expect((await routes.floor(member, floor)).polls).toMatchObject([{ mine: ['o2'], result: bars }])
  expect(await routes.closePoll(secretary, poll)).toEqual({ voters: 2 })
  await expectRefusal(routes.vote(member, { ...poll, chosen: ['o1'] }), 'interaction.pollState')
  const said = await db
    .select()
    .from(traces)
    .where(eq(traces.subject, `poll:${poll.pollId}`))
  expect(JSON.stringify(said.filter(({ command }) => command.endsWith('vote')))).not.toMatch(/"o2"/)

  await routes.openPoll(secretary, next)
  const three = { ...next, chosen: ['o1', 'o2', 'o3'] }
  await expectRefusal(routes.vote(member, three), 'input.invalid')
  await routes.vote(member, { ...next, chosen: ['o1', 'o3'] })
  await expectRefusal(routes.dropPoll(secretary, next), 'interaction.pollState')

  const closure = { closedAt: noon, closedBy: newId(), closedByName: '书记', isLate: false }
  await db
    .insert(closures)
    .values({ unitId: floor.unitId, activityId: floor.aboutId, ...closure, postedMinutes: 0 })
  await expectRefusal(routes.vote(member, { ...next, chosen: ['o1'] }), 'interaction.closed')
  const kept = await routes.led(secretary, floor)
  expect(kept).toMatchObject({
    isOpen: false,
    polls: [{ result: bars }, { result: { voters: 1 } }],
  })
})

test('[S4-58] questions come from the phones, what most ask for first; answered, or hidden with its reason', async () => {
  const { secretary, member } = world
  const floor = await plantFloor()
  const colleague = await plantCaller(db, world.east)
  const [first, second] = [newId(), newId()].map((askedId) => ({ ...floor, askedId }))
  if (!first || !second) throw new Error('two were made')
  await routes.ask(member, { ...first, text: '积分怎么换学时？' })
  await routes.ask(member, { ...first, text: '积分怎么换学时？' })
  await routes.ask(colleague, { ...second, text: '外出的同志怎么参加？' })
  await expectRefusal(
    routes.ask(colleague, { ...first, text: '别人的' }),
    'interaction.askedUnknown',
  )
  await routes.like(member, { ...second, isLiked: true })
  expect(await routes.like(member, { ...second, isLiked: true })).toEqual({ likes: 1 })
  const seen = await routes.floor(member, floor)
  expect(seen.asked).toMatchObject([
    { text: '外出的同志怎么参加？', likes: 1, isLiked: true, isMine: false },
    { text: '积分怎么换学时？', likes: 0, isMine: true, organizationName: '东支部' },
  ])
  await routes.answer(secretary, { ...second, answer: '扫码或线上参加，都算出勤。' })
  await routes.hide(secretary, { ...first, reason: '与今天的主题无关' })
  await expectRefusal(
    routes.like(colleague, { ...first, isLiked: true }),
    'interaction.askedHidden',
  )
  expect((await routes.floor(member, floor)).asked).toMatchObject([
    { answer: '扫码或线上参加，都算出勤。', answererName: secretary.actor.name },
    { hidden: '与今天的主题无关' },
  ])
  expect((await routes.floor(colleague, floor)).asked).toHaveLength(1)

  const client = await clientOf(member)
  const blank = await client.command('interaction.ask', { ...floor, askedId: newId(), text: ' ' })
  expect(JSON.stringify(blank)).toContain('请写几个字')
  await expectRefusal(routes.answer(member, { ...second, answer: '我来' }), 'reach.none')
})

test('who is not called takes no part; who learns in a class takes part from another unit', async () => {
  const { secretary, organizer, stranger } = world
  const floor = await plantFloor()
  const outsider = await plantCaller(db, world.west)
  await expectRefusal(routes.floor(outsider, floor), 'interaction.unknown')
  await expectRefusal(routes.floor(stranger, floor), 'interaction.membersOnly')
  const west = await plantCaller(db, world.west, { office: 'secretary' })
  await expectRefusal(routes.led(west, floor), 'interaction.unknown')
  const elsewhere = { ...floor, unitId: newId() }
  await expectRefusal(routes.led(secretary, elsewhere), 'interaction.unknown')

  const other = await plantOrganization(db, undefined, '邻县')
  const learner = await plantCaller(db, await plantOrganization(db, other, '南支部'))
  const { unitId, id: organizationId } = world.county
  const { activityId } = await openSession(db, {
    unitId,
    organizationId,
    title: '第一课',
    startsAt: noon,
    endsAt: new Date(noon.getTime() + 3_600_000),
    placeText: '礼堂',
    lecturer: { name: '李培' },
    planItemId: null,
    heading: null,
    category: 'theory',
    level: 'county',
    due: [{ memberUnitId: learner.actor.unitId, memberId: learner.actor.personId }],
    by: newId(),
    now: noon,
  })
  const lesson = floorOf(unitId, activityId)
  await routes.ask(learner, { ...lesson, askedId: newId(), text: '课件发给我们吗？' })
  expect((await routes.led(organizer, lesson)).asked).toMatchObject([
    { organizationName: '南支部' },
  ])
})

test('[S0-32] a course has a forum, questions, polls and groups that bring back one result each', async () => {
  const { organizer: reviewer, secretary: editor, east: organization, member, county } = world
  const { courseId } = await plantCourse({ editor, reviewer, organization }, [article()])
  const floor = floorOf(county.unitId, courseId, 'course')
  const colleague = await plantCaller(db, organization)
  const poll = { ...floor, pollId: newId() }
  await routes.addPoll(editor, { ...poll, ...wording })
  await routes.openPoll(editor, poll)
  await routes.vote(member, { ...poll, chosen: ['o3'] })
  await routes.ask(member, { ...floor, askedId: newId(), text: '第三讲的依据是什么？' })
  const post = { courseId, remarkId: newId(), replyTo: null, text: '第二讲的案例就在我们村。' }
  await remarkRoutes.say(member, post)
  const thread = await remarkRoutes.thread(colleague, { courseId, page: 1, size: 10 })
  expect(thread.rows).toMatchObject([{ text: post.text }])
  await routes.makeGroups(editor, { ...floor, task: '本村怎么做', count: 3 })
  await routes.makeGroups(editor, { ...floor, task: '本村怎么做', count: 2 })

  const { groups } = await routes.floor(member, floor)
  const [one, two] = groups.map(({ groupId }) => ({ ...floor, groupId }))
  if (!one || !two) throw new Error('two groups were made')
  await routes.joinGroup(member, one)
  await routes.joinGroup(colleague, two)
  await routes.joinGroup(colleague, one)
  await expectRefusal(
    routes.makeGroups(editor, { ...floor, task: '换题', count: 2 }),
    'interaction.grouped',
  )
  await expectRefusal(
    routes.report(member, { ...two, text: '不是我的组', version: 0 }),
    'interaction.notMine',
  )
  const { version } = await routes.report(member, { ...one, text: '先修水渠。', version: 0 })
  await expectRefusal(
    routes.report(colleague, { ...one, text: '先修路。', version: 0 }),
    'input.stale',
  )
  await routes.report(colleague, { ...one, text: '先修水渠，再修路。', version })
  await expectRefusal(routes.joinGroup(member, two), 'interaction.reported')

  const led = await routes.led(editor, floor)
  expect(led).toMatchObject({
    isOpen: true,
    polls: [{ result: { voters: 1 } }],
    asked: [{ text: '第三讲的依据是什么？' }],
    groups: [
      { number: 1, report: '先修水渠，再修路。' },
      { number: 2, people: [], report: '' },
    ],
  })
  expect(led.groups[0]?.people).toHaveLength(2)
  await expectRefusal(routes.floor(await plantCaller(db, world.west), floor), 'courses.unknown')
})
