import { beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { noon, plant, plantMember, plantOrganization } from '../../testing/world.ts'
import type { World } from '../../testing/world.ts'
import { postHours } from '../ledgers/index.ts'
import { posts } from '../members/table.ts'
import { committeeTerms } from '../organizations/table.ts'
import { tighten } from '../rules/acts/set.ts'
import { ruleValues } from '../rules/table.ts'
import { board } from './views/board.ts'
import { derivation } from './views/derivation.ts'
import { listRequirements } from './views/groups.ts'

let world: World
let unitId: string
beforeEach(async () => {
  world = await plant(db)
  unitId = world.county.id
})

const page = { sort: 'gap', page: 1, size: 100 } as const

function attend(memberId: string, day: string, level: 'committee' | 'county' | 'city') {
  const sourceId = newId()
  const rule = { ruleKey: 'hours.convert.class.day', ruleFrom: '2019-01-01' }
  const facts = { source: 'class', title: '培训班', isCentralized: true, minutes: 480 } as const
  const by = { postedBy: newId(), at: noon, sourceId, key: sourceId }
  return inTransaction(db, (tx) =>
    postHours(tx, [{ unitId, memberId, day, level, ...facts, ...rule, ...by }]),
  )
}

/** The county decided something before the year began. */
const decide = (key: string, value: number) =>
  db.insert(ruleValues).values({
    key,
    organizationId: world.county.id,
    value,
    clause: '县委规定',
    from: '2026-01-01',
    byId: newId(),
    at: noon,
  })

describe('the rotation of all members', () => {
  test('[S2-09] comes round every year where the county decides so, and shows who is still missing', async () => {
    const [early, now] = [await plantMember(db, world.east), await plantMember(db, world.east)]
    await attend(early, '2024-09-01', 'county')
    await attend(now, '2026-03-01', 'committee')
    const asked = {
      organizationId: world.east.id,
      requirement: 'fiveYearRotation',
      ...page,
    } as const
    const before = await board(world.secretary, asked)
    expect(before.counts.met).toBe(2)
    expect(before.requirement.sentence).toContain('5 年')

    await tighten(world.organizer, {
      key: 'rotation.all_members',
      organizationId: world.county.id,
      value: 1,
      clause: '县委规定每年轮训一遍',
      from: '2027-01-01',
    })
    await decide('rotation.all_members', 1)
    const yearly = await board(world.secretary, asked)
    expect(yearly.requirement).toMatchObject({ clause: '县委规定' })
    expect(yearly.requirement.sentence).toContain('1 年')
    const missing = yearly.rows.filter(({ standing }) => standing !== 'met')
    expect(yearly.counts.met).toBe(1)
    expect(missing.map(({ memberId }) => memberId)).toContain(early)
    expect(missing[0]?.times).toEqual({ done: 0, due: 1, deadline: '2026-12-31' })
  })

  test('[S2-15] through a class of county or township is asked of each member every year, and its level is shown', async () => {
    const [town, city] = [await plantMember(db, world.east), await plantMember(db, world.east)]
    await attend(town, '2026-03-01', 'committee')
    await attend(city, '2026-03-01', 'city')
    const asked = {
      organizationId: world.east.id,
      requirement: 'twoTierRotation',
      ...page,
    } as const
    expect((await board(world.secretary, asked)).rows).toEqual([])

    await decide('rotation.two_tier.year', 1)
    const { rows } = await board(world.secretary, asked)
    const standingOf = (id: string) => rows.find(({ memberId }) => memberId === id)?.standing
    expect([standingOf(town), standingOf(city)]).toEqual(['met', 'onCourse'])
    const key = { unitId, memberId: town, requirement: 'twoTierRotation' } as const
    const { entries } = await derivation(world.secretary, key)
    expect(entries.map(({ source }) => source)).toEqual(['培训班（党委）'])
  })
})

describe('a secretary of a village', () => {
  test('[S2-53] owes one class of the city or above in each term; the list names who has none', async () => {
    const village = await plantOrganization(db, world.county, '南山村党支部', { sector: 'village' })
    const street = await plantOrganization(db, world.county, '河西社区党支部', {
      sector: 'community',
    })
    const lead = async (at: typeof village, electedOn: string, endsOn: string) => {
      const memberId = await plantMember(db, at)
      const seat = { unitId, memberId, organizationId: at.id, post: 'secretary' } as const
      await db.insert(posts).values({ ...seat, from: electedOn, byId: newId() })
      await db.insert(committeeTerms).values({ organizationId: at.id, electedOn, endsOn })
      return memberId
    }
    const rural = await lead(village, '2022-03-01', '2027-03-01')
    const urban = await lead(street, '2021-07-15', '2026-07-15')
    await attend(rural, '2021-05-01', 'city')
    await attend(urban, '2023-05-01', 'county')
    const asked = {
      organizationId: world.county.id,
      requirement: 'villageSecretaryTerm',
      ...page,
    } as const

    const { rows } = await board(world.organizer, asked)
    expect(rows.map(({ memberId, standing, times }) => [memberId, standing, times])).toEqual([
      [urban, 'behind', { done: 0, due: 1, deadline: '2026-07-15' }],
      [rural, 'onCourse', { done: 0, due: 1, deadline: '2027-03-01' }],
    ])

    await attend(rural, '2025-05-01', 'city')
    const met = await board(world.organizer, { ...asked, standing: 'met' })
    expect(met.rows.map(({ memberId }) => memberId)).toEqual([rural])
    const listed = await listRequirements(world.organizer, { organizationId: world.county.id })
    expect(listed.rows.find(({ key }) => key === 'villageSecretaryTerm')).toMatchObject({
      people: 2,
      counts: { met: 1, behind: 1 },
    })
    const branch = await listRequirements(world.secretary, { organizationId: world.east.id })
    expect(branch.rows.map(({ key }) => key)).not.toContain('villageSecretaryTerm')
  })
})
