import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { clientOf } from '../../testing/client.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { answersTo, bringBank, form, handIn, layQuiz, plainLines } from '../../testing/quizzes.ts'
import { noon, plant, plantCaller, plantOrganization } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { listInbox } from '../notices/views/inbox.ts'
import { retire, saveQuestion } from './acts/bank.ts'
import { withdraw } from './acts/lay.ts'
import { reviewNote, writeNote } from './acts/note.ts'
import { remindRetests } from './acts/remind.ts'
import { save, start, submit } from './acts/sit.ts'
import { bank, essentials } from './views/bank.ts'
import { results } from './views/results.ts'
import { mine, result } from './views/own.ts'

let world: World
let learner: Person
let minutes: number
beforeEach(async () => {
  world = await plant(db)
  minutes = 0
  const now = () => new Date(noon.getTime() + minutes * 60_000)
  learner = await plantCaller(db, world.east, { now, name: '李小禾' })
  await bringBank(world.organizer, world.county, plainLines(10))
})
const days = (count: number) => (minutes = count * 1440)
const asked = { text: '', category: null, kind: null, essential: false, page: 1, size: 50 }
const bankAt = (person: Person) => bank(person, { ...asked, organizationId: world.county.id })

test('[S4-27] what everybody must know comes in by table, is leafed through with its answers, and is asked in a quiz', async () => {
  await bringBank(world.organizer, world.county, plainLines(3, '党史', false))
  expect(await bankAt(world.organizer)).toMatchObject({
    total: 13,
    categories: [
      { name: '党史', count: 3, essential: 0 },
      { name: '党章', count: 10, essential: 10 },
    ],
  })
  const leafed = await essentials(learner, { category: null, page: 1, size: 5 })
  expect(leafed).toMatchObject({ total: 10, categories: [{ name: '党章', count: 10 }] })
  expect(leafed.rows[0]).toMatchObject({
    answer: ['正解'],
    explanation: expect.stringContaining('见党章'),
  })

  const draws = [{ category: null, isEssential: true, count: 10 }]
  const key = await layQuiz(world.organizer, world.county, { kind: 'essential', draws })
  const paper = await start(learner, key)
  expect(paper.questions.every(({ text }) => text.startsWith('党章'))).toBe(true)
  expect(await handIn(learner, paper, 8)).toMatchObject({ percent: 80, isPassed: true })
})

test('a bank comes in as a whole or not at all, and every line that is wrong says what', async () => {
  const lines = [
    '单选,一问,甲,乙,,C,,党章,',
    '填空,二问,甲,乙,,A,,党章,',
    '多选,三问,甲,乙,,A,,党章,',
    '判断,四问,,,,也许,,党章,',
    '单选,五问,甲,甲,,A,,党章,',
    '单选,六问,甲,乙,,A,,,',
    '判断,七问,,,,对,,党章,是',
  ]
  const came = await bringBank(world.organizer, world.county, lines)
  expect(came).toMatchObject({ added: 0, known: 0 })
  expect(came.faults.map(({ line, message }) => `${line} ${message}`)).toEqual([
    '2 答案“C”不在选项里',
    '3 题型“填空”不认识，应为单选、多选或判断',
    '4 多选题至少有两个正确答案',
    '5 答案“也许”读不出来，应为对或错',
    '6 选项“甲”写了两次',
    '7 没有写分类',
  ])
  expect(await bankAt(world.organizer)).toMatchObject({ total: 10 })
  expect(await bringBank(world.organizer, world.county, plainLines(11))).toMatchObject({
    added: 1,
    known: 10,
  })
  await expectRefusal(bringBank(world.member, world.county, plainLines(1)), 'reach.none')
})

test('a better question takes the place of an old one, and what was put aside may come back', async () => {
  const [row] = (await bankAt(world.organizer)).rows
  if (!row) throw new Error('no question')
  const { unitId, questionId, organizationName: _, ...written } = row
  const replaces = { unitId, questionId }
  const organizationId = world.county.id
  await expectRefusal(
    saveQuestion(world.organizer, { ...written, organizationId, replaces: null }),
    'quizzes.known',
  )
  await saveQuestion(world.organizer, {
    ...written,
    text: '改好的一问',
    organizationId,
    replaces,
  })
  await expectRefusal(retire(world.organizer, replaces), 'quizzes.question')
  expect(await bankAt(world.organizer)).toMatchObject({ total: 10 })
  expect(await bringBank(world.organizer, world.county, plainLines(10))).toMatchObject({
    added: 1,
  })
  const two = { ...written, organizationId, replaces: null, keys: ['A', 'B'] }
  await expectRefusal(saveQuestion(world.organizer, two), 'quizzes.single')
})

test('a paper tells nobody what is right before it is handed in, over the wire either', async () => {
  const key = await layQuiz(world.organizer, world.county)
  const { command, query } = await clientOf(learner)
  const begun = await command('quizzes.start', key)
  const { body } = begun
  expect(JSON.stringify(body)).not.toMatch(/keys|explanation|见党章/)
  expect(JSON.stringify((await query('quizzes.mine', {})).body)).not.toMatch(/正解|keys/)
  const attempt = { unitId: body.unitId, attemptId: body.attemptId }
  expect(await query('quizzes.result', attempt)).toMatchObject({ status: 409 })
  const handed = await command('quizzes.submit', { ...attempt, answers: answersTo(body, 3) })
  expect(handed.body).toMatchObject({ right: 3, total: 4, percent: 75, isPassed: true })
  expect(handed.body.review?.[3]).toMatchObject({
    keys: [expect.any(String)],
    explanation: expect.stringContaining('见'),
  })
})

test('a paper is drawn for each person anew, its options in another order', async () => {
  const key = await layQuiz(world.organizer, world.county)
  const papers = await Promise.all(
    Array.from({ length: 6 }, async () => start(await plantCaller(db, world.east), key)),
  )
  const shapes = papers.map(({ questions }) => JSON.stringify(questions))
  expect(new Set(shapes).size).toBeGreaterThan(4)
  const places = papers.flatMap(({ questions }) =>
    questions.map(({ options }) => options.findIndex(({ text }) => text === '正解')),
  )
  expect(new Set(places).size).toBe(3)
})

test('a sitting is gone on with where it was left, and its time runs by our clock', async () => {
  const key = await layQuiz(world.organizer, world.county)
  const paper = await start(learner, key)
  expect(paper.dueAt).toBe(new Date(noon.getTime() + 600_000).toISOString())
  const attempt = { unitId: paper.unitId, attemptId: paper.attemptId }
  await save(learner, { ...attempt, answers: { ...answersTo(paper, 3), 99: ['1'] } })
  minutes = 5
  expect(await start(learner, key)).toMatchObject({ ...attempt, answers: answersTo(paper, 3) })

  minutes = 11
  await expectRefusal(save(learner, { ...attempt, answers: answersTo(paper, 4) }), 'quizzes.late')
  await expectRefusal(submit(learner, { ...attempt, answers: answersTo(paper, 4) }), 'quizzes.late')
  expect(await result(learner, attempt)).toMatchObject({ percent: 75, submittedAt: paper.dueAt })
  await expectRefusal(
    submit(learner, { ...attempt, answers: answersTo(paper, 4) }),
    'quizzes.submitted',
  )
  await expectRefusal(start(learner, key), 'quizzes.passed')
})

test('a sitting is one at a time, as often as allowed, within its days, for those it was laid for', async () => {
  const key = await layQuiz(world.organizer, world.county, { triesMax: 2 })
  const [one, other] = await Promise.all([start(learner, key), start(learner, key)])
  expect(other.attemptId).toBe(one.attemptId)
  const stranger = await plantCaller(db, await plantOrganization(db, undefined, '别县'))
  await expectRefusal(start(stranger, key), 'quizzes.unknown')
  const stolen = { unitId: one.unitId, attemptId: one.attemptId, answers: {} }
  await expectRefusal(submit(world.member, stolen), 'quizzes.attempt')
  expect(await handIn(learner, one, 1)).toMatchObject({ isPassed: false, review: null })
  await handIn(learner, await start(learner, key), 1)
  await expectRefusal(start(learner, key), 'quizzes.noTries')

  const later = await layQuiz(world.organizer, world.county, { opensOn: '2026-06-03' })
  await expectRefusal(start(learner, later), 'quizzes.notYet')
  days(40)
  await expectRefusal(start(learner, later), 'quizzes.over')
  await withdraw(world.organizer, later)
  await expectRefusal(start(learner, later), 'quizzes.unknown')
  await expectRefusal(
    layQuiz(world.organizer, world.county, { closesOn: '2026-05-01' }),
    'quizzes.days',
  )
  const many = [{ category: '党章', isEssential: false, count: 50 }]
  await expectRefusal(layQuiz(world.organizer, world.county, { draws: many }), 'quizzes.short')
})

test('[S0-10] a quiz, a reviewed note and a second asking after some days show how much stayed', async () => {
  const { key, attempt } = await learnedOnce()
  await writeNote(learner, { ...attempt, note: '学了党章，最受触动的是宗旨。' })
  await expectRefusal(reviewNote(learner, { ...attempt, mark: 'good', comment: '' }), 'reach.none')
  await reviewNote(world.secretary, { ...attempt, mark: 'redo', comment: '请结合岗位写' })
  await writeNote(learner, { ...attempt, note: '结合护林员的岗位，守住防火的底线。' })
  await reviewNote(world.secretary, { ...attempt, mark: 'good', comment: '写得实在' })
  await expectRefusal(
    writeNote(learner, { ...attempt, note: '再改一次，再改一次。' }),
    'quizzes.noteKept',
  )

  await expectRefusal(start(learner, key), 'quizzes.retestLater')
  days(31)
  await remindRetests(learner)
  await remindRetests(learner)
  const { rows: said } = await listInbox(learner, { onlyUnread: false, page: 1, size: 50 })
  expect(said.filter(({ title }) => title === '复测：党章测验')).toHaveLength(1)
  expect(await mine(learner, {})).toMatchObject({
    rows: [{ retest: { from: '2026-07-01', isDue: true } }],
  })
  const again = await start(learner, key)
  expect(again.phase).toBe('retest')
  await handIn(learner, again, 3)
  await expectRefusal(start(learner, key), 'quizzes.noTries')

  const seen = await results(world.secretary, {
    ...key,
    organizationId: world.east.id,
    page: 1,
    size: 20,
  })
  expect(seen.retention).toEqual({
    takers: 1,
    passed: 1,
    firstPercent: 100,
    retested: 1,
    retestPercent: 75,
    keptPercent: 75,
  })
  expect(seen.rows).toMatchObject([
    {
      name: '李小禾',
      percent: 100,
      retestPercent: 75,
      note: { mark: 'good', comment: '写得实在' },
    },
  ])
})

test('[S3-31] what was learned is tested, tested again and tied to what it changed at work, seen by organization', async () => {
  const { key, attempt } = await learnedOnce()
  await writeNote(learner, {
    ...attempt,
    note: '学了党章，要为群众办实事。',
    applied: '帮三户老人修了屋顶',
  })
  await reviewNote(world.secretary, { ...attempt, mark: 'good', comment: '已入户核实' })
  const colleague = await plantCaller(db, world.west)
  await handIn(colleague, await start(colleague, key), 1)
  days(31)
  await handIn(learner, await start(learner, key), 2)

  const seen = await results(world.organizer, {
    ...key,
    organizationId: world.county.id,
    page: 1,
    size: 20,
  })
  expect(seen.retention).toMatchObject({
    takers: 2,
    passed: 1,
    firstPercent: 62.5,
    retested: 1,
    keptPercent: 50,
  })
  expect(seen.below.map(({ name, firstPercent }) => [name, firstPercent])).toEqual(
    expect.arrayContaining([
      ['东支部', 100],
      ['西支部', 25],
    ]),
  )
  expect(seen.hardest[0]).toMatchObject({ knownPercent: expect.any(Number) })
  expect(seen.rows.find(({ name }) => name === '李小禾')?.note).toMatchObject({
    applied: '帮三户老人修了屋顶',
    mark: 'good',
  })
  const own = await results(world.secretary, {
    ...key,
    organizationId: world.east.id,
    page: 1,
    size: 20,
  })
  expect(own.total).toBe(1)
})

async function learnedOnce() {
  const key = await layQuiz(world.organizer, world.county, { ...form, retestDays: 30 })
  const paper = await start(learner, key)
  await handIn(learner, paper, 4)
  return { key, attempt: { unitId: paper.unitId, attemptId: paper.attemptId, applied: '' } }
}

test('the same form sent twice lays one quiz', async () => {
  const quizId = newId()
  await layQuiz(world.organizer, world.county, { quizId })
  await layQuiz(world.organizer, world.county, { quizId })
  expect((await mine(learner, {})).rows).toHaveLength(1)
})
