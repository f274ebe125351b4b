import { describe, expect, test } from 'vitest'
import { nameKeyOf } from '../../../kernel/name-key.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { plant, plantCaller, plantOrganization } from '../../../testing/world.ts'
import type { Organization } from '../../../testing/world.ts'
import { listAncestors, listChildren, searchOrganizations } from './tree.ts'

async function plantNamed(parent: Organization, name: string, kind?: Organization['kind']) {
  return plantOrganization(db, parent, name, {
    nameKey: nameKeyOf(name),
    ...(kind ? { kind } : {}),
  })
}

describe('the tree', () => {
  test('begins at the own reach and opens level by level, in the order of pinyin', async () => {
    const world = await plant(db)
    const town = await plantNamed(world.county, '白河乡党委', 'committee')
    await plantNamed(town, '张庄支部')
    await plantNamed(town, '安家支部')
    const clerk = await plantCaller(db, town, { office: 'clerk' })

    const tops = await listChildren(clerk, {})
    expect(tops).toMatchObject({ total: 1, next: null, rows: [{ id: town.id, hasChildren: true }] })
    const { rows } = await listChildren(clerk, { parentId: town.id })
    expect(rows.map(({ name, hasChildren }) => [name, hasChildren])).toEqual([
      ['安家支部', false],
      ['张庄支部', false],
    ])
    await expectRefusal(listChildren(clerk, { parentId: world.county.id }), 'organizations.unknown')
  })

  test('turns pages of two hundred without losing or repeating one', async () => {
    const world = await plant(db)
    const town = await plantNamed(world.county, '大乡党委', 'committee')
    for (let at = 0; at < 203; at += 1) await plantNamed(town, `第${at}支部`)

    const first = await listChildren(world.organizer, { parentId: town.id })
    const second = await listChildren(world.organizer, {
      parentId: town.id,
      after: first.next ?? '',
    })
    expect([first.rows.length, second.rows.length, second.next]).toEqual([200, 3, null])
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(203)
  })

  test.each(['青石', 'qingshi', 'qing shi', 'qs', '63100'])('is searched by “%s”', async (text) => {
    const world = await plant(db)
    const code = `63100${world.county.id}`
    const name = '青石村党支部'
    const town = await plantNamed(world.county, '上乡党委', 'committee')
    const facts = { nameKey: nameKeyOf(name), code }
    const branch = await plantOrganization(db, town, name, facts)

    const { rows, total } = await searchOrganizations(world.organizer, { text })
    expect(rows).toMatchObject([{ id: branch.id, trail: '县委 › 上乡党委' }])
    expect(total).toBe(1)
    expect((await searchOrganizations(world.secretary, { text })).total).toBe(0)
  })

  test('finds signs of the pattern language as they are', async () => {
    const world = await plant(db)
    expect((await searchOrganizations(world.organizer, { text: '%' })).total).toBe(0)
    expect((await searchOrganizations(world.organizer, { text: '_' })).total).toBe(0)
  })

  test('names the way down from the own reach only', async () => {
    const world = await plant(db)
    const town = await plantNamed(world.county, '上乡党委', 'committee')
    const branch = await plantNamed(town, '河村支部')
    const clerk = await plantCaller(db, town, { office: 'clerk' })
    const input = { organizationId: branch.id }

    const all = await listAncestors(world.organizer, input)
    const own = await listAncestors(clerk, input)
    expect(all.rows.map(({ name }) => name)).toEqual(['县委', '上乡党委', '河村支部'])
    expect(own.rows.map(({ name }) => name)).toEqual(['上乡党委', '河村支部'])
    await expectRefusal(listAncestors(world.secretary, input), 'organizations.unknown')
  })
})
