import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { soundFacts as facts } from '../../../testing/citizens.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../../testing/expect.ts'
import { plant, plantCaller, plantMember, plantOrganization } from '../../../testing/world.ts'
import type { World } from '../../../testing/world.ts'
import { organizationCounts } from '../../organizations/table.ts'
import { members } from '../table.ts'
import { showHistory } from '../views/history.ts'
import { listMembers } from '../views/list.ts'
import { showMember } from '../views/show.ts'
import { change } from './change.ts'
import { identify } from './identify.ts'
import { leave } from './leave.ts'
import { move } from './move.ts'
import { register } from './register.ts'

async function idsFound(text: string): Promise<string[]> {
  const here = { organizationId: world.east.id, audience: {}, order: 'name', page: 1, size: 20 }
  const { rows } = await listMembers(world.secretary, { ...here, order: 'name', text })
  return rows.map(({ memberId }) => memberId)
}

let world: World
beforeEach(async () => {
  world = await plant(db)
})

/** The people of the world, of whom one is the organizer, who belongs to the county. */
const planted = 3

const countsAt = async (id: string) =>
  (await db.select().from(organizationCounts).where(eq(organizationCounts.id, id)))[0]

describe('registering a member', () => {
  test('keeps identifiers sealed, counts along the tree, and leaves a trace nobody can be found by', async () => {
    const key = await register(world.secretary, { organizationId: world.east.id, facts })

    const [row] = await db.select().from(members).where(eq(members.id, key.memberId))
    expect(JSON.stringify(row)).not.toContain(facts.idNumber)
    expect(JSON.stringify(row)).not.toContain(facts.phone)
    expect(await countsAt(world.county.id)).toMatchObject({
      members: planted + 1,
      probationary: 0,
    })
    const traces = await tracesIn(db, world)
    expect(traces).toHaveLength(1)
    expect(JSON.stringify(traces)).not.toContain(facts.idNumber)
    expect(JSON.stringify(traces)).not.toContain(facts.phone)
  })

  test('names every field that is wrong', async () => {
    const wrong = { ...facts, idNumber: '990000198506150038', joinedOn: '2001-01-01' }
    const call = register(world.secretary, { organizationId: world.east.id, facts: wrong })

    await expect(call).rejects.toMatchObject({
      reason: 'input.invalid',
      issues: [
        { path: 'facts.idNumber', message: expect.stringContaining('校验码应为') },
        { path: 'facts.joinedOn', message: expect.stringContaining('15 岁') },
      ],
    })
  })

  test('is refused twice for one person, also when two ask at once', async () => {
    const input = { organizationId: world.east.id, facts }
    const results = await Promise.allSettled([1, 2, 3].map(() => register(world.secretary, input)))

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expectRefusal(register(world.secretary, input), 'members.idTaken')
  })

  test('is refused where no branch is, and where the reach ends', async () => {
    const inCounty = register(world.organizer, { organizationId: world.county.id, facts })
    await expectRefusal(inCounty, 'members.notBranch')

    const inWest = register(world.secretary, { organizationId: world.west.id, facts })
    await expectRefusal(inWest, 'organizations.unknown')
  })
})

const registered = () => register(world.secretary, { organizationId: world.east.id, facts })

describe('a registered member', () => {
  let key: { unitId: string; memberId: string }
  beforeEach(async () => {
    key = await registered()
  })

  test('is shown masked; seeing more is an act that leaves a trace', async () => {
    const shown = await showMember(world.secretary, key)
    expect(shown.facts).toMatchObject({
      name: '周白杨',
      idNumber: `990000**********${facts.idNumber.slice(-2)}`,
      phone: '138****1234',
      address: '禾岭县稻香镇***',
    })

    expect(await identify(world.secretary, key)).toMatchObject({ idNumber: facts.idNumber })
    expect((await tracesIn(db, world)).at(-1)).toMatchObject({ command: 'members.identify' })
  })

  test('is found by name, sound, initials, whole numbers, and by no part of them', async () => {
    for (const text of ['白杨', 'zhou bai', 'zby', facts.idNumber, '138 0000 1234'])
      expect(await idsFound(text)).toStrictEqual([key.memberId])
    expect(await idsFound(facts.idNumber.slice(0, 17))).toStrictEqual([])
    expect(await idsFound('%')).toStrictEqual([])
  })

  test('is changed once; the second form has become stale', async () => {
    const { version } = await change(world.secretary, {
      ...key,
      version: 0,
      facts: { occupation: '村党支部委员' },
    })
    expect(version).toBe(1)

    const stale = change(world.secretary, { ...key, version: 0, facts: { occupation: '教师' } })
    await expectRefusal(stale, 'input.stale')
    const { changes } = await showHistory(world.secretary, key)
    expect(changes[0]).toMatchObject({
      what: '修改资料',
      fields: [{ word: '工作岗位', before: '村干部', after: '村党支部委员' }],
    })
  })

  test('answers for what a change touches, and for nothing else', async () => {
    const call = change(world.secretary, { ...key, version: 0, facts: { sex: 'female' } })
    await expect(call).rejects.toMatchObject({ issues: [{ path: 'facts.sex' }] })

    await db.update(members).set({ joinedOn: null }).where(eq(members.id, key.memberId))
    const other = { ...key, version: 0, facts: { phone: '13900005678' } }
    expect(await change(world.secretary, other)).toStrictEqual({ version: 1 })
  })
})

describe('a member who goes', () => {
  let key: { unitId: string; memberId: string }
  beforeEach(async () => {
    key = await registered()
  })

  test('moves to another branch of the unit, with the counts and the history', async () => {
    const moved = { ...key, version: 0, from: '2026-06-01', reason: '工作调动' }
    await move(world.organizer, { ...moved, organizationId: world.west.id })

    expect(await countsAt(world.east.id)).toMatchObject({ members: planted - 1 })
    expect(await countsAt(world.west.id)).toMatchObject({ members: 1 })
    expect((await showHistory(world.organizer, key)).affiliations).toMatchObject([
      { organizationName: '西支部', from: '2026-06-01', until: null, how: 'moved' },
      { organizationName: '东支部', until: '2026-06-01' },
    ])
    await expectRefusal(showMember(world.secretary, key), 'members.unknown')
  })

  test('does not move to itself, to a committee, before coming, or to another unit', async () => {
    const input = { ...key, version: 0, from: '2026-06-01', reason: '' }
    const to = (organizationId: string) => move(world.organizer, { ...input, organizationId })

    await expectRefusal(to(world.east.id), 'members.sameBranch')
    await expectRefusal(to(world.county.id), 'members.notBranch')
    const early = { ...input, organizationId: world.west.id, from: '2020-01-01' }
    await expectRefusal(move(world.organizer, early), 'members.dayOff')
    const other = await plantOrganization(db, undefined, '邻县县委')
    const far = await plantOrganization(db, other, '远支部')
    await expectRefusal(to(far.id), 'organizations.unknown')
  })

  test('leaves once, and stays in the history', async () => {
    const input = { ...key, version: 0, on: '2026-06-01', because: 'died', note: '' } as const
    await leave(world.secretary, input)

    expect(await countsAt(world.county.id)).toMatchObject({ members: planted })
    expect(await showMember(world.secretary, key)).toMatchObject({ leftOn: '2026-06-01' })
    await expectRefusal(leave(world.secretary, input), 'members.left')
    expect(await register(world.secretary, { organizationId: world.east.id, facts })).toBeTruthy()
  })
})

test("a neighbour's member asked for by id is unknown on every path", async () => {
  const key = { unitId: world.county.id, memberId: await plantMember(db, world.west) }
  const base = { ...key, version: 0 }

  await expectRefusal(showMember(world.secretary, key), 'members.unknown')
  await expectRefusal(showHistory(world.secretary, key), 'members.unknown')
  await expectRefusal(identify(world.secretary, key), 'members.unknown')
  await expectRefusal(change(world.secretary, { ...base, facts: {} }), 'members.unknown')
  const away = { ...base, on: '2026-06-01', because: 'other', note: '' } as const
  await expectRefusal(leave(world.secretary, away), 'members.unknown')
})

test('an officer of the branch sees the roll but nobody in the clear', async () => {
  const officer = await plantCaller(db, world.east, { office: 'officer' })
  const key = await register(world.secretary, { organizationId: world.east.id, facts })

  expect((await showMember(officer, key)).may).toStrictEqual({
    change: false,
    identify: false,
    excuse: false,
  })
  await expectRefusal(identify(officer, key), 'reach.none')
})
