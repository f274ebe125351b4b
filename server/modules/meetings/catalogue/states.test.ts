import { expect, test } from 'vitest'
import { holdActivity } from '../../../testing/record.ts'
import { db } from '../../../testing/database.ts'
import { plantCounties } from '../../../testing/counties.ts'
import { partsOf } from '../../organizations/index.ts'
import { listChecks } from '../../organizations/views/checks.ts'
import { showFrequency } from '../views/frequency.ts'
import { showRegularity } from '../views/regularity.ts'
import { branchesIn } from './owing.ts'
import { portionsOf } from './states.ts'

test('what lies below a province is gone through unit by unit, and no portion is larger than a county', async () => {
  const { top, north, south } = await plantCounties(db)
  const units = await partsOf(db, top.path)
  expect(units).toEqual([
    { unitId: top.id, path: top.path },
    { unitId: north.seat.id, path: north.seat.path },
    { unitId: south.seat.id, path: south.seat.path },
  ])
  expect(await partsOf(db, north.branch.path)).toEqual([
    { unitId: north.seat.id, path: north.branch.path },
  ])

  const [one, other] = await branchesIn(db, [top.path], '2026-01-01')
  if (!one || !other) throw new Error('two branches were planted')
  const many = Array.from({ length: 1300 }, () => one)
  const sizes = portionsOf([other, ...many, other]).map((some) => some.length)
  expect(sizes).toEqual([2, 600, 600, 100])
})

test('the sums of a province are those of its counties', async () => {
  const { top, north, south, organizer } = await plantCounties(db)
  for (const month of ['2026-01', '2026-02', '2026-03']) await holdActivity(north.branch, month, [])
  await holdActivity(south.branch, '2026-03', [])

  const asked = { year: 2026, kind: 'themeDay', onlyMissing: false, page: 1, size: 50 } as const
  const at = async (organizationId: string) =>
    showFrequency(organizer, { ...asked, organizationId })
  const [whole, first, second] = [
    await at(top.id),
    await at(north.seat.id),
    await at(south.seat.id),
  ]
  expect(whole).toMatchObject({ total: 2, kept: 4, over: first.over + second.over })
  expect(whole.rows).toEqual([...first.rows, ...second.rows])
  expect(
    (await showFrequency(organizer, { ...asked, organizationId: top.id, page: 2, size: 1 })).rows,
  ).toEqual(second.rows)

  const judged = { year: 2026, sort: 'index', page: 1, size: 50 } as const
  const boardAt = async (organizationId: string) =>
    showRegularity(organizer, { ...judged, organizationId })
  const [board, one, other] = [
    await boardAt(top.id),
    await boardAt(north.seat.id),
    await boardAt(south.seat.id),
  ]
  expect(board).toMatchObject({ total: 2, held: 4, marked: one.marked + other.marked })
  expect(one.held).toBe(3)
  expect(board.rows.map((row) => row.organizationName)).toContain('北县机关支部')

  const checks = await listChecks(organizer, { organizationId: top.id, page: 1, size: 50 })
  expect(checks.examined).toBe(5)
})
