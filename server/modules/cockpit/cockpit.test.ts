import { beforeEach, expect, test } from 'vitest'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { holdActivity, postEntry } from '../../testing/record.ts'
import { plant, plantMember } from '../../testing/world.ts'
import type { World } from '../../testing/world.ts'
import { showRows } from '../metrics/views.ts'
import { showCockpit } from './views/show.ts'

let world: World
beforeEach(async () => {
  world = await plant(db)
})

type Opens = Omit<Parameters<typeof showRows>[1], 'page' | 'size' | 'search'>
const rowsBehind = async (opens: Opens) =>
  showRows(world.organizer, { ...opens, page: 1, size: 50, search: '' })

test('every number of the county opens to the rows it was made of', async () => {
  const { county, east, west } = world
  const one = await plantMember(db, east, { name: '孙云帆' })
  const other = await plantMember(db, west, { name: '何明月' })
  await postEntry(east, one, 120, { category: 'law', day: '2026-03-10' })
  await postEntry(west, other, 60, { category: 'theory', day: '2026-05-10' })
  await holdActivity(east, '2026-03', [[one, 'present']])

  const shown = await showCockpit(world.organizer, { organizationId: county.id })

  const points = [
    ...shown.pace.points,
    ...shown.categories.points,
    ...shown.meetings.kinds.flatMap(({ points: months }) => months),
  ]
  for (const { opens, text } of points)
    expect([opens, (await rowsBehind(opens)).metric.text]).toEqual([opens, text])
  for (const { opens, text } of [shown.members, shown.branches])
    expect((await rowsBehind(opens)).metric.text).toBe(text)

  const laws = shown.categories.points.find(({ label }) => label === '道德与法治')
  expect(laws).toMatchObject({ value: 120, isStress: true })
  const march = shown.meetings.kinds.find(({ name }) => name === '主题党日')?.points[2]
  expect(march).toMatchObject({ label: '3月', value: 1 })
})

test('[S1-30] hours are told by content, the Party’s rules and discipline among them, down to who studied what', async () => {
  const { county, east, west } = world
  const one = await plantMember(db, east, { name: '孙云帆' })
  const other = await plantMember(db, west, { name: '何明月' })
  await postEntry(east, one, 120, { category: 'discipline', day: '2026-03-10' })
  await postEntry(west, other, 60, { category: 'discipline', day: '2026-04-10' })
  await postEntry(west, other, 60, { category: 'skill', day: '2026-05-10' })

  const { categories } = await showCockpit(world.organizer, { organizationId: county.id })

  const told = categories.points.find(({ label }) => label === '党章党规党纪')
  expect(told).toMatchObject({ value: 180, isStress: true })
  expect(categories.points.find(({ label }) => label === '业务与技能')?.value).toBe(60)
  const behind = told ? await rowsBehind(told.opens) : undefined
  expect(behind?.rows.map(({ cells }) => cells[0]).toSorted()).toEqual(['何明月', '孙云帆'])
})

test('whoever has not studied at all is drawn, and listed where the bar leads', async () => {
  const { county, east } = world
  const one = await plantMember(db, east, { name: '孙云帆' })
  await postEntry(east, one, 120)

  const { coverage } = await showCockpit(world.organizer, { organizationId: county.id })

  const bar = coverage?.points.find(({ label }) => label === '东支部')
  expect(bar?.rest).toBeGreaterThan(0)
  const behind = bar ? await rowsBehind(bar.opens) : undefined
  expect(behind?.total).toBe(bar?.rest)
  expect(behind?.rows.flatMap(({ cells }) => cells)).not.toContain('孙云帆')
})

test('a branch has nothing below to compare; another branch is not found', async () => {
  const { secretary, east, west } = world
  const shown = await showCockpit(secretary, { organizationId: east.id })
  expect(shown).toMatchObject({ isBranch: true, coverage: null, year: 2026 })
  expect(shown.pace.points.map(({ label }) => label)).toEqual([
    '1月',
    '2月',
    '3月',
    '4月',
    '5月',
    '6月',
  ])
  await expectRefusal(showCockpit(secretary, { organizationId: west.id }), 'organizations.unknown')
})

test('a year to come has no months yet, one that is over has twelve', async () => {
  const { organizer, county } = world
  const months = async (year: number) =>
    (await showCockpit(organizer, { organizationId: county.id, year })).pace.points.length
  expect([await months(2027), await months(2025)]).toEqual([0, 12])
})
