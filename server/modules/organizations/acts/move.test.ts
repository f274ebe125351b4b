import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { covers } from '../../../kernel/reach.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../../testing/expect.ts'
import { clientOf } from '../../../testing/client.ts'
import { noon, plant, plantCaller, plantMember, plantOrganization } from '../../../testing/world.ts'
import { notices } from '../../notices/table.ts'
import { organizations } from '../table.ts'
import { showOrganization } from '../views/show.ts'
import { move } from './move.ts'

const reason = '区划调整'

/** A county with two townships, the first of which has a branch with a group and members. */
async function townships() {
  const world = await plant(db)
  const kind = { kind: 'committee' } as const
  const upper = await plantOrganization(db, world.county, '上乡党委', kind)
  const lower = await plantOrganization(db, world.county, '下乡党委', kind)
  const branch = await plantOrganization(db, upper, '河村支部')
  const group = await plantOrganization(db, branch, '一组', { kind: 'group' })
  await plantMember(db, branch)
  await plantMember(db, branch, { stage: 'probationary' })
  return { ...world, upper, lower, branch, group }
}

describe('moving an organization', () => {
  test('takes everything below it along, and the counts with it', async () => {
    const { organizer, lower, upper, branch, group, county } = await townships()
    const input = { organizationId: branch.id, parentId: lower.id, version: 0, reason }
    expect(await move(organizer, input)).toEqual({ version: 1, moved: 2 })

    const [moved] = await db.select().from(organizations).where(eq(organizations.id, group.id))
    expect(moved?.path).toBe(`${lower.path}${branch.id}/${group.id}/`)
    const counts = async (organizationId: string) =>
      (await showOrganization(organizer, { organizationId })).counts
    const gone = { members: 0, probationary: 0, branches: 0, organizations: 1 }
    const come = { members: 2, probationary: 1, branches: 1, organizations: 3 }
    expect([await counts(upper.id), await counts(lower.id)]).toEqual([gone, come])
    expect(await counts(county.id)).toMatchObject({ members: 5, branches: 3 })
  })

  test('moves what keeps its path, hands it to the new clerk, and leaves old traces where they were', async () => {
    const { organizer, county, lower, upper, branch, ...world } = await townships()
    const clerk = await plantCaller(db, lower, { office: 'clerk' })
    const told = { unitId: county.id, key: newId(), kind: 'note', from: '组织部', title: '通知' }
    const sent = { ...told, fromId: newId(), body: '', path: branch.path, at: noon }
    await db.insert(notices).values(sent)
    await expectRefusal(
      showOrganization(clerk, { organizationId: branch.id }),
      'organizations.unknown',
    )
    const input = { organizationId: branch.id, version: 0, reason }
    await move(organizer, { ...input, parentId: lower.id })
    await move(organizer, { ...input, parentId: upper.id, version: 1 })
    await move(organizer, { ...input, parentId: lower.id, version: 2 })

    const [notice] = await db.select().from(notices).where(eq(notices.key, told.key))
    expect(notice?.path).toBe(`${lower.path}${branch.id}/`)
    const { history } = await showOrganization(clerk, { organizationId: branch.id })
    expect(history.map(({ sentence }) => sentence)).toEqual([
      '由“上乡党委”划归“下乡党委”',
      '由“下乡党委”划归“上乡党委”',
      '由“上乡党委”划归“下乡党委”',
    ])
    const traces = await tracesIn(db, { county, ...world } as never)
    expect(traces.map(({ path }) => covers([lower.path], path))).toEqual([true, false, true])
  })
})

describe('an organization', () => {
  test('never goes under itself or below itself, and says so', async () => {
    const { organizer, upper, branch } = await townships()
    const { command } = await clientOf(organizer)
    const input = { organizationId: upper.id, version: 0, reason }

    const under = await command('organizations.move', { ...input, parentId: upper.id })
    const below = await command('organizations.move', { ...input, parentId: branch.id })

    expect([under.status, below.status]).toEqual([409, 409])
    expect(under.body).toMatchObject({ message: '不能把党组织划到它自己或它的下级之下' })
    expect(below.body).toMatchObject({ reason: 'organizations.below' })
  })

  test('two that want below each other cannot both have their way', async () => {
    const { organizer, upper, lower, county } = await townships()
    const input = { version: 0, reason }
    const answers = await Promise.allSettled([
      move(organizer, { ...input, organizationId: upper.id, parentId: lower.id }),
      move(organizer, { ...input, organizationId: lower.id, parentId: upper.id }),
    ])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const rows = await db.select().from(organizations).where(eq(organizations.unitId, county.id))
    expect(rows.every(({ path }) => path.startsWith(county.path))).toBe(true)
  })

  test('stays in its unit, its reach and its kind', async () => {
    const { organizer, county, lower, branch, east } = await townships()
    const elsewhere = await plant(db)
    const clerk = await plantCaller(db, lower, { office: 'clerk' })
    const input = { organizationId: branch.id, version: 0, reason }

    const foreign = { ...input, parentId: elsewhere.county.id }
    await expectRefusal(move(organizer, foreign), 'organizations.unknown')
    const stolen = { ...input, parentId: lower.id }
    await expectRefusal(move(clerk, stolen), 'organizations.unknown')
    await expectRefusal(move(organizer, { ...input, parentId: east.id }), 'organizations.leaf')
    const root = { ...input, organizationId: county.id, parentId: lower.id }
    await expectRefusal(move(organizer, root), 'organizations.root')
    const stale = { ...input, parentId: lower.id, version: 7 }
    await expectRefusal(move(organizer, stale), 'input.stale')
    const unit = newId()
    const other = await plantOrganization(db, county, '外县', { unitId: unit, kind: 'committee' })
    await expectRefusal(
      move(organizer, { ...input, parentId: other.id }),
      'organizations.otherUnit',
    )
  })
})
