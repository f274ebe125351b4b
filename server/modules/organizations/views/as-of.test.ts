import { expect, test } from 'vitest'
import { db } from '../../../testing/database.ts'
import { plant, plantOrganization } from '../../../testing/world.ts'
import { change } from '../acts/change.ts'
import { found } from '../acts/found.ts'
import { move } from '../acts/move.ts'
import { showAsOf } from './as-of.ts'

/** The same person, on another day. */
function on(day: string) {
  return { now: () => new Date(`${day}T02:00:00Z`) }
}

test('shows the tree as it was, and what has become of it', async () => {
  const world = await plant(db)
  const town = await plantOrganization(db, world.county, '上乡党委', { kind: 'committee' })
  const organizationId = world.east.id
  const later = { ...world.organizer, ...on('2026-07-01') }
  const latest = { ...world.organizer, ...on('2026-08-01') }
  await change(later, { organizationId, version: 0, name: '东风支部' })
  await move(latest, { organizationId, version: 1, parentId: town.id, reason: '划转' })
  const north = { parentId: world.county.id, name: '北支部', kind: 'branch' } as const
  await found(latest, north)

  const at = async (day: string, id = world.county.id) => {
    const { rows } = await showAsOf(world.organizer, { organizationId: id, day })
    const byName = rows.toSorted((one, other) => (one.name < other.name ? -1 : 1))
    return byName.map(({ name, nameToday }) => [name, nameToday])
  }
  expect(await at('2026-06-15')).toEqual([
    ['上乡党委', null],
    ['东支部', '东风支部'],
    ['西支部', null],
  ])
  expect(await at('2026-07-15')).toContainEqual(['东风支部', null])
  expect(await at('2026-08-01')).toEqual([
    ['上乡党委', null],
    ['北支部', null],
    ['西支部', null],
  ])
  expect(await at('2026-08-01', town.id)).toEqual([['东风支部', null]])
  expect(await at('2026-07-15', town.id)).toEqual([])
})
