import { layers, ranks, ruralTypes, trades, traits } from '@zhixing/contract/profile-words.ts'
import { cohorts, posts, rosters, sectors } from '@zhixing/contract/words.ts'
import { keysOf } from '@zhixing/contract'
import type { Audience } from '@zhixing/contract'
import { assert, array, asyncProperty, constantFrom, integer, option, record } from 'fast-check'
import { and, like } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plant, plantMember, plantOrganization } from '../../testing/world.ts'
import type { World } from '../../testing/world.ts'
import { organizations } from '../organizations/table.ts'
import { conditionOf } from './catalogue/index.ts'
import { cohortsOf } from './catalogue/cohorts.ts'
import { rosterCondition, rosterOf } from './catalogue/rosters.ts'
import { findSubjects } from './catalogue/subjects.ts'
import { plantPopulation } from '../../testing/population.ts'
import { sayAudience } from './rules.ts'
import { previewAudience } from './views/preview.ts'

const day = '2026-06-01'
let world: World
beforeAll(async () => {
  world = await plant(db)
  await plantPopulation(db, world, 240)
})

const anySome = <Key extends string>(keys: readonly Key[]) =>
  option(array(constantFrom(...keys), { maxLength: 3 }), { nil: undefined })

const audiences = record({
  cohorts: anySome(keysOf(cohorts)),
  without: anySome(keysOf(cohorts)),
  rosters: anySome(keysOf(rosters)),
  stages: anySome(['full', 'probationary'] as const),
  sexes: anySome(['male', 'female'] as const),
  employments: anySome(['employed', 'farmer', 'student', 'retired', 'unemployed'] as const),
  educations: anySome(['postgraduate', 'undergraduate', 'college', 'junior'] as const),
  posts: anySome(keysOf(posts)),
  layers: anySome(keysOf(layers)),
  ranks: anySome(keysOf(ranks)),
  trades: anySome(keysOf(trades)),
  traits: anySome(keysOf(traits)),
  ruralTypes: anySome(keysOf(ruralTypes)),
  tags: anySome(['入户', '宣讲']),
  ageFrom: option(integer({ min: 17, max: 90 }), { nil: undefined }),
  ageTo: option(integer({ min: 17, max: 90 }), { nil: undefined }),
  sectors: anySome(keysOf(sectors)),
  tiers: option(array(integer({ min: 1, max: 3 }), { maxLength: 2 }), { nil: undefined }),
})

test('one definition asks memory and the database the same', async () => {
  const here = like(organizations.path, `${world.county.path}%`)
  const everybody = await findSubjects(db, here, day)
  expect(everybody.length).toBeGreaterThan(240)

  await assert(
    asyncProperty(audiences, async (drawn) => {
      const audience = drawn as Audience
      const condition = conditionOf(audience, day)
      const asked = await findSubjects(db, and(here, condition.sql), day)
      const tested = everybody.filter(condition.holds)
      expect(asked.map(({ memberId }) => memberId).toSorted()).toStrictEqual(
        tested.map(({ memberId }) => memberId).toSorted(),
      )
    }),
    { numRuns: 150 },
  )
})

test('everybody stands on exactly one roster, and every cohort says why', async () => {
  const everybody = await findSubjects(db, like(organizations.path, `${world.county.path}%`), day)

  for (const subject of everybody) {
    const on = keysOf(rosters).filter((roster) => rosterCondition(roster, day).holds(subject))
    expect(on).toStrictEqual([rosterOf(subject, day).roster])
    for (const { because } of cohortsOf(subject, day)) expect(because).not.toBe('')
  }
})

describe('the edges of age', () => {
  test('a birthday counts from its day, and 29 February from 1 March', async () => {
    const branch = await plantOrganization(db, world.county, '生日支部')
    const born = (bornOn: string) => plantMember(db, branch, { bornOn })
    const ids = [await born('1966-06-01'), await born('1966-06-02'), await born('1964-02-29')]
    const aged = async (on: string) => {
      const where = and(
        like(organizations.path, `${branch.path}%`),
        conditionOf({ ageFrom: 60 }, on).sql,
      )
      return (await findSubjects(db, where, on))
        .map(({ memberId }) => ids.indexOf(memberId))
        .toSorted((a, b) => a - b)
    }

    expect(await aged('2026-06-01')).toStrictEqual([0, 2])
    expect(await aged('2024-02-29')).toStrictEqual([2])
    expect(await aged('2024-02-28')).toStrictEqual([])
  })
})

const preview = (audience: Audience) =>
  previewAudience(world.organizer, { organizationId: world.county.id, audience })

describe('previewing whom something is for', () => {
  test('counts the three layers apart, and explains examples', async () => {
    const secretaries = await preview({ cohorts: ['secretary'] })
    const workers = await preview({ cohorts: ['committeeMember'], without: ['secretary'] })
    const others = await preview({ without: ['committeeMember'] })
    const all = await preview({})

    expect(secretaries.total + workers.total + others.total).toBe(all.total)
    expect(secretaries.sample[0]?.because).toContain('书记')
    expect(workers.sentence).toBe('班子成员，不含党组织书记')
  })

  test('stops where the reach stops', async () => {
    const input = { organizationId: world.west.id, audience: {} }
    await expectRefusal(previewAudience(world.secretary, input), 'organizations.unknown')
  })
})

test('an audience is said as people would say it', () => {
  expect(sayAudience({})).toBe('全体党员')
  expect(
    sayAudience({ sectors: ['village', 'community'], ageFrom: 60, without: ['excused'] }),
  ).toBe('农村或街道社区，60 岁及以上，不含免硬性要求')
})
