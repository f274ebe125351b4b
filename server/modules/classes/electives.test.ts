import { expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { applicationOf, goalOfClass, lessonOf, plantClass } from '../../testing/classes.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plantPlanning } from '../../testing/plans.ts'
import { plantAsked, wish } from '../../testing/surveys.ts'
import { show as showPlan } from '../plans/views/show.ts'
import { answer } from '../surveys/acts/answer.ts'
import { addNeeds, decideNeed } from '../surveys/acts/needs.ts'
import { end } from '../surveys/acts/open.ts'
import { listNeeds } from '../surveys/views/needs.ts'
import { apply } from './acts/apply.ts'
import { archive } from './acts/archive.ts'
import { keepSession } from './acts/keep-session.ts'
import { reportGoals } from './acts/report-goals.ts'
import { submit } from './acts/submit.ts'
import { showClass } from './views/show.ts'
import { choices, showTimetable } from './views/timetable.ts'

const when = { startsAt: '2026-06-10T06:00:00.000Z', endsAt: '2026-06-10T09:00:00.000Z' }

test('[S0-23] [S3-59] electives are drawn from what a survey found to be wanted, and each leads back to it', async () => {
  const world = await plantAsked(db)
  const { key: survey, send } = await world.plan()
  await send()
  for (const one of world.people) await answer(one, { ...survey, answers: wish })
  await end(world.organizer, survey)
  const optionIds = ['topics-5', 'topics-6']
  await addNeeds(world.organizer, { ...survey, questionId: 'topics', optionIds })
  const page = { organizationId: world.county.id, page: 1, size: 50 }
  const [need, other] = (await listNeeds(world.organizer, page)).rows
  if (!need || !other) throw new Error('nothing is wanted')

  const key = await plantClass(db, world.county)
  const lesson = lessonOf(key, { ...when, title: '实用技术', role: 'elective' })
  const keep = async (changes: object) => keepSession(world.organizer, { ...lesson, ...changes })
  expect((await choices(world.organizer, { ...key, ...when })).needs).toEqual([])
  await expectRefusal(keep({ needId: need.needId }), 'timetables.need')
  await decideNeed(world.organizer, { ...need, isApproved: true, note: '', into: null })
  await decideNeed(world.organizer, { ...other, isApproved: false, note: '另有安排', into: null })
  await expectRefusal(keep({ needId: other.needId }), 'timetables.need')
  await expectRefusal(keep({ needId: need.needId, role: 'core' }), 'timetables.needElective')

  expect((await choices(world.organizer, { ...key, ...when })).needs).toMatchObject([
    { id: need.needId, name: '实用技术', sentence: expect.stringContaining('8 人选') as unknown },
  ])
  await keep({})
  const checkOf = async () =>
    (await showTimetable(world.organizer, key)).checks.find((one) => one.key === 'needs')
  expect(await checkOf()).toMatchObject({ isMet: false })
  await keep({ needId: need.needId, version: 0 })
  expect(await checkOf()).toMatchObject({
    isMet: true,
    sentence: '选修课 1 节，其中 1 节来自培训需求',
  })
  const { sessions } = await showTimetable(world.organizer, key)
  expect(sessions[0]?.needSentence).toMatch(/^问卷“.+”，.+8 人选，共 8 份答卷$/)
  const { rows } = await listNeeds(world.organizer, page)
  expect(rows.find(({ needId }) => needId === need.needId)).toMatchObject({
    surveyId: survey.surveyId,
    lessons: [{ ...key, title: '实用技术', classTitle: '党支部书记培训班', day: '2026-06-10' }],
  })

  const elsewhere = await plantAsked(db)
  const foreign = await plantClass(db, elsewhere.county)
  const stolen = lessonOf(foreign, { role: 'elective', needId: need.needId })
  await expectRefusal(keepSession(elsewhere.organizer, stolen), 'timetables.need')
})

test('[S0-02] plan and class name a capability goal, and what became of it is reported against it', async () => {
  const { world, begin, add, approve } = await plantPlanning()
  const plan = await begin()
  const planItemId = await add(plan)
  await approve(plan)
  const { organizer, county } = world
  const applied = async (changes: object) => {
    const form = applicationOf({ planItemId, ...changes })
    return apply(organizer, { ...form, classId: newId(), organizationId: county.id })
  }
  const aimless = await applied({ goals: [] })
  await expectRefusal(submit(organizer, { ...aimless, version: 0 }), 'classes.goalMissing')

  const [named] = (await showPlan(organizer, plan)).goals
  const taken = { ...goalOfClass, goal: named?.text ?? '', planGoalId: named?.id ?? null }
  const key = await plantClass(db, county, {
    state: 'settled',
    completedAt: new Date('2026-06-13T02:00:00Z'),
    planItemId,
    application: { planItemId, goals: [taken, goalOfClass] },
  })
  await expectRefusal(archive(organizer, key), 'classes.papersMissing')
  const { version } = await showClass(organizer, key)
  const own = { goal: taken.goal, actual: '田间考核 20 人，17 人合格', isMet: true }
  const report = { ...key, version, results: [own] }
  await expect(reportGoals(organizer, report)).rejects.toMatchObject({
    reason: 'classes.goalReport',
    words: { 目标: goalOfClass.goal },
  })
  const results = [own, { goal: goalOfClass.goal, actual: '还有三人不会', isMet: false }]
  await reportGoals(organizer, { ...report, results })
  await expectRefusal(reportGoals(organizer, { ...report, results }), 'input.stale')
  expect((await showClass(organizer, key)).goalResults).toEqual(results)
  expect((await showPlan(organizer, plan)).goalReports).toEqual([
    {
      goalId: named?.id,
      ...key,
      title: '党支部书记培训班',
      until: '2026-06-12',
      actual: own.actual,
      isMet: true,
    },
  ])
})
