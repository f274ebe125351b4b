import { beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { itemOf, noon, plantPlanning, study } from '../../testing/plans.ts'
import { board } from '../requirements/views/board.ts'
import { derivation } from '../requirements/views/derivation.ts'
import { addPlanItem } from './index.ts'
import { curriculum } from './views/curriculum.ts'
import { show } from './views/show.ts'

let planning: Awaited<ReturnType<typeof plantPlanning>>
beforeEach(async () => void (planning = await plantPlanning()))

const onBoard = () =>
  board(planning.world.organizer, {
    organizationId: planning.world.county.id,
    requirement: 'planTopics',
    sort: 'gap',
    page: 1,
    size: 50,
  })

describe('[S1-27] a mandatory topic of an approved plan', () => {
  const topic = {
    id: newId(),
    heading: 'ruralLaw' as const,
    title: '乡村法治专题',
    minMinutes: 240,
    audience: { cohorts: ['rural' as const] },
    isMandatory: true,
  }

  test('is owed by its audience on the requirement board, with where it comes from', async () => {
    const { world, villager, begin, add, approve } = planning
    const key = await begin({ topics: [topic] })
    await add(key)
    expect((await onBoard()).rows).toEqual([])
    await approve(key)
    await study(villager, 'ruralLaw', 120)
    await study(villager, 'theory', 600)

    const shown = await onBoard()
    expect(shown.rows).toMatchObject([
      { name: '李禾', doneMinutes: 120, dueYearMinutes: 240, standing: 'onCourse' },
    ])
    expect(shown.requirement.clause).toBe('县委《县委2026年计划》')
    const { unitId, personId: memberId } = villager.actor
    const told = await derivation(world.organizer, { unitId, memberId, requirement: 'planTopics' })
    expect(told.steps[0]).toMatchObject({
      label: '“推进法治乡村建设”应学 4 学时，已学 2，计入',
      value: '2 学时',
    })
    expect(told.rules).toMatchObject([
      { name: '乡村法治专题', value: '不少于 4 学时', clause: '县委《县委2026年计划》' },
    ])
  })

  test('[S0-22] shows on the plan how many of its audience have completed it', async () => {
    const { world, villager, begin } = planning
    const key = await begin({ topics: [topic] })
    const before = await show(world.organizer, key)
    expect(before.topicStates).toMatchObject([{ people: 1, met: 0, isMandatory: true }])
    await study(villager, 'ruralLaw', 240)
    const after = await show(world.organizer, key)
    expect(after.topicStates).toMatchObject([{ title: '乡村法治专题', people: 1, met: 1 }])
  })
})

test('[S1-33] [S1-35] a plan may begin from the six heads for villages and the eight for organs', async () => {
  const { world, begin } = planning
  const key = await begin({ curricula: ['rural', 'organ'] })
  const { topics } = await show(world.organizer, key)
  expect(topics.filter(({ audience }) => audience.cohorts?.includes('rural'))).toHaveLength(6)
  expect(topics.filter(({ audience }) => audience.sectors?.includes('agency'))).toHaveLength(8)
  const map = await curriculum(world.organizer, { organizationId: world.county.id })
  expect(map.curricula.find((one) => one.key === 'rural')).toMatchObject({ people: 1 })
})

test('[S4-53] [S4-54] the map names what was never taught; the methods stand beside', async () => {
  const { village, villager, hold } = planning
  await hold({ heading: 'ruralFarming', method: 'field' })
  await hold({ heading: 'ruralFarming', method: 'reading', title: '念文件' })
  const map = await curriculum(villager, { organizationId: village.id })
  const rural = map.curricula.find((one) => one.key === 'rural')?.headings ?? []
  const never = rural.filter(({ sessions: times }) => times === 0).map(({ heading }) => heading)
  expect(never).toHaveLength(5)
  expect(rural.find(({ heading }) => heading === 'ruralFarming')).toMatchObject({
    sessions: 2,
    persons: 1,
  })
  const share = new Map(map.methods.map((one) => [one.method, one.share]))
  expect([share.get('现场教学'), share.get('领学研读'), share.get('讲授')]).toEqual([50, 50, 0])
})

test('[S2-49] needs that surveys brought are matched with what was taught', async () => {
  const { world, begin, hold } = planning
  const key = await begin()
  const common = { ...key, reach: [world.county.path], by: newId(), now: noon }
  const from = { origin: `survey:${newId()}`, originSentence: '2026年需求调研' }
  await inTransaction(db, (tx) => addPlanItem(tx, { ...common, ...from, facts: itemOf() }))
  const law = itemOf({ title: '法律讲座', heading: 'ruralLaw' })
  await inTransaction(db, (tx) => addPlanItem(tx, { ...common, ...from, facts: law }))
  await hold({ heading: 'ruralFarming' })
  const { needs } = await curriculum(world.organizer, { organizationId: world.county.id })
  expect(needs).toMatchObject({ asked: 2, delivered: 1, share: 50 })
  expect(needs.rows[0]).toMatchObject({ origin: '2026年需求调研' })
  const far = itemOf({ from: '2027-01-01', until: '2027-02-01' })
  const outside = inTransaction(db, (tx) => addPlanItem(tx, { ...common, ...from, facts: far }))
  await expectRefusal(outside, 'plans.dates')
})
