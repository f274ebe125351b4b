import { expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { plant, plantMember } from '../../../testing/world.ts'
import { change } from '../acts/change.ts'
import { showCoverage } from './coverage.ts'
import { showOrganization } from './show.ts'

function working(at = '') {
  return { more: { 工作单位: at } }
}

test('[S1-56] names who is in no branch, and which workplace should have one', async () => {
  const world = await plant(db)
  const [factory, office, shop] = ['厂', '局', '店'].map((word) => `${word}${newId()}`)
  for (const at of [factory, factory, factory, office, office, office, shop, shop])
    await plantMember(db, world.east, working(at))
  await plantMember(db, world.east, { ...working(shop), stage: 'probationary' })
  const outside = await plantMember(db, world.county, { name: '王外' })
  await plantMember(db, world.county, { name: '已转出', leftOn: '2026-01-01' })
  const covered = { organizationId: world.west.id, version: 0, employer: office ?? '' }
  await change(world.organizer, covered)

  const input = { organizationId: world.county.id }
  const { outside: found, units, least } = await showCoverage(world.organizer, input)
  const names = found.rows.map(({ name }) => name)
  expect(names).toContain('王外')
  expect(names).not.toContain('已转出')
  expect(found.rows.find(({ memberId }) => memberId === outside)?.organizationName).toBe('县委')
  expect(units).toEqual([{ employer: factory, full: 3, members: 3 }])
  expect(least.value).toBe(3)

  const { checks } = await showOrganization(world.organizer, input)
  expect(checks.map(({ code }) => code)).toContain('outsideBranch')
  const joint = { organizationId: world.west.id, version: 1, coveredUnits: [factory ?? ''] }
  await change(world.organizer, joint)
  expect((await showCoverage(world.organizer, input)).units).toEqual([])
  await expectRefusal(showCoverage(world.secretary, input), 'organizations.unknown')
})
