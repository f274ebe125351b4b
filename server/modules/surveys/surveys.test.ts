import { surveyTemplates } from '@zhixing/contract/survey-templates.ts'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plantAsked, wish } from '../../testing/surveys.ts'
import { noon, plant, vault } from '../../testing/world.ts'
import type { Person } from '../../testing/world.ts'
import { listInbox } from '../notices/views/inbox.ts'
import { draft } from '../plans/acts/draft.ts'
import { show as showPlan } from '../plans/views/show.ts'
import { answer } from './acts/answer.ts'
import { assess } from './acts/assess.ts'
import { exportAnswers } from './acts/export.ts'
import { keep } from './acts/keep.ts'
import { addNeeds, decideNeed } from './acts/needs.ts'
import { end, open, remind } from './acts/open.ts'
import { openRound, shareFor } from './index.ts'
import { listSurveys, showSurvey } from './views/heads.ts'
import { asked, mine } from './views/mine.ts'
import { listNeeds } from './views/needs.ts'
import { listPeople, showResults } from './views/results.ts'
import { sheetOf } from './views/sheet.ts'

const page = { page: 1, size: 50 }
let world: Awaited<ReturnType<typeof plantAsked>>
beforeEach(async () => {
  world = await plantAsked(db)
})
const plan: typeof world.plan = (changes) => world.plan(changes)

test('needs are asked of a drawn sample, reminded, tallied by cohort and exported', async () => {
  const { people } = world
  const { key, send } = await plan({
    quotas: [
      { group: 'youth', size: 3 },
      { group: 'old', size: 2 },
    ],
  })
  expect(await send()).toEqual({ asked: 5 })
  const invited = await Promise.all(people.map(async (one) => (await mine(one, {})).rows.length))
  expect(invited.slice(0, 5).reduce((a, b) => a + b, 0)).toBe(3)
  expect(invited.slice(5).reduce((a, b) => a + b, 0)).toBe(2)
  const chosen = people.filter((_, at) => invited[at] === 1)
  const [first, second] = chosen as [Person, Person]
  expect((await listInbox(first, { ...page, onlyUnread: false })).rows[0]).toMatchObject({
    title: '请您答卷：党员教育培训需求调研',
  })
  await answer(first, { ...key, answers: wish })
  await answer(first, { ...key, answers: wish })
  await expectRefusal(
    answer(first, { ...key, answers: { ...wish, way: 'way-1' } }),
    'surveys.answered',
  )
  await answer(second, { ...key, answers: { ...wish, topics: ['topics-7'], other: '编织' } })
  expect(await remind(world.organizer, key)).toEqual({ reminded: 3 })
  expect(await remind(world.organizer, key)).toEqual({ reminded: 0 })
  expect(await showSurvey(world.organizer, key)).toMatchObject({ asked: 5, answered: 2 })

  const shown = await showResults(world.organizer, { ...key, breakdown: 'age' })
  expect(shown).toMatchObject({ answered: 2, hidden: '' })
  expect(shown.tallies[0]).toMatchObject({ counts: { 'topics-5': 1, 'topics-7': 1 } })
  expect(shown.groups.find(({ key: one }) => one === 'youth')).toMatchObject({
    name: '35 岁及以下',
  })
  expect(shown.texts.find(({ questionId }) => questionId === 'other')?.texts).toEqual(['编织'])
  const { address } = await exportAnswers(world.organizer, { ...key, format: 'xlsx' })
  expect(address).toContain('/api/surveys/answers?ticket=')
  const sheet = await sheetOf(db, key)
  const cells: string[] = []
  for await (const heap of sheet?.rows ?? []) cells.push(...heap.flat())
  expect(cells).toContain('实用技术')
  expect(
    await listSurveys(world.organizer, { ...page, organizationId: world.county.id }),
  ).toMatchObject({ total: 1, open: 1, asked: 5, answered: 2 })
})

test('[S0-39] [S1-59] [S4-55] [S4-56] what many chose becomes a need, is approved into a plan, and is traced back to its survey', async () => {
  const { people } = world
  const quotas = [
    { group: 'youth', size: 5 },
    { group: 'old', size: 3 },
  ]
  const { key, send } = await plan({ quotas })
  await send()
  for (const one of people) await answer(one, { ...key, answers: wish })
  const { groups } = await showResults(world.organizer, { ...key, breakdown: 'age' })
  expect(groups.map(({ answered }) => answered)).toEqual(expect.arrayContaining([3, 5]))
  const more = { ...key, questionId: 'topics', optionIds: ['topics-5', 'topics-6'] }
  await expectRefusal(addNeeds(world.organizer, more), 'surveys.stillOpen')
  await end(world.organizer, key)
  await expectRefusal(addNeeds(world.organizer, { ...more, optionIds: ['z'] }), 'surveys.noOption')
  expect(await addNeeds(world.organizer, more)).toEqual({ added: 2 })
  expect(await addNeeds(world.organizer, more)).toEqual({ added: 0 })
  const { rows } = await listNeeds(world.organizer, { ...page, organizationId: world.county.id })
  expect(rows[0]).toMatchObject({ title: '实用技术', support: 8, surveyId: key.surveyId })
  const [need, other] = rows as [(typeof rows)[0], (typeof rows)[0]]
  const planId = newId()
  const { unitId } = world.county
  const years = { fromYear: 2026, untilYear: 2026, copyOf: null, curricula: [] }
  const words = { organizationId: world.county.id, kind: 'annual' as const, title: '年度计划' }
  await draft(world.organizer, { planId, ...words, ...years })
  const when = { from: '2026-07-01', until: '2026-12-31', minutes: 240, persons: 8 }
  const how = { type: 'technology', mode: 'practice', heading: 'skills' } as const
  const into = { unitId, planId, ...when, ...how }
  const decide = (one: typeof need, isApproved: boolean, note = '') =>
    decideNeed(world.organizer, { ...one, isApproved, note, into: isApproved ? into : null })
  const { itemId } = await decide(need, true)
  const { items } = await showPlan(world.organizer, { unitId, planId })
  expect(items).toMatchObject([{ itemId, title: '实用技术', origin: `survey:${key.surveyId}` }])
  expect(items[0]?.originSentence).toContain('8 人选')
  await expectRefusal(decide(need, true), 'surveys.decided')
  await expectRefusal(decide(other, false), 'surveys.why')
  await decide(other, false, '县里另有安排')
  const listed = await listNeeds(world.organizer, { ...page, organizationId: world.county.id })
  expect(listed).toMatchObject({ approved: 1, proposed: 0 })
  await expectRefusal(
    decideNeed(world.secretary, { ...other, isApproved: true, note: '', into: null }),
    'reach.none',
  )
})

test('satisfaction by age band: a low band is marked, at the threshold that the rules set', async () => {
  const { people } = world
  const { key, send } = await plan({
    kind: 'satisfaction',
    definition: surveyTemplates.satisfaction,
  })
  await send()
  for (const [at, one] of people.entries()) {
    const mark = at < 5 ? 9 : 3
    const answers = { content: mark, form: mark, frequency: mark, help: mark }
    await answer(one, { ...key, answers })
  }
  const shown = await showResults(world.organizer, { ...key, breakdown: 'age' })
  expect(shown).toMatchObject({ lowShare: 60, share: 67.5 })
  expect(
    shown.groups.map((one) => `${one.name} ${String(one.share)} ${String(one.isLow)}`).toSorted(),
  ).toEqual(
    ['35 岁及以下 90 false', '36 至 59 岁 null false', '60 岁及以上 30 true']
      .filter((one) => !one.startsWith('36') || shown.groups.length > 2)
      .toSorted(),
  )
})

test('what learning led to, and the four headings: said by the member, assessed by the branch', async () => {
  const { people } = world
  const result = await plan({ kind: 'workResult', definition: surveyTemplates.workResult })
  await result.send()
  const [first, second] = people as [Person, Person]
  const done = { used: 'used-1', what: '带村民改种冬桃', people: 30, worth: 9 }
  await answer(first, { ...result.key, answers: done })
  const told = await listPeople(world.organizer, { ...result.key, ...page })
  expect(told.rows.find(({ answers }) => answers !== null)).toMatchObject({ answers: done })

  const check = await plan({ kind: 'selfCheck', definition: surveyTemplates.selfCheck })
  await check.send()
  const words = { politics: 'politics-1', virtue: 'virtue-1', service: 'service-1' }
  const open2 = { ...words, discipline: 'discipline-2' }
  await expectRefusal(answer(first, { ...check.key, answers: open2 }), 'input.invalid')
  await answer(first, { ...check.key, answers: { ...open2, 'discipline-gap': '缺过两次会' } })
  const memberUnitId = first.actor.unitId
  const judge = (memberId = '') =>
    assess(world.organizer, {
      ...check.key,
      memberUnitId,
      memberId,
      grade: 'improve',
      comment: '会议要到齐',
    })
  await judge(first.actor.memberId)
  await expectRefusal(judge(second.actor.memberId), 'surveys.notAnswered')
  expect(await asked(first, check.key)).toMatchObject({
    isAnswered: true,
    assessment: { grade: 'improve', comment: '会议要到齐' },
  })
})

test('a neighbour opens a round about something it knows, once, and reads what it came to', async () => {
  const { people } = world
  const about = {
    unitId: world.county.unitId,
    subject: `class:${newId()}`,
    kind: 'lesson' as const,
  }
  const round = {
    ...about,
    organizationId: world.county.id,
    path: world.county.path,
    definition: surveyTemplates.lesson,
    isAnonymous: false,
    memberIds: people.map(({ actor }) => actor.memberId ?? ''),
    from: '2026-06-01',
    until: '2026-06-30',
    byId: world.organizer.actor.accountId,
    byName: '县委组织部',
    now: noon,
  }
  const key = await openRound({ tx: db, vault }, round)
  expect(await openRound({ tx: db, vault }, round)).toEqual(key)
  const marks = { relevance: 20, theory: 15, information: 15, expression: 20, manner: 20 }
  await answer(people[0] as Person, { ...key, answers: marks })
  expect(await shareFor(db, about)).toEqual({ answered: 1, share: 90 })
})

test('drafts change, what was sent does not, and outside the reach nothing is known', async () => {
  const { key, form, send } = await plan()
  const again = await keep(world.organizer, { ...form, version: 1, isAnonymous: true })
  await expectRefusal(keep(world.organizer, { ...form, version: 1 }), 'input.stale')
  await expectRefusal(send(), 'input.stale')
  await expectRefusal(keep(world.organizer, { ...form, until: '2026-05-01' }), 'surveys.days')
  const wrong = [{ group: 'nobody', size: 1 }]
  await expectRefusal(keep(world.organizer, { ...form, quotas: wrong }), 'surveys.quotaGroup')
  await open(world.organizer, { ...key, version: again.version })
  await expectRefusal(keep(world.organizer, form), 'surveys.sent')
  const elsewhere = await plant(db)
  await expectRefusal(showSurvey(elsewhere.organizer, key), 'surveys.unknown')
  await expectRefusal(end(elsewhere.organizer, key), 'surveys.unknown')
  await expectRefusal(asked(elsewhere.member, key), 'surveys.notAsked')
})
