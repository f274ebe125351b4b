import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../../testing/expect.ts'
import { plant, plantCaller } from '../../../testing/world.ts'
import { organizations } from '../table.ts'
import { listOrganizations } from '../views/list.ts'
import { showOrganization } from '../views/show.ts'
import { found } from './found.ts'
import { move } from './move.ts'

const page = { page: 1, size: 20 }

describe('founding', () => {
  test('sets a branch below its parent, in the same unit, and counts it all the way up', async () => {
    const world = await plant(db)
    const input = { parentId: world.county.id, name: '北支部', kind: 'branch' } as const
    const { organizationId } = await found(world.organizer, input)

    const { rows, total } = await listOrganizations(world.organizer, page)
    expect(total).toBe(4)
    expect(rows.find(({ id }) => id === organizationId)).toMatchObject({ unitId: world.county.id })
    expect(await tracesIn(db, world)).toHaveLength(1)
    const { counts, children } = await showOrganization(world.organizer, {
      organizationId: world.county.id,
    })
    expect(counts).toMatchObject({ branches: 3, organizations: 4 })
    expect(children).toBe(3)
  })

  test('[S3-02] puts an agency work committee between the county and the committees of its organs', async () => {
    const world = await plant(db)
    const at = { name: '县直机关工委', kind: 'agencyCommittee' } as const
    const { organizationId } = await found(world.organizer, { ...at, parentId: world.county.id })
    const office = { name: '县财政局机关党委', kind: 'committee', sector: 'agency' } as const
    const below = await found(world.organizer, { ...office, parentId: organizationId })

    const { trail, organization } = await showOrganization(world.organizer, below)
    expect(trail.map(({ kind }) => kind)).toEqual(['committee', 'agencyCommittee', 'committee'])
    expect(organization).toMatchObject({ categoryCode: '611', sector: 'agency' })
  })

  test('founds nothing below a branch but groups', async () => {
    const world = await plant(db)
    const input = { parentId: world.east.id, name: '小组', kind: 'branch' } as const
    await expectRefusal(found(world.organizer, input), 'organizations.leaf')
    await expect(found(world.organizer, { ...input, kind: 'group' })).resolves.toBeDefined()
  })

  test('refuses a second one of that name, a code in use, a wrong credit code, a foreign parent', async () => {
    const world = await plant(db)
    const elsewhere = await plant(db)
    const code = newId()
    const input = { parentId: world.county.id, name: '北支部', kind: 'branch', code } as const
    await found(world.organizer, input)

    await expectRefusal(found(world.organizer, input), 'organizations.nameTaken')
    const other = { ...input, name: '南支部' }
    await expectRefusal(found(world.organizer, other), 'organizations.codeTaken')
    const wrong = { ...other, code: null, employerCode: '91350100M000100Y44' }
    await expectRefusal(found(world.organizer, wrong), 'organizations.employerCode')
    const foreign = { ...other, code: null, parentId: elsewhere.county.id }
    await expectRefusal(found(world.organizer, foreign), 'organizations.unknown')
    expect(await tracesIn(db, world)).toHaveLength(1)
  })

  test('is for the organization department', async () => {
    const world = await plant(db)
    const clerk = await plantCaller(db, world.county, { office: 'clerk' })
    const input = { parentId: world.county.id, name: '北支部', kind: 'branch' } as const
    await expectRefusal(found(clerk, input), 'reach.none')
  })
})

describe('a level of five hundred', () => {
  test('takes nobody else, founded or moved, until one of them is gone', async () => {
    const world = await plant(db)
    const { county, east } = world
    const { organizationId } = await found(world.organizer, {
      parentId: county.id,
      name: '镇党委',
      kind: 'committee',
    })
    const rows = Array.from({ length: 500 }, (_, at) => {
      const id = newId()
      const path = `${county.path}${organizationId}/${id}/`
      const name = `第${at}支部`
      const kind = 'branch' as const
      return {
        id,
        unitId: county.unitId,
        parentId: organizationId,
        path,
        name,
        nameKey: name,
        kind,
      }
    })
    await db.insert(organizations).values(rows)

    const one = { parentId: organizationId, name: '北支部', kind: 'branch' } as const
    await expectRefusal(found(world.organizer, one), 'organizations.full')
    const change = { organizationId: east.id, parentId: organizationId, reason: '归镇党委管理' }
    await expectRefusal(move(world.organizer, { ...change, version: 0 }), 'organizations.full')

    await db
      .update(organizations)
      .set({ dissolvedOn: '2026-01-01' })
      .where(eq(organizations.id, rows[0]?.id ?? ''))
    await expect(move(world.organizer, { ...change, version: 0 })).resolves.toBeDefined()
  })
})
