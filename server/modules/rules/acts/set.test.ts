import { describe, expect, test } from 'vitest'
import { clientOf } from '../../../testing/client.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../../testing/expect.ts'
import { plant, plantCaller } from '../../../testing/world.ts'
import { ruleAt } from '../index.ts'
import { listRules, showRule } from '../views.ts'
import { correct, tighten } from './set.ts'
import { withdraw } from './withdraw.ts'

const key = 'hours.member.year'
const today = '2026-06-01'
const stricter = { key, value: 2400, clause: '县委组织部通知', from: today } as const

describe('tightening a rule', () => {
  test('[S0-01] holds from its day for the organization and all below, with its clause', async () => {
    const world = await plant(db)
    const { county, east } = world
    await tighten(world.organizer, { ...stricter, organizationId: county.id, from: '2026-07-01' })

    const at = (day: string) => ruleAt(db, key, { path: east.path, day })
    expect(await at('2026-06-30')).toMatchObject({ value: 1920, ownerName: null })
    expect(await at('2026-07-01')).toMatchObject({ value: 2400, clause: '县委组织部通知' })
    expect(await tracesIn(db, world)).toMatchObject([
      { subject: `rule:${key}`, before: 1920, after: { value: 2400 } },
    ])
  })

  test('never loosens what holds above, and says both values and the clause', async () => {
    const world = await plant(db)
    const clerk = await plantCaller(db, world.east, { office: 'clerk' })
    await tighten(world.organizer, { ...stricter, organizationId: world.county.id })
    const { command } = await clientOf(clerk)

    const looser = { ...stricter, organizationId: world.east.id, value: 2100 }
    const { status, body } = await command('rules.tighten', looser)

    expect(status).toBe(409)
    expect(body).toMatchObject({
      reason: 'rules.looser',
      message:
        '“党员每年集中学习培训”下级只能更严，不能放宽：上级现行值为40 学时（县委，依据县委组织部通知），您填写的是35 学时',
    })
    expect(await tracesIn(db, world)).toHaveLength(1)
  })

  test('leaves no local value in force that a raised rule has overtaken', async () => {
    const world = await plant(db)
    const clerk = await plantCaller(db, world.east, { office: 'clerk' })
    await tighten(clerk, { ...stricter, organizationId: world.east.id, value: 2100 })
    await tighten(world.organizer, { ...stricter, organizationId: world.county.id })

    const { path } = world.east
    expect(await ruleAt(db, key, { path, day: today })).toMatchObject({ value: 2400 })
    const { entries } = await showRule(clerk, { organizationId: world.east.id, key })
    expect(entries.find(({ value }) => value === 2100)).toMatchObject({ state: 'overruled' })
  })

  test('does not reach back, and not beyond the own subtree', async () => {
    const world = await plant(db)
    const clerk = await plantCaller(db, world.east, { office: 'clerk' })
    const at = { ...stricter, organizationId: world.county.id }

    await expectRefusal(tighten(world.organizer, { ...at, from: '2026-05-31' }), 'rules.past')
    await expectRefusal(tighten(world.organizer, { ...at, value: ['多'] }), 'rules.shape')
    await expectRefusal(tighten(world.organizer, { ...at, until: today }), 'rules.span')
    await expectRefusal(tighten(world.organizer, { ...at, key: 'no.such' }), 'rules.unknown')
    await expectRefusal(tighten(clerk, at), 'organizations.unknown')
    expect(await tracesIn(db, world)).toHaveLength(0)
  })

  test('is asked once a day, also when two ask at once', async () => {
    const world = await plant(db)
    const input = { ...stricter, organizationId: world.county.id }
    const answers = await Promise.allSettled([1, 2].map(() => tighten(world.organizer, input)))

    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reason: 'rules.sameDay' },
    })
  })
})

describe('withdrawing', () => {
  test('ends a value today and keeps it in the history', async () => {
    const world = await plant(db)
    const organizationId = world.county.id
    const { ruleId } = await tighten(world.organizer, { ...stricter, organizationId })
    await withdraw(world.organizer, { ruleId, reason: '通知已废止' })

    const { current, entries } = await showRule(world.organizer, { organizationId, key })
    expect(current.value).toBe(1920)
    expect(entries.find(({ id }) => id === ruleId)).toMatchObject({
      state: 'withdrawn',
      withdrawReason: '通知已废止',
      canWithdraw: false,
    })
    await expectRefusal(withdraw(world.organizer, { ruleId, reason: '再撤' }), 'rules.withdrawn')
  })

  test('is not for those above whom the value stands, nor for what the nation has set', async () => {
    const world = await plant(db)
    const clerk = await plantCaller(db, world.east, { office: 'clerk' })
    const organizationId = world.county.id
    const { ruleId } = await tighten(world.organizer, { ...stricter, organizationId })
    const { entries } = await showRule(world.organizer, { organizationId, key })
    const national = entries.find(({ ownerId }) => !ownerId)?.id ?? ''

    const reason = '不合适'
    await expectRefusal(withdraw(clerk, { ruleId, reason }), 'rules.unknownValue')
    await expectRefusal(withdraw(world.organizer, { ruleId: national, reason }), 'rules.national')
  })
})

describe('correcting a national value', () => {
  // A key and days that no other test asks for: the nation is shared by all trees.
  const newer = { key: 'pia.keep', value: 1, clause: '新法第五十六条', from: '2190-01-01' } as const

  test('may ask less, and is withdrawn rather than edited', async () => {
    const world = await plant(db)
    const { ruleId } = await correct(world.organizer, newer)
    const at = (day: string) => ruleAt(db, 'pia.keep', { path: world.east.path, day })

    expect([(await at('2189-12-31')).value, (await at('2190-01-01')).value]).toEqual([3, 1])
    await withdraw(world.organizer, { ruleId, reason: '误填' })
    expect((await at('2190-01-01')).value).toBe(3)
  })

  test('is for those who stand at the root', async () => {
    const world = await plant(db)
    const lower = await plantCaller(db, world.east, { office: 'organizer' })
    await expectRefusal(correct(lower, newer), 'rules.rootOnly')
    await expectRefusal(correct(world.secretary, newer), 'reach.none')
    const { can } = await listRules(lower, { organizationId: world.east.id })
    expect(can).toEqual({ tighten: true, correct: false })
  })
})
