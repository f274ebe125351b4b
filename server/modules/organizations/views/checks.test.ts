import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { plant, plantMember, plantOrganization } from '../../../testing/world.ts'
import type { Organization } from '../../../testing/world.ts'
import { posts } from '../../members/table.ts'
import { tighten } from '../../rules/acts/set.ts'
import { committeeTerms } from '../table.ts'
import { listChecks } from './checks.ts'
import { showOrganization } from './show.ts'

const page = { page: 1, size: 50 }

async function plantSound(parent: Organization, name: string) {
  const branch = await plantOrganization(db, parent, name)
  const { id: organizationId, unitId } = branch
  const ids = await Promise.all([1, 2, 3].map(() => plantMember(db, branch)))
  const facts = { unitId, organizationId, from: '2024-01-01', byId: newId() }
  await db.insert(posts).values({ ...facts, memberId: ids[0] ?? '', post: 'secretary' })
  const term = { organizationId, electedOn: '2024-01-01', endsOn: '2027-01-01' }
  await db.insert(committeeTerms).values(term)
  return branch
}

describe('set-up checks', () => {
  test('find what is not as the rules ask, with clause and next step, and nothing else', async () => {
    const world = await plant(db)
    const sound = await plantSound(world.county, '好支部')
    const input = { ...page, organizationId: world.county.id }
    const { rows, total, examined, byCode } = await listChecks(world.organizer, input)

    expect(examined).toBe(4)
    expect(rows.map(({ id }) => id)).not.toContain(sound.id)
    expect(total).toBe(3)
    const east = rows.find(({ id }) => id === world.east.id)
    const tooFew = { sentence: '正式党员 2 名，不足 3 名', severity: 'wrong' }
    expect(east?.checks.find(({ code }) => code === 'tooFew')).toMatchObject(tooFew)
    expect(east?.checks[0]?.clause).toContain('《中国共产党')
    expect(byCode).toContainEqual({ code: 'tooFew', organizations: 2 })

    const some = await listChecks(world.organizer, { ...input, code: 'tooFew' })
    expect(some.rows.map(({ id }) => id).toSorted()).toEqual(
      [world.east.id, world.west.id].toSorted(),
    )
  })

  test('[S3-58] tell the secretary of a branch what the branch regulation asks, each with its clause', async () => {
    const world = await plant(db)
    const { checks } = await showOrganization(world.secretary, { organizationId: world.east.id })
    expect(checks.map(({ code }) => code)).toEqual(['tooFew', 'noSecretary', 'termUnknown'])
    const regulation = '《中国共产党支部工作条例（试行）》'
    expect(checks.every(({ clause }) => clause.startsWith(regulation))).toBe(true)
    expect(checks.every(({ next }) => next.length > 0)).toBe(true)
  })

  test('follow a rule that the county has tightened, from its day', async () => {
    const world = await plant(db)
    const sound = await plantSound(world.county, '好支部')
    const rule = { key: 'branch.min_full_members', value: 4, clause: '县委规定' } as const
    const at = { organizationId: world.county.id, from: '2026-06-01' }
    await tighten(world.organizer, { ...rule, ...at })

    const { checks } = await showOrganization(world.organizer, { organizationId: sound.id })
    expect(checks).toMatchObject([{ code: 'tooFew', clause: '县委规定' }])
  })

  test('look at the own reach only', async () => {
    const world = await plant(db)
    const input = { ...page, organizationId: world.west.id }
    await expectRefusal(listChecks(world.secretary, input), 'organizations.unknown')
  })
})
