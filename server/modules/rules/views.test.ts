import { describe, expect, test } from 'vitest'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plant } from '../../testing/world.ts'
import { adjustCounts } from '../organizations/index.ts'
import { tighten } from './acts/set.ts'
import { listRules, previewRule, showRule } from './views.ts'

const key = 'hours.member.year'
const stricter = { key, value: 2400, clause: '县委组织部通知', from: '2026-07-01' } as const

describe('the page of rules', () => {
  test('[S0-01] shows what holds here today, whose it is, what is coming and what is below', async () => {
    const world = await plant(db)
    await tighten(world.organizer, { ...stricter, organizationId: world.county.id })
    await tighten(world.organizer, { ...stricter, organizationId: world.east.id, value: 2500 })

    const { rows, can } = await listRules(world.organizer, { organizationId: world.county.id })
    expect(can).toEqual({ tighten: true, correct: true })
    expect(rows.find((row) => row.key === key)).toMatchObject({
      current: { value: 1920, mark: 'found', ownerName: null },
      coming: 1,
      below: 1,
    })

    const later = { organizationId: world.east.id, day: '2026-08-01' }
    const below = await listRules(world.secretary, later)
    expect(below.rows.find((row) => row.key === key)).toMatchObject({
      current: { value: 2500, ownerName: '东支部', mark: null },
    })
    expect(below.can).toEqual({ tighten: false, correct: false })
  })

  test('does not exist outside the reach', async () => {
    const world = await plant(db)
    const input = { organizationId: world.west.id }
    await expectRefusal(listRules(world.secretary, input), 'organizations.unknown')
    await expectRefusal(showRule(world.secretary, { ...input, key }), 'organizations.unknown')
  })

  test('tells the history of a rule, newest first', async () => {
    const world = await plant(db)
    const organizationId = world.county.id
    await tighten(world.organizer, { ...stricter, organizationId })

    const { entries, current } = await showRule(world.organizer, { organizationId, key })
    const later = { ...world.organizer, now: () => new Date('2026-07-02T00:00:00Z') }
    const then = await showRule(later, { organizationId, key })
    expect(then.entries.map(({ state }) => state)).toEqual(['current', 'base', 'past'])
    expect(entries.map(({ value, state }) => [value, state])).toEqual([
      [2400, 'future'],
      [1920, 'current'],
      [960, 'past'],
    ])
    expect(current.value).toBe(1920)
  })
})

describe('a trial run', () => {
  test('says beforehand whom a value would touch, and why it would be refused', async () => {
    const world = await plant(db)
    const organizationId = world.county.id
    const lower = { ...stricter, organizationId: world.east.id, value: 2100 }
    await tighten(world.organizer, lower)
    const before = await previewRule(world.organizer, {
      ...stricter,
      organizationId,
      isCorrection: false,
    })
    await adjustCounts(db, world.county.path, { organizations: 2, members: 30 })

    const wish = { organizationId, key, from: '2026-07-01', isCorrection: false }
    const good = await previewRule(world.organizer, { ...wish, value: 2400 })
    const bad = await previewRule(world.organizer, { ...wish, value: 60 })
    const corrected = await previewRule(world.organizer, { ...wish, value: 60, isCorrection: true })

    expect(good).toMatchObject({ refusal: null, overruled: 1 })
    expect(good.organizations - before.organizations).toBe(2)
    expect(good.members - before.members).toBe(30)
    expect(bad.refusal).toContain('不能放宽')
    expect(corrected.refusal).toBeNull()
  })
})
