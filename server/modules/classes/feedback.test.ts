import { contract } from '@zhixing/contract'
import { expect, test } from 'vitest'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { afterClass, graduate, holdLessons, plantLessons, since } from '../../testing/graduation.ts'
import { noon, plant, plantCaller } from '../../testing/world.ts'
import { listInbox } from '../notices/views/inbox.ts'
import { answer } from '../surveys/acts/answer.ts'
import { showResults } from '../surveys/views/results.ts'
import { ask } from './acts/ask.ts'
import { showFeedback } from './views/feedback.ts'
import { listLessons } from './views/lessons.ts'

const marks = (mark: number) => ({
  courses: mark,
  lecturers: mark,
  organization: mark,
  materials: mark,
  venue: mark,
  logistics: mark,
  gain: mark,
})

test('learners of a class say what it was worth, told apart by age, and later what they did with it; both stand by the class', async () => {
  const world = await plant(db)
  const [young, old] = [
    await plantCaller(db, world.east, { name: '林年轻', bornOn: '1999-01-01' }),
    await plantCaller(db, world.east, { name: '郑年长', bornOn: '1950-01-01' }),
  ]
  const { lessons, ...key } = await plantLessons(world, [young, old])
  const second = new Date('2026-06-11T02:00:00Z')
  const during = since(world.organizer, second)
  const form = { ...key, kind: 'class' as const, until: '2026-06-20' }
  await expectRefusal(ask(since(world.organizer, noon), form), 'classes.askEarly')
  await expectRefusal(ask(during, { ...form, until: '2026-06-11' }), 'classes.askUntil')
  const later = { ...form, kind: 'workResult' as const, until: '2026-09-30' }
  await expectRefusal(ask(during, later), 'classes.state')
  expect(await showFeedback(during, key)).toEqual({ rows: [], can: { ask: true, follow: false } })

  const round = await ask(during, form)
  expect(await ask(during, form)).toEqual(round)
  const asked = async (who: typeof young) => (await listLessons(who, key)).asked
  expect(await asked(young)).toMatchObject([
    { ...round, kind: 'class', isOpen: true, isAnswered: false },
  ])
  const inbox = await listInbox(young, contract.notices.list.input.parse({}))
  expect(inbox.rows.map(({ title }) => title)).toContain('请您评估：党支部书记培训班：培训班评估')

  await answer(since(young, second), { ...round, answers: marks(9) })
  await answer(since(old, second), { ...round, answers: marks(5) })
  expect(await asked(young)).toMatchObject([{ isAnswered: true }])
  expect((await showFeedback(during, key)).rows).toMatchObject([
    { kind: 'class', isAnonymous: false, asked: 2, answered: 2, share: 70 },
  ])
  const results = await showResults(during, { ...round, breakdown: 'age' })
  expect(results.groups).toHaveLength(2)

  await holdLessons(world, { ...key, lessons })
  await graduate(world, key)
  const after = since(world.organizer, afterClass)
  expect((await showFeedback(after, key)).can).toEqual({ ask: false, follow: true })
  const months = since(world.organizer, new Date('2026-09-01T02:00:00Z'))
  const work = await ask(months, later)
  await answer(since(young, new Date('2026-09-02T02:00:00Z')), {
    ...work,
    answers: { used: 'used-1', what: '带着大户改良了果园。', people: 12, worth: 9 },
  })
  expect((await showFeedback(months, key)).rows).toMatchObject([
    { kind: 'class' },
    { kind: 'workResult', asked: 2, answered: 1, isAnonymous: false, share: 90 },
  ])
  expect(await asked(old)).toMatchObject([{ isAnswered: true }, { isAnswered: false }])

  const stranger = await plant(db)
  await expectRefusal(ask(stranger.organizer, form), 'classes.unknown')
  await expectRefusal(showFeedback(stranger.organizer, key), 'classes.unknown')
})

test('five learners and more say it without a name, and it is not shown before it has ended', async () => {
  const world = await plant(db)
  const learners = await Promise.all(
    ['一', '二', '三', '四', '五'].map((name) =>
      plantCaller(db, world.east, { name: `学员${name}` }),
    ),
  )
  const { lessons: _, ...key } = await plantLessons(world, learners)
  const during = since(world.organizer, new Date('2026-06-11T02:00:00Z'))
  const round = await ask(during, { ...key, kind: 'class', until: '2026-06-20' })
  expect((await showFeedback(during, key)).rows).toMatchObject([
    { ...round, isAnonymous: true, asked: 5, answered: 0, share: null, state: 'open' },
  ])
})
