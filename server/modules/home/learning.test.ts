import { expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { article, plantCourse } from '../../testing/courses.ts'
import { db } from '../../testing/database.ts'
import { plantAsked, wish } from '../../testing/surveys.ts'
import { routes as courses } from '../courses/routes.ts'
import { routes as reading } from '../reading/routes.ts'
import { routes as surveys } from '../surveys/routes.ts'
import { showMember } from './views/member.ts'

const kinds = /^(course|reading|survey):/

test('what a member was asked to learn, read and answer stands on their page until it is done', async () => {
  const { organizer, secretary, east, people, plan } = await plantAsked(db)
  const [member] = people
  if (!member) throw new Error('nobody was planted')
  const todos = async () =>
    (await showMember(member, {})).todos.filter(({ key }) => kinds.test(key))
  expect(await todos()).toEqual([])

  const hands = { editor: secretary, reviewer: organizer, organization: east }
  const chosen = await plantCourse(hands, [article()], { title: '自己选的课' })
  await courses.choose(member, { courseId: chosen.courseId })
  const { courseId } = await plantCourse(hands, [article()])
  const order = { orderId: newId(), courseId, organizationId: east.id, note: '' }
  await courses.order(secretary, { ...order, dueOn: '2026-06-20' })
  const chapters = [{ title: '总纲', dueOn: null }]
  const book = { taskId: newId(), organizationId: east.id, title: '党章', courseId: null, chapters }
  await reading.assign(secretary, { ...book, dueOn: '2026-06-25' })
  const { key, send } = await plan()
  await send()

  expect(await todos()).toMatchObject([
    { what: '学完《党章党规九讲》', deadline: '2026-06-20', to: `/learn/${courseId}` },
    { what: '读完《党章》', deadline: '2026-06-25', to: '/reading' },
    { deadline: '2026-06-30', to: `/surveys/${key.unitId}/${key.surveyId}` },
  ])
  const note = '总纲讲清了党是什么样的党，应当怎样做。'
  await reading.checkIn(member, { taskId: book.taskId, chapter: 0, note })
  await surveys.answer(member, { ...key, answers: wish })
  expect((await todos()).map(({ to }) => to)).toEqual([`/learn/${courseId}`])
})
