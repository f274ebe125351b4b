import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../../testing/expect.ts'
import { plant, plantMember, plantOrganization } from '../../../testing/world.ts'
import { listOrganizations } from '../views/list.ts'
import { showOrganization } from '../views/show.ts'
import { change } from './change.ts'

describe('changing an organization', () => {
  test('renames it, keeps its history, and finds it under its pinyin', async () => {
    const world = await plant(db)
    const organizationId = world.east.id
    await change(world.organizer, {
      organizationId,
      version: 0,
      name: '青石村党支部',
      reason: '撤乡并镇',
    })

    const { organization, history } = await showOrganization(world.organizer, { organizationId })
    expect(organization).toMatchObject({ name: '青石村党支部', version: 1, sector: 'other' })
    expect(history).toMatchObject([
      { what: 'renamed', sentence: '由“东支部”更名为“青石村党支部”', reason: '撤乡并镇' },
    ])
    const found = await listOrganizations(world.organizer, { page: 1, size: 9, text: 'qscdzb' })
    expect(found.rows.map(({ id }) => id)).toEqual([organizationId])
  })

  test('[S0-20] gives it a sector by which lists are narrowed', async () => {
    const world = await plant(db)
    const input = { organizationId: world.east.id, version: 0, sector: 'village' } as const
    await change(world.organizer, input)

    const rural = await listOrganizations(world.organizer, {
      page: 1,
      size: 9,
      sectors: ['village'],
    })
    expect(rural.rows).toMatchObject([{ id: world.east.id, sector: 'village' }])
    expect(rural.total).toBe(1)
  })
})

describe('a change', () => {
  test('is refused when somebody else was faster', async () => {
    const world = await plant(db)
    const input = { organizationId: world.east.id, version: 0 }
    const answers = await Promise.allSettled([
      change(world.organizer, { ...input, name: '甲支部' }),
      change(world.organizer, { ...input, name: '乙支部' }),
    ])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reason: 'input.stale' },
    })
    expect(await tracesIn(db, world)).toHaveLength(1)
  })

  test('leaves nothing half-saved when a name, a code or a kind does not fit', async () => {
    const world = await plant(db)
    const code = newId()
    const organizationId = world.east.id
    await change(world.organizer, { organizationId: world.west.id, version: 0, code })
    await plantMember(db, world.east)
    const input = { organizationId, version: 0 } as const

    await expectRefusal(
      change(world.organizer, { ...input, name: '西支部' }),
      'organizations.nameTaken',
    )
    await expectRefusal(change(world.organizer, { ...input, code }), 'organizations.codeTaken')
    const committee = { ...input, kind: 'committee' } as const
    await expectRefusal(change(world.organizer, committee), 'organizations.kindFixed')
    const group = { ...input, kind: 'group' } as const
    await expectRefusal(change(world.organizer, group), 'organizations.kind')
    const { organization } = await showOrganization(world.organizer, { organizationId })
    expect(organization).toMatchObject({ name: '东支部', kind: 'branch', code: null, version: 0 })
  })

  test('counts branches anew when an empty one becomes a committee', async () => {
    const world = await plant(db)
    const north = await plantOrganization(db, world.county, '北支部')
    const input = { organizationId: north.id, version: 0, kind: 'committee' } as const
    await change(world.organizer, input)
    const { counts } = await showOrganization(world.organizer, { organizationId: world.county.id })
    expect(counts.branches).toBe(2)
  })
})
