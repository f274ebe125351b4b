import type { Audience } from '@zhixing/contract'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { plant, plantMember, plantOrganization } from '../../../testing/world.ts'
import type { Organization, World } from '../../../testing/world.ts'
import { change } from '../acts/change.ts'
import { move } from '../acts/move.ts'
import { tag, untag } from '../acts/tag.ts'
import { organizationCounts } from '../../organizations/table.ts'
import { posts } from '../table.ts'
import { showHistory } from './history.ts'
import { listMembers } from './list.ts'
import { showMember } from './show.ts'
import { tallyMembers } from './tally.ts'

let world: World
let village: Organization
beforeEach(async () => {
  world = await plant(db)
  village = await plantOrganization(db, world.county, '稻香村党支部', { sector: 'village' })
})

const list = async (audience: Audience, size = 50, page = 1) => {
  const here = { organizationId: village.id, text: '', order: 'name' } as const
  return listMembers(world.organizer, { ...here, audience, size, page })
}
const names = async (audience: Audience) =>
  (await list(audience)).rows.map(({ name }) => name).toSorted()
const tally = () =>
  tallyMembers(world.organizer, { organizationId: village.id, text: '', audience: {} })

const appoint = (memberId: string, post: 'secretary' | 'officer') =>
  db.insert(posts).values({
    unitId: village.unitId,
    memberId,
    organizationId: village.id,
    post,
    from: '2026-01-01',
    byId: newId(),
  })

describe('the roll of a branch', () => {
  test('of more people than a county has is headed by the number that is kept, and by those who leave later', async () => {
    await plantMember(db, village)
    await plantMember(db, village, { leftOn: '2026-07-01' })
    await plantMember(db, village, { leftOn: '2026-05-01' })
    expect((await list({ sexes: [] })).total).toBe(2)

    const many = { members: 30_000 }
    await db.update(organizationCounts).set(many).where(eq(organizationCounts.id, village.id))
    expect((await list({ sexes: [] })).total).toBe(30_001)
    expect((await list({ sexes: ['male'] })).total).toBe(2)
  })

  test('[S4-40] everybody is on exactly one of the three rosters, with the reason and the counts', async () => {
    const farmer = { employment: 'farmer' } as const
    const away = { floatingSince: '2025-03-01', floatingTo: '虚州市' }
    const secretary = await plantMember(db, village, { name: '书记', ...farmer })
    await appoint(secretary, 'secretary')
    await plantMember(db, village, { name: '教师', employment: 'employed' })
    await plantMember(db, village, { name: '老农', ...farmer })
    await plantMember(db, village, { name: '打工', employment: 'employed', ...away })
    const soon = { floatingSince: '2026-12-01' }
    await plantMember(db, village, { name: '将行', employment: 'retired', ...soon })

    expect(await names({ rosters: ['inPost'] })).toStrictEqual(['书记', '教师'])
    expect(await names({ rosters: ['noPost'] })).toStrictEqual(['将行', '老农'])
    expect(await names({ rosters: ['floating'] })).toStrictEqual(['打工'])
    expect(await tally()).toMatchObject({
      total: 5,
      rosters: { inPost: 2, noPost: 2, floating: 1 },
    })
    const shown = await showMember(world.organizer, { unitId: village.unitId, memberId: secretary })
    expect(shown.roster).toStrictEqual({ roster: 'inPost', because: '现任书记' })
  })

  test('[S0-21] cohorts are computed and explained, tags are put on by hand, and both choose and count', async () => {
    const youth = await plantMember(db, village, { name: '青年', bornOn: '1995-01-01' })
    const old = await plantMember(db, village, { name: '老人', bornOn: '1950-01-01' })
    await plantMember(db, village, { name: '流动', floatingSince: '2025-01-01' })
    await appoint(await plantMember(db, village, { name: '书记' }), 'secretary')
    const { unitId } = village
    await tag(world.organizer, { unitId, memberIds: [youth, old], tag: '宣讲员' })

    expect(await names({ cohorts: ['youth'] })).toStrictEqual(['青年'])
    expect(await names({ cohorts: ['old', 'floating'] })).toStrictEqual(['流动', '老人'])
    expect(await names({ cohorts: ['secretary'] })).toStrictEqual(['书记'])
    expect(await names({ tags: ['宣讲员'], without: ['old'] })).toStrictEqual(['青年'])
    const counted = await tally()
    expect(counted.cohorts).toMatchObject({ youth: 1, old: 1, floating: 1, secretary: 1, rural: 4 })
    expect(counted.tags).toStrictEqual([{ tag: '宣讲员', count: 2 }])

    await untag(world.organizer, { unitId, memberIds: [youth], tag: '宣讲员' })
    expect(await names({ tags: ['宣讲员'] })).toStrictEqual(['老人'])
    const shown = await showMember(world.organizer, { unitId, memberId: old })
    expect(shown.cohorts).toContainEqual({
      cohort: 'old',
      word: '60 岁及以上',
      because: '1950-01-01 出生，76 岁',
    })
  })
})

describe('the roll in time', () => {
  test('[S1-52] classes follow what changes at once, and the history says what it was', async () => {
    const key = { unitId: village.unitId, memberId: await plantMember(db, village) }
    const facts = { employment: 'retired', stage: 'full' } as const
    await change(world.organizer, { ...key, version: 0, facts })
    const moved = { ...key, version: 1, from: '2026-06-01', reason: '进城居住' }
    await move(world.organizer, { ...moved, organizationId: world.west.id })

    const { cohorts } = await showMember(world.organizer, key)
    const words = cohorts.map(({ cohort }) => cohort)
    expect(words).toContain('retired')
    expect(words).not.toContain('rural')
    const { changes } = await showHistory(world.organizer, key)
    expect(changes.map(({ what }) => what)).toStrictEqual(['调整支部', '修改资料'])
    expect(changes[1]?.fields).toStrictEqual([
      { word: '从业状况', before: '在职', after: '离退休' },
    ])
  })

  test('comes page by page in the order of the sounds', async () => {
    const people = [
      ['周', 'zhou'],
      ['安', 'an'],
      ['李', 'li'],
    ] as const
    for (const [name, nameKey] of people) await plantMember(db, village, { name, nameKey })

    const [first, second] = [await list({}, 2, 1), await list({}, 2, 2)]
    expect(first.total).toBe(3)
    expect([...first.rows, ...second.rows].map(({ name }) => name)).toStrictEqual([
      '安',
      '李',
      '周',
    ])
  })

  test('leaves out who has left', async () => {
    await plantMember(db, village, { leftOn: '2026-05-31', leftBecause: 'died' })
    expect((await list({})).total).toBe(0)
  })
})

test('tags are put on all or none: one outside the reach refuses the whole list', async () => {
  const { unitId } = world.county
  const memberIds = [await plantMember(db, world.east), await plantMember(db, world.west)]

  await expectRefusal(tag(world.secretary, { unitId, memberIds, tag: '甲' }), 'members.unknown')
  expect(await tag(world.organizer, { unitId, memberIds, tag: '甲' })).toStrictEqual({ count: 2 })
  expect(await tag(world.organizer, { unitId, memberIds, tag: '甲' })).toStrictEqual({ count: 0 })
})
