import { contract } from '@zhixing/contract'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { clientOf } from '../../../testing/client.ts'
import { article, plantCourse, plantUpload, plantVideo } from '../../../testing/courses.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { mp4 } from '../../../testing/videos.ts'
import { noon, plant, plantCaller } from '../../../testing/world.ts'
import type { Person, World } from '../../../testing/world.ts'
import { hourEntries } from '../../ledgers/table.ts'
import { routes } from '../routes.ts'

let world: World
beforeEach(async () => {
  world = await plant(db)
})

function at(person: Person, seconds: number): Person {
  return { ...person, now: () => new Date(noon.getTime() + seconds * 1000) }
}

const played = (seconds: number) => ({
  atMs: 0,
  forMs: seconds * 1000,
  fromMs: 0,
  toMs: seconds * 1000,
})

async function plantLesson(seconds = 60) {
  const { organizer: reviewer, secretary: editor, east: organization } = world
  const fileId = await plantVideo(db, editor, seconds)
  return plantCourse({ editor, reviewer, organization }, [{ kind: 'video', fileId }])
}

test('a video watched to the end completes its course, and its hours are posted once', async () => {
  const { courseId, itemId } = await plantLesson()
  const { member } = world
  const { ticket } = await routes.watch(member, { courseId, itemId })
  const half = await routes.beat(at(member, 30), {
    ticket,
    beats: [played(30)],
    positionMs: 30_000,
    answers: [],
  })
  expect(half).toEqual({ watchedSeconds: 30, isItemDone: false, isCourseDone: false, checks: [] })
  const opened = await routes.open(member, { courseId })
  expect(opened.contents[0]).toMatchObject({ positionSeconds: 30, watchedSeconds: 30 })

  const words = { ticket, beats: [played(60)], positionMs: 60_000, answers: [] }
  const done = await routes.beat(at(member, 60), words)
  expect(done).toEqual({ watchedSeconds: 60, isItemDone: true, isCourseDone: true, checks: [] })
  await routes.beat(at(member, 61), words)

  const entries = await db.select().from(hourEntries).where(eq(hourEntries.sourceId, courseId))
  expect(entries).toMatchObject([
    { source: 'online', isOnline: true, category: 'discipline', minutes: 1, ledger: 'member' },
  ])
  const { rows } = await routes.menu(member, {
    page: 1,
    size: 10,
    text: '',
    genre: null,
    category: null,
  })
  expect(rows).toMatchObject([{ courseId, doneItems: 1 }])
  expect(rows[0]?.completedAt).not.toBeNull()
})

test('the end claimed at once, somebody else’s ticket and one changed by hand earn nothing', async () => {
  const { courseId, itemId } = await plantLesson()
  const { member } = world
  const { ticket } = await routes.watch(member, { courseId, itemId })
  const words = { ticket, beats: [played(60)], positionMs: 60_000, answers: [] }
  expect(await routes.beat(at(member, 5), words)).toMatchObject({ watchedSeconds: 7 })

  const other = await plantCaller(db, world.east)
  await expectRefusal(routes.beat(other, words), 'courses.ticketBroken')
  const earlier = ticket.replace(String(noon.getTime()), String(noon.getTime() - 60_000))
  await expectRefusal(routes.beat(member, { ...words, ticket: earlier }), 'courses.ticketBroken')
  await expectRefusal(routes.beat(at(member, 86_400), words), 'courses.ticketOld')
  await expectRefusal(routes.watch(world.stranger, { courseId, itemId }), 'courses.membersOnly')
})

test('two windows at once, on two items and in one batch, are one viewer', async () => {
  const { organizer: reviewer, secretary: editor, east: organization, member } = world
  const videos = [await plantVideo(db, editor, 60), await plantVideo(db, editor, 60)]
  const { courseId, itemIds } = await plantCourse(
    { editor, reviewer, organization },
    videos.map((fileId) => ({ kind: 'video', fileId }) as const),
  )
  const tickets = await Promise.all(
    itemIds.map(async (itemId) => (await routes.watch(member, { courseId, itemId })).ticket),
  )
  const answers = await Promise.all(
    tickets.map((ticket) =>
      routes.beat(at(member, 40), { ticket, beats: [played(40)], positionMs: 0, answers: [] }),
    ),
  )
  expect(answers.map(({ watchedSeconds }) => watchedSeconds).toSorted((a, b) => a - b)).toEqual([
    0, 40,
  ])
})

test('nobody releases their own course, nothing is credited beyond its length, sharing is decided above', async () => {
  const { organizer, secretary, east } = world
  const clerk = await plantCaller(db, east, { office: 'clerk' })
  const courseId = newId()
  const form = contract.courses.create.input
    .omit({ courseId: true, organizationId: true })
    .parse({ title: '微课', genre: 'lesson', scope: 'all', creditMinutes: 1 })
  const key = { courseId, organizationId: east.id }
  await routes.create(clerk, { ...form, ...key, creditMinutes: 600 })
  await expectRefusal(routes.submit(clerk, { courseId }), 'courses.empty')
  const item = { courseId, itemId: newId(), title: '第一节', content: article() }
  expect(await routes.addItem(clerk, item)).toMatchObject({ seconds: 61 })
  await expectRefusal(routes.submit(clerk, { courseId }), 'courses.tooMuchCredit')
  await routes.change(clerk, { ...form, courseId, creditMinutes: 1, version: 1 })
  await expectRefusal(
    routes.change(clerk, { ...form, courseId, creditMinutes: 1, version: 1 }),
    'input.stale',
  )
  await routes.submit(clerk, { courseId })
  const release = { courseId, step: 'review', outcome: 'pass', reason: '' } as const
  await expectRefusal(routes.decide(clerk, release), 'courses.ownWork')
  const colleague = await plantCaller(db, east, { office: 'clerk' })
  await expectRefusal(
    routes.decide(colleague, { ...release, outcome: 'return' }),
    'procedures.reason',
  )
  await routes.decide(colleague, release)
  const share = { courseId, step: 'share', outcome: 'publish', reason: '' } as const
  await expectRefusal(routes.decide(colleague, share), 'procedures.right')
  expect(await routes.decide(organizer, share)).toEqual({ state: 'published' })
  await expectRefusal(routes.submit(secretary, { courseId }), 'courses.state')
})

test('what is not released, or released for others, is seen by those who look after it only', async () => {
  const { courseId } = await plantLesson()
  const outsider = await plantCaller(db, world.west)
  await expectRefusal(routes.open(outsider, { courseId }), 'courses.unknown')
  await routes.withdraw(world.organizer, { courseId, reason: '内容过时' })
  await expectRefusal(routes.open(world.member, { courseId }), 'courses.unknown')
  expect(await routes.show(world.secretary, { courseId })).toMatchObject({ state: 'withdrawn' })
})

test('a cut-off video, slides that are no PDF and an article without words are refused in a sentence', async () => {
  const { secretary: editor, east } = world
  const courseId = newId()
  const client = await clientOf(editor)
  const form = { title: '片', genre: 'film', creditMinutes: 0 } as const
  await client.command('courses.create', { ...form, courseId, organizationId: east.id })
  const add = (content: Parameters<typeof routes.addItem>[1]['content']) =>
    client.command('courses.addItem', { courseId, itemId: newId(), title: '一', content })

  const cut = { name: '片.mp4', mediaType: 'video/mp4', content: mp4(60).subarray(0, -500) }
  const fileId = await plantUpload(db, editor, cut)
  expect((await add({ kind: 'video', fileId, captionsId: null })).body.message).toMatch(
    /^“片.mp4”不完整：从第 \d+ 字节起缺少内容/,
  )
  const slides = { name: '课件.pptx', mediaType: 'application/zip', content: Buffer.from('PK') }
  const slidesId = await plantUpload(db, editor, slides)
  expect((await add({ kind: 'document', fileId: slidesId, minutes: 9 })).body.message).toMatch(
    /导出 → PDF/,
  )
  const empty = await add({ kind: 'article', body: '<script>alert(1)</script><p> </p>' })
  expect(empty).toMatchObject({ status: 409, body: { reason: 'courses.articleEmpty' } })
  const bad =
    '<p onclick="x()">一<img src="https://e.com/a.png"><a href="javascript:x()">二</a></p>'
  await add({ kind: 'article', body: bad })
  const { contents } = await routes.show(editor, { courseId })
  expect(contents.map(({ body }) => body)).toEqual(['<p>一<a rel="noreferrer">二</a></p>'])
})

test('a live session is entered while it lasts, and that is being there', async () => {
  const { organizer: reviewer, secretary: editor, east: organization, member } = world
  const startsAt = new Date(noon.getTime() + 3_600_000).toISOString()
  const live = { kind: 'live', link: 'https://live.example/1', startsAt, minutes: 60 } as const
  const { courseId, itemId } = await plantCourse({ editor, reviewer, organization }, [live])
  expect((await routes.open(member, { courseId })).contents[0]?.link).toBe('')
  await expectRefusal(routes.join(member, { courseId, itemId }), 'courses.liveClosed')
  const entered = await routes.join(at(member, 3000), { courseId, itemId })
  expect(entered).toEqual({ link: 'https://live.example/1', isCourseDone: true })
})
