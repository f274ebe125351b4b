import { contract } from '@zhixing/contract'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { article, plantCourse, plantVideo } from '../../../testing/courses.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { noon, plant, plantCaller, plantOrganization } from '../../../testing/world.ts'
import type { Person, World } from '../../../testing/world.ts'
import { routes as notices } from '../../notices/routes.ts'
import { routes } from '../routes.ts'

let world: World
beforeEach(async () => {
  world = await plant(db)
})

const list = (input: Record<string, unknown>) => contract.courses.list.input.parse(input)
const menu = contract.courses.menu.input.parse({})
const inDays = (person: Person, days: number): Person => ({
  ...person,
  now: () => new Date(noon.getTime() + days * 86_400_000),
})
const hands = () => {
  const { organizer: reviewer, secretary: editor, east: organization } = world
  return { reviewer, editor, organization }
}

test('[S1-61] [S2-36] a film goes through topic, script, shooting and review before it is in the library', async () => {
  const { reviewer, editor, organization } = hands()
  const courseId = newId()
  const form = { title: '老支书的账本', genre: 'film', creditMinutes: 1, tags: ['本土教材'] }
  await routes.create(
    editor,
    contract.courses.create.input.parse({ ...form, courseId, organizationId: organization.id }),
  )
  expect(await routes.submit(editor, { courseId })).toEqual({ state: 'producing' })
  const step = (who: Person, at: string, outcome: string, reason = '') =>
    routes.decide(who, { courseId, step: at, outcome, reason })
  await expectRefusal(step(editor, 'topic', 'pass'), 'courses.ownWork')
  await step(reviewer, 'topic', 'pass')
  await expectRefusal(step(reviewer, 'topic', 'pass'), 'procedures.step')
  await step(reviewer, 'script', 'again', '人物不够集中')
  await step(reviewer, 'topic', 'pass')
  await step(reviewer, 'script', 'pass')
  await expectRefusal(step(editor, 'shoot', 'cut'), 'courses.filmEmpty')
  const fileId = await plantVideo(db, editor, 90)
  const content = { kind: 'video', fileId, captionsId: null } as const
  await routes.addItem(editor, { courseId, itemId: newId(), title: '成片', content })
  expect(await step(editor, 'shoot', 'cut')).toEqual({ state: 'inReview' })
  await step(reviewer, 'review', 'pass')
  expect(await step(reviewer, 'publish', 'publish')).toEqual({ state: 'published' })

  const organizationId = organization.id
  const local = await routes.list(editor, list({ organizationId, tag: '本土教材' }))
  expect(local.rows).toMatchObject([{ courseId, state: 'published', genre: 'film' }])
  expect((await routes.list(editor, list({ organizationId, tag: '别处' }))).total).toBe(0)
})

test('[S2-38] where a film was shown outside is an achievement of whoever made it', async () => {
  const { reviewer, editor, organization } = hands()
  const courseId = newId()
  const place = { courseId, organizationId: organization.id }
  const form = { title: '家门口的课', genre: 'film', creditMinutes: 0 }
  await routes.create(editor, contract.courses.create.input.parse({ ...form, ...place }))
  await routes.addItem(editor, { courseId, itemId: newId(), title: '成片', content: article() })
  await routes.submit(editor, { courseId })
  for (const [who, step, outcome] of [
    [reviewer, 'topic', 'pass'],
    [reviewer, 'script', 'pass'],
    [editor, 'shoot', 'cut'],
    [reviewer, 'review', 'pass'],
    [reviewer, 'publish', 'publish'],
  ] as const)
    await routes.decide(who, { courseId, step, outcome, reason: '' })

  const shown = {
    courseId,
    airingId: newId(),
    outlet: '“共产党员”公众号',
    level: 'nation',
    airedOn: '2026-05-30',
    link: 'https://example.org/film',
  } as const
  await routes.air(editor, shown)
  await routes.air(editor, shown)
  const tomorrow = { ...shown, airingId: newId(), airedOn: '2026-06-02' }
  await expectRefusal(routes.air(editor, tomorrow), 'courses.future')
  const { levels, rows } = await routes.achievements(reviewer, {
    organizationId: world.county.id,
    page: 1,
    size: 50,
  })
  expect(levels).toEqual([{ level: 'nation', count: 1 }])
  expect(rows).toMatchObject([{ courseId, outlet: '“共产党员”公众号', airedOn: '2026-05-30' }])
  const lesson = await plantCourse(hands(), [article()])
  const other = { ...shown, airingId: newId(), courseId: lesson.courseId }
  await expectRefusal(routes.air(editor, other), 'courses.notFilm')
})

test('[S0-47] [S1-62] other units and members order from the menu, and the log says who used what', async () => {
  const { county, west } = world
  const town = await plantOrganization(db, county, '甲镇党委', { kind: 'committee' })
  const branch = await plantOrganization(db, town, '一支部')
  const clerk = await plantCaller(db, town, { office: 'clerk' })
  const learner = await plantCaller(db, branch)
  const outsider = await plantCaller(db, west)
  const shared = await plantCourse(hands(), [article()], { scope: 'all' })
  const { courseId } = await plantCourse(hands(), [article()])

  expect((await routes.menu(learner, menu)).rows).toMatchObject([{ courseId: shared.courseId }])
  const order = { orderId: newId(), organizationId: town.id, dueOn: '2026-06-30', note: '' }
  await expectRefusal(routes.order(clerk, { ...order, courseId }), 'courses.notForThere')
  const asked = { ...order, courseId: shared.courseId }
  expect(await routes.order(clerk, asked)).toEqual({ people: 2 })
  await routes.order(clerk, asked)
  await expectRefusal(
    routes.order(clerk, { ...asked, orderId: newId(), dueOn: '2026-05-01' }),
    'courses.duePast',
  )
  const inbox = await notices.list(learner, contract.notices.list.input.parse({}))
  expect(inbox.rows).toMatchObject([{ title: '点课：党章党规九讲' }])
  const due = { courseId: shared.courseId, dueOn: '2026-06-30', from: '甲镇党委' }
  expect((await routes.due(learner, {})).rows).toMatchObject([{ ...due, isOverdue: false }])
  expect((await routes.due(inDays(learner, 40), {})).rows).toMatchObject([{ isOverdue: true }])
  expect((await routes.due(outsider, {})).rows).toEqual([])
  await routes.choose(outsider, { courseId: shared.courseId })
  expect((await routes.due(outsider, {})).rows).toMatchObject([{ dueOn: null }])

  const { ticket } = await routes.watch(learner, shared)
  const seconds = 61
  const beats = [{ atMs: 0, forMs: seconds * 1000, fromMs: 0, toMs: seconds * 1000 }]
  const later = { ...learner, now: () => new Date(noon.getTime() + seconds * 1000) }
  await routes.beat(later, { ticket, beats, positionMs: 0, answers: [] })
  const usage = await routes.usage(world.secretary, { courseId: shared.courseId })
  expect(usage.orders).toMatchObject([{ organizationName: '甲镇党委', people: 2, done: 1 }])
  expect(usage.units).toMatchObject([{ learners: 2, done: 1, minutes: 1 }])
  const ofTown = await routes.usage(clerk, { courseId: shared.courseId })
  expect(ofTown.orders).toMatchObject([{ people: 2, done: 1 }])
  expect(ofTown.units).toMatchObject([{ learners: 1, done: 1, minutes: 1 }])
  const neighbour = await plantCaller(db, west, { office: 'secretary' })
  const ofWest = await routes.usage(neighbour, { courseId: shared.courseId })
  expect(ofWest).toMatchObject({ orders: [], units: [{ learners: 1, done: 0, minutes: 0 }] })
  await routes.withdrawOrder(clerk, { orderId: order.orderId })
  const after = await routes.usage(clerk, { courseId: shared.courseId })
  expect(after.orders).toMatchObject([{ isWithdrawn: true }])
})

test('[S1-76] a course on policy says when a newer document came or nobody has looked for a year', async () => {
  const { editor, reviewer, organization } = hands()
  const facts = { genre: 'policy', category: 'situation', title: '形势与任务' } as const
  const { courseId } = await plantCourse(hands(), [article()], facts)
  const organizationId = organization.id
  const fresh = async (who: Person) =>
    (await routes.list(who, list({ organizationId, genre: 'policy' }))).rows[0]?.freshness
  expect(await fresh(editor)).toMatchObject({ state: 'fresh', checkedOn: '2026-06-01' })
  expect(await fresh(inDays(editor, 400))).toMatchObject({ state: 'old' })

  const document = { genre: 'document', category: 'situation', title: '全会决定' } as const
  await plantCourse(
    { editor: inDays(editor, 20), reviewer: inDays(reviewer, 20), organization },
    [article()],
    { ...document, issuedOn: '2026-06-15' },
  )
  expect(await fresh(inDays(editor, 30))).toEqual({
    state: 'newer',
    checkedOn: '2026-06-01',
    newer: [{ title: '全会决定', issuedOn: '2026-06-15' }],
  })
  await routes.confirm(inDays(editor, 30), { courseId })
  expect(await fresh(inDays(editor, 31))).toMatchObject({ state: 'fresh', newer: [] })
})

test('[S2-14] [S4-25] members and secretaries hand in short lessons that those above release, for points', async () => {
  const { organizer, member, secretary } = world
  for (const author of [member, secretary]) {
    const courseId = newId()
    const lesson = { courseId, title: '我讲一课', summary: '', category: 'theory' } as const
    expect(await routes.offer(author, { ...lesson, content: article() })).toEqual({
      state: 'inReview',
    })
    await routes.offer(author, { ...lesson, content: article() })
    const said = { courseId, step: 'review', reason: '' }
    await expectRefusal(
      routes.decide(secretary, { ...said, outcome: 'publish' }),
      author === secretary ? 'courses.ownWork' : 'procedures.right',
    )
    expect(await routes.mine(author, {})).toMatchObject({ points: 0, rows: [{ points: 0 }] })
    await routes.decide(organizer, { ...said, outcome: 'publish' })
    const mine = await routes.mine(author, {})
    expect(mine).toMatchObject({ points: 5, rows: [{ state: 'published', points: 5 }] })
  }
  expect((await routes.menu(member, { ...menu, genre: 'micro' })).total).toBe(2)
})

test('[S2-50] [S3-60] a case brings its place, lesson and questions; an honour is worn wherever the course is shown', async () => {
  const { editor, organization, reviewer } = hands()
  const caseStudy = { place: '东村', lesson: '账目公开，人心才齐', questions: ['换作是你怎么办？'] }
  const bare = { title: '账本风波', genre: 'case', creditMinutes: 1 }
  const place = { courseId: newId(), organizationId: organization.id }
  await expectRefusal(
    routes.create(editor, contract.courses.create.input.parse({ ...bare, ...place })),
    'courses.caseMissing',
  )
  const { courseId } = await plantCourse(hands(), [article()], { genre: 'case', caseStudy })
  expect(await routes.open(world.member, { courseId })).toMatchObject({ caseStudy, honours: [] })
  const won = { courseId, honour: 'fineClass', level: 'county', on: '2026-05-20' } as const
  const basis = '县委组织部第三届评选'
  await expectRefusal(
    routes.honour(reviewer, { ...won, basis, on: '2026-07-01' }),
    'courses.future',
  )
  await routes.honour(reviewer, { ...won, basis })
  await routes.honour(reviewer, { ...won, basis })
  expect((await routes.menu(world.member, menu)).rows).toMatchObject([{ honours: ['fineClass'] }])
})
