import { contract } from '@zhixing/contract'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { article, plantCourse } from '../../testing/courses.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plant, plantCaller } from '../../testing/world.ts'
import type { World } from '../../testing/world.ts'
import { routes } from './routes.ts'

let world: World
beforeEach(async () => {
  world = await plant(db)
})

const chapters = ['第一章', '第二章'].map((title) => ({ title, dueOn: null }))
const note = '读了这一章，想到村里的账目要公开。'

test('[S3-38] [S4-16] a reading task is read chapter by chapter, each with a few words of one’s own', async () => {
  const { secretary, member, east } = world
  const task = { taskId: newId(), organizationId: east.id, title: '原著选读', courseId: null }
  const asked = { ...task, chapters, dueOn: '2026-06-30' }
  await expectRefusal(
    routes.assign(secretary, { ...asked, dueOn: '2026-05-01' }),
    'reading.duePast',
  )
  expect(await routes.assign(secretary, asked)).toEqual({ people: 2 })
  await routes.assign(secretary, asked)
  const mark = { taskId: task.taskId, chapter: 0, note }
  expect(await routes.checkIn(member, mark)).toEqual({ done: 1, chapters: 2 })
  expect(await routes.checkIn(member, mark)).toEqual({ done: 1, chapters: 2 })
  await expectRefusal(routes.checkIn(member, { ...mark, chapter: 2 }), 'reading.noChapter')
  const outsider = await plantCaller(db, world.west)
  await expectRefusal(routes.checkIn(outsider, mark), 'reading.unknown')
  expect(await routes.checkIn(member, { ...mark, chapter: 1 })).toMatchObject({ done: 2 })

  const { rows } = await routes.mine(member, {})
  expect(rows).toMatchObject([{ title: '原著选读', isOverdue: false, done: [{ note }, {}] }])
  const page = contract.reading.list.input.parse({ organizationId: east.id })
  expect((await routes.list(secretary, page)).rows).toMatchObject([
    { people: 2, begun: 1, done: 1 },
  ])
  const readers = await routes.people(secretary, { ...page, taskId: task.taskId })
  expect(readers).toMatchObject({
    total: 2,
    rows: [{ chapters: 2, lastNote: note }, { chapters: 0 }],
  })
  await routes.withdraw(secretary, { taskId: task.taskId })
  await expectRefusal(routes.checkIn(member, mark), 'reading.withdrawn')
})

test('[S3-09] a member’s own reading plan has its chapters, progress and notes, and is theirs alone', async () => {
  const { member, secretary, east } = world
  const taskId = newId()
  const plan = { taskId, title: '读三本书', chapters, dueOn: '2026-12-31' }
  await routes.plan(member, plan)
  await routes.plan(member, plan)
  await routes.checkIn(member, { taskId, chapter: 1, note })
  expect((await routes.mine(member, {})).rows).toMatchObject([
    { isOwn: true, done: [{ chapter: 1, note }] },
  ])
  await expectRefusal(routes.checkIn(secretary, { taskId, chapter: 0, note }), 'reading.unknown')
  const page = contract.reading.list.input.parse({ organizationId: east.id })
  expect((await routes.list(secretary, page)).total).toBe(0)
  await expectRefusal(routes.plan(world.stranger, plan), 'reading.membersOnly')
})

test('[S3-18] a speech or document of the library becomes a task that says who has studied it', async () => {
  const { organizer: reviewer, secretary: editor, east: organization, member } = world
  const facts = { genre: 'document', title: '全会决定', issuedOn: '2026-05-20' } as const
  const { courseId } = await plantCourse({ editor, reviewer, organization }, [article()], facts)
  const task = { taskId: newId(), organizationId: organization.id, title: '学习全会决定' }
  await routes.assign(editor, { ...task, courseId, chapters, dueOn: '2026-06-30' })
  await expectRefusal(
    routes.assign(editor, {
      ...task,
      taskId: newId(),
      courseId: newId(),
      chapters,
      dueOn: '2026-06-30',
    }),
    'courses.unknown',
  )
  const { rows } = await routes.mine(member, {})
  expect(rows).toMatchObject([{ courseId, title: '学习全会决定' }])
})

test('[S3-29] notebooks are issued once a year, written in, and looked through by the branch', async () => {
  const { secretary, member, east } = world
  const page = { pageId: newId(), year: 2026, title: '第一讲', text: '要点三条', version: 0 }
  await expectRefusal(routes.write(member, page), 'reading.noNotebook')
  const given = { organizationId: east.id, year: 2026, title: '2026 年学习笔记' }
  expect(await routes.issue(secretary, given)).toEqual({ issued: 2, already: 0 })
  expect(await routes.issue(secretary, given)).toEqual({ issued: 0, already: 2 })
  // Every connection is open before the hand is impatient.
  await Promise.all(Array.from({ length: 12 }, () => routes.notebook(member, { year: 2026 })))
  const hand = Array.from({ length: 12 }, () => routes.write(member, page))
  expect(new Set((await Promise.all(hand)).map(({ version }) => version))).toEqual(new Set([1]))
  expect(await routes.write(member, page)).toEqual({ version: 1 })
  await expectRefusal(routes.write(member, { ...page, text: '别的' }), 'input.stale')
  await expectRefusal(routes.write(secretary, { ...page, version: 1 }), 'reading.pageUnknown')

  const asked = contract.reading.notebooks.input.parse({ organizationId: east.id, year: 2026 })
  const { rows, total } = await routes.notebooks(secretary, asked)
  expect(total).toBe(2)
  const key = { unitId: member.actor.unitId, memberId: member.actor.memberId ?? '' }
  expect(rows[0]).toMatchObject({ memberId: key.memberId, pages: 1, unread: 1 })
  const { unitId } = key
  const comment = '联系了实际，很好'
  const abroad = await plantCaller(db, world.west, { office: 'secretary' })
  await expectRefusal(
    routes.review(abroad, { unitId, pageId: page.pageId, comment }),
    'reading.pageUnknown',
  )
  await routes.review(secretary, { unitId, pageId: page.pageId, comment })
  const book = await routes.notebook(member, { year: 2026 })
  expect(book).toMatchObject({ issued: { title: given.title }, pages: [{ review: { comment } }] })
  await expectRefusal(routes.write(member, { ...page, version: 1 }), 'reading.reviewed')
  await expectRefusal(routes.pages(abroad, { ...key, year: 2026 }), 'members.unknown')
})
