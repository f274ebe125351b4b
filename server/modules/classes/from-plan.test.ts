import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { applicationOf, at, lessonOf, taught } from '../../testing/classes.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plantPlanning } from '../../testing/plans.ts'
import { activities } from '../activities/table.ts'
import { calendar } from '../plans/views/calendar.ts'
import { curriculum } from '../plans/views/curriculum.ts'
import { options } from '../plans/views/mine.ts'
import { sessions as behind, show as showPlan } from '../plans/views/show.ts'
import { allot } from './acts/allot.ts'
import { announce } from './acts/announce.ts'
import { apply } from './acts/apply.ts'
import { credit } from './acts/credit.ts'
import { decide } from './acts/decide.ts'
import { enrol } from './acts/enrol.ts'
import { keepSession } from './acts/keep-session.ts'
import { submit } from './acts/submit.ts'
import { showClass } from './views/show.ts'

let planning: Awaited<ReturnType<typeof plantPlanning>>
beforeEach(async () => void (planning = await plantPlanning()))

const item = { title: '法治乡村培训', heading: 'ruralLaw', sessions: 2, persons: 2, minutes: 360 }
const topic = {
  id: newId(),
  heading: 'ruralLaw',
  title: '法治乡村',
  minMinutes: 240,
  audience: { cohorts: ['rural'] },
  isMandatory: true,
}

/** An approved plan with one item, and a class that carries it out, with the villager in it. */
async function begun(changes: Parameters<typeof applicationOf>[0] = {}) {
  const { world, village, villager, begin, add, approve } = planning
  const plan = await begin({ topics: [topic] })
  const planItemId = await add(plan, item)
  await approve(plan)
  const { organizer } = world
  const form = { ...applicationOf({ planItemId, ...changes }), classId: newId() }
  const key = await apply(organizer, { ...form, organizationId: world.county.id })
  await submit(organizer, { ...key, version: 0 })
  if (form.origin !== 'higher')
    await decide(organizer, { ...key, step: 'review', outcome: 'approve', reason: '' })
  await allot(organizer, { ...key, quotas: [{ organizationId: village.id, seats: 2 }] })
  await announce(organizer, key)
  const { unitId, personId: memberId } = villager.actor
  await enrol(villager, { ...key, memberUnitId: unitId, memberId })
  return { plan, planItemId, key, organizer, later: at(organizer, '2026-06-13T02:00:00Z') }
}

test('lessons of a class from a plan carry its item and head: lights move, a class counts once, topics count its hours', async () => {
  const { world } = planning
  const { plan, planItemId, key, organizer, later } = await begun()
  const asked = { organizationId: world.county.id, day: '2026-06-01' }
  const { rows } = await options(organizer, asked)
  expect(rows).toMatchObject([
    { itemId: planItemId, ...item, place: '示范大棚', goal: { text: '掌握一门种植技术' } },
  ])
  expect(await showClass(organizer, key)).toMatchObject({
    planItem: { itemId: planItemId, planId: plan.planId, heading: 'ruralLaw', originSentence: '' },
  })

  const first = lessonOf(key)
  const afternoon = { startsAt: '2026-06-10T06:00:00.000Z', endsAt: '2026-06-10T09:00:00.000Z' }
  const second = lessonOf(key, { ...afternoon, title: '民法典', heading: 'ruralLaw' })
  const other = { startsAt: '2026-06-11T01:00:00.000Z', endsAt: '2026-06-11T03:00:00.000Z' }
  const third = lessonOf(key, { ...other, title: '时事', heading: 'situation' })
  for (const one of [first, second, third]) await keepSession(organizer, one)
  const kept = await db.select().from(activities).where(eq(activities.planItemId, planItemId))
  expect(kept).toHaveLength(3)
  expect(new Set(kept.map(({ heading }) => heading))).toEqual(new Set(['ruralLaw', 'situation']))
  // What a lesson teaches may change as long as its record is open.
  await keepSession(organizer, { ...third, version: 0, heading: 'ruralOrder' })
  const [changed] = await db.select().from(activities).where(eq(activities.id, third.sessionId))
  expect(changed).toMatchObject({ heading: 'ruralOrder', planItemId })

  const before = await showPlan(later, plan)
  expect(before).toMatchObject({ items: [{ held: { sessions: 0 } }], topicStates: [{ met: 0 }] })
  for (const one of [first, second, third]) await taught(later, one)
  const after = await showPlan(later, plan)
  expect(after).toMatchObject({
    items: [{ held: { sessions: 1, persons: 1, due: 3, present: 3, minutes: 480 } }],
    topicStates: [{ heading: 'ruralLaw', met: 1 }],
  })
  expect(after.items[0]?.lights.date.sentence).toContain('已开展 1 场，还差 1 场')
  expect(after.items[0]?.lights.quality.light).toBe('good')
  expect(
    (await behind(later, { ...plan, itemId: planItemId, page: 1, size: 50 })).rows,
  ).toHaveLength(3)
  const here = { organizationId: world.county.id, year: 2026 }
  expect((await calendar(later, here)).rows).toMatchObject([{ held: 1 }])
  const { curricula } = await curriculum(later, here)
  const rural = curricula.find(({ key: one }) => one === 'rural')?.headings ?? []
  expect(rural.find(({ heading }) => heading === 'ruralLaw')).toMatchObject({
    sessions: 2,
    persons: 1,
    minutes: 360,
  })
})

test('a class that others hold moves the lights with what was credited for it by days', async () => {
  const { plan, key, later } = await begun({ origin: 'higher' })
  await credit(later, { ...key, days: [{ day: '2026-06-10', minutes: 360 }] })
  expect(await showPlan(later, plan)).toMatchObject({
    items: [{ held: { sessions: 1, persons: 1, due: 1, present: 1, firstOn: '2026-06-10' } }],
    topicStates: [{ heading: 'ruralLaw', met: 1 }],
  })
})

test('an item that is not approved, is called off or belongs elsewhere is refused, and nothing is kept', async () => {
  const { world, begin, add } = planning
  const draft = await begin()
  const waiting = await add(draft)
  const foreign = await plantForeignItem()
  const applied = async (organizationId: string, planItemId: string, person = world.organizer) =>
    apply(person, { ...applicationOf({ planItemId }), classId: newId(), organizationId })
  await expectRefusal(applied(world.county.id, waiting), 'classes.planItem')
  await expectRefusal(applied(world.county.id, newId()), 'classes.planItem')
  await expectRefusal(applied(world.county.id, foreign), 'classes.planItem')
})

/** An item of another county's approved plan. */
async function plantForeignItem() {
  const { begin, add, approve } = await plantPlanning()
  const plan = await begin()
  const itemId = await add(plan)
  await approve(plan)
  return itemId
}
