import { beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { noon, plant, plantActivity, plantCaller, plantMember } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { postHours, reverseHours } from '../ledgers/index.ts'
import type { Posting } from '../ledgers/index.ts'
import { excuses, posts } from '../members/table.ts'
import { ruleValues } from '../rules/table.ts'
import { board } from './views/board.ts'
import { derivation, mine } from './views/derivation.ts'
import { byOrganization, gaps, listRequirements } from './views/groups.ts'

let world: World
let unitId: string
let learner: Person
beforeEach(async () => {
  world = await plant(db)
  unitId = world.county.id
  learner = await plantCaller(db, world.east, { name: '陈书禾', nameKey: 'chen shu he' })
})

const page = { sort: 'gap', page: 1, size: 100 } as const
const memberHours = { requirement: 'memberHours' } as const
const east = () => ({ organizationId: world.east.id, ...memberHours, ...page })
const rowOf = async (memberId: string, caller = world.secretary) =>
  (await board(caller, east())).rows.find((row) => row.memberId === memberId)

function study(memberId: string, changes: Partial<Posting> = {}) {
  const sourceId = newId()
  const facts = { source: 'study', title: '集体学习', isCentralized: true, minutes: 600 } as const
  const rule = { ruleKey: 'hours.convert.branch_study.half_day', ruleFrom: '2019-01-01' }
  const by = { postedBy: newId(), at: noon, sourceId, key: sourceId }
  const posting = { unitId, memberId, day: '2026-03-02', ...facts, ...rule, ...by, ...changes }
  return inTransaction(db, (tx) => postHours(tx, [posting]))
}

const seat = (memberId: string, post: 'secretary' | 'officer', from: string) =>
  db
    .insert(posts)
    .values({ unitId, memberId, organizationId: world.east.id, post, from, byId: newId() })

describe('the board', () => {
  test('[S1-45] tells each member of 32 hours a year how far they are, and by now, and what comes next', async () => {
    const { personId } = learner.actor
    await study(personId)
    const endsAt = new Date('2026-06-08T03:00:00Z')
    const startsAt = new Date('2026-06-08T01:00:00Z')
    const agenda = [{ title: '集中学习', minutes: 120, part: 'study' }]
    await plantActivity(db, world.east, { title: '6月主题党日', agenda, startsAt, endsAt })

    expect(await rowOf(personId)).toMatchObject({
      doneMinutes: 600,
      dueNowMinutes: 805,
      dueYearMinutes: 1920,
      plannedMinutes: 120,
      standing: 'atRisk',
      coming: { day: '2026-06-08', title: '6月主题党日', minutes: 120 },
    })
  })

  test('counts what was earned as a guest elsewhere, and probationary members as well', async () => {
    const memberId = await plantMember(db, world.east, { stage: 'probationary' })
    for (const day of ['2026-01-05', '2026-02-05', '2026-03-05', '2026-04-06'])
      await study(memberId, { day, title: '西支部主题党日', minutes: 480 })

    expect(await rowOf(memberId)).toMatchObject({ doneMinutes: 1920, standing: 'met' })
  })

  test('asks of who came mid-year for the months that follow, and nothing of who has left', async () => {
    const late = await plantMember(db, world.east, { arrivedOn: '2026-03-15' })
    const gone = await plantMember(db, world.east, { leftOn: '2026-05-31' })

    expect(await rowOf(late)).toMatchObject({ dueYearMinutes: 1440 })
    expect(await rowOf(gone)).toBeUndefined()
  })

  test('takes the excused out of the denominator, and keeps them in sight for home delivery', async () => {
    const { personId: memberId } = learner.actor
    const by = { approvedBy: '支部委员会', byId: newId(), at: noon }
    const excuse = { unitId, memberId, reason: 'immobile', from: '2026-02-01', ...by } as const
    await db.insert(excuses).values(excuse)

    const { people, counts, rows } = await board(world.secretary, east())
    expect([people, counts.excused]).toEqual([rows.length - 1, 1])
    expect(await rowOf(memberId)).toMatchObject({ standing: 'excused', excuse: '行动不便' })
    const told = await derivation(world.secretary, { unitId, memberId, ...memberHours })
    expect(told.rules[0]?.clause).toContain('第二十三条')
  })
})

describe('the rules behind it', () => {
  test('lets a branch be stricter, and judges the year by what held on its first day', async () => {
    const stricter = (from: string, value: number) => ({
      key: 'hours.member.year',
      organizationId: world.east.id,
      value,
      clause: '东支部决议',
      from,
      byId: newId(),
      at: noon,
    })
    await db.insert(ruleValues).values([stricter('2026-01-01', 2400), stricter('2026-05-01', 3000)])

    const all = await board(world.organizer, { ...east(), organizationId: world.county.id })
    const dueIn = (name: string) =>
      new Set(all.rows.filter((row) => row.branchName === name).map((row) => row.dueYearMinutes))
    await plantMember(db, world.west)
    expect(dueIn('东支部')).toEqual(new Set([2400]))
    expect((await board(world.secretary, east())).requirement).toMatchObject({
      sentence: '党员每年集中学习培训不少于 40 学时',
      clause: '东支部决议',
    })
  })
})

describe('the list', () => {
  test('is filtered, searched and cut into pages, with totals of what is left', async () => {
    await study(learner.actor.personId)
    const only = await board(world.secretary, { ...east(), text: 'chen shu' })
    expect([only.total, only.totalDoneMinutes]).toEqual([1, 600])
    expect(only.people).toBeGreaterThan(1)

    const cut = await board(world.secretary, { ...east(), size: 1, page: 2 })
    expect([cut.rows.length, cut.total]).toEqual([1, only.people])
    const none = await board(world.secretary, { ...east(), standing: 'met' })
    expect(none).toMatchObject({ rows: [], total: 0 })
  })

  test('does not exist outside the reach', async () => {
    const elsewhere = { ...east(), organizationId: world.west.id }
    await expectRefusal(board(world.secretary, elsewhere), 'organizations.unknown')
    const memberId = await plantMember(db, world.west)
    const key = { unitId, memberId, ...memberHours }
    await expectRefusal(derivation(world.secretary, key), 'members.unknown')
  })
})

describe('the second ledger', () => {
  test('[S1-46] asks 56 hours and a class of secretaries and committee members, and warns where either lacks', async () => {
    const { personId: memberId } = learner.actor
    await seat(memberId, 'secretary', '2025-07-01')
    for (const month of ['01', '02', '03', '04', '05'])
      for (const day of ['05', '06'])
        await study(memberId, { day: `2026-${month}-${day}`, minutes: 400 })

    const key = { unitId, memberId }
    const hours = await derivation(world.organizer, { ...key, requirement: 'committeeHours' })
    expect(hours.person).toMatchObject({ doneMinutes: 4000, dueYearMinutes: 3360, standing: 'met' })
    const lacking = await derivation(world.organizer, { ...key, requirement: 'committeeClasses' })
    expect(lacking.person).toMatchObject({ times: { done: 0, due: 1 }, standing: 'onCourse' })

    await study(memberId, { day: '2026-05-20', source: 'class', level: 'county', minutes: 480 })
    for (const requirement of ['committeeClasses', 'secretaryRotation'] as const)
      expect((await derivation(world.organizer, { ...key, requirement })).person.standing).toBe(
        'met',
      )
    const board56 = { ...east(), requirement: 'committeeHours' } as const
    expect((await board(world.secretary, board56)).rows.map((row) => row.memberId)).toEqual([
      memberId,
    ])
  })

  test('warns a new secretary before half a year is over, and says so when it is', async () => {
    const [soon, over] = [await plantMember(db, world.east), await plantMember(db, world.east)]
    await seat(soon, 'secretary', '2026-01-10')
    await seat(over, 'secretary', '2025-11-01')

    const asked = { ...east(), requirement: 'newSecretary' } as const
    const { rows } = await board(world.organizer, asked)
    expect(
      rows.map(({ memberId, standing, times }) => [memberId, standing, times?.deadline]),
    ).toEqual([
      [over, 'atRisk', '2026-05-01'],
      [soon, 'behind', '2026-07-10'],
    ])
  })
})

describe('why', () => {
  test('[S1-45] a derivation adds up, line by line, to its entries, reversals among them', async () => {
    const { personId: memberId } = learner.actor
    await study(memberId)
    const { entries } = await study(memberId, { day: '2026-03-09', minutes: 120 })
    const back = { unitId, entryIds: entries.map(({ id }) => id), reason: '重复记入' }
    await inTransaction(db, (tx) => reverseHours(tx, { ...back, by: newId(), now: noon }))
    await study(memberId, { day: '2026-04-01', isOnline: true, isCentralized: false, minutes: 700 })
    await study(memberId, { day: '2026-04-02', isOnline: true, isCentralized: false, minutes: 700 })

    const told = await mine(learner, memberHours)

    expect(told.steps.map(({ label, value }) => `${label} ${value}`)).toEqual([
      '记入 35.3 学时',
      '1 笔冲销 −2 学时',
      '网络学习超过占比上限，不计 −7.3 学时',
      '已完成 26 学时',
      '到 6月1日按进度应达到 13.4 学时',
      '全年应达到 32 学时',
    ])
    expect(told.entries.at(-1)?.runningMinutes).toBe(2000)
    expect(told.entries.map(({ reversal }) => reversal).filter(Boolean)).toEqual(['重复记入'])
    expect(told.rules.map(({ clause }) => clause)[0]).toContain('第二十条')
    expect(told.others.map(({ key }) => key)).toContain('topicHours')
  })

  test('[S1-29] hours on the topic of the year are counted by member and by branch', async () => {
    const { personId: memberId } = learner.actor
    await study(memberId, { category: 'theory', minutes: 240 })
    await study(memberId, { day: '2026-03-03', category: 'skill' })

    const asked = { unitId, memberId, requirement: 'topicHours' } as const
    const told = await derivation(world.secretary, asked)
    expect(told.person).toMatchObject({ doneMinutes: 240, dueYearMinutes: 240, standing: 'met' })
    expect(told.entries).toHaveLength(1)
    const topic = { ...east(), requirement: 'topicHours' } as const
    expect(await board(world.secretary, topic)).toMatchObject({ counts: { met: 1 } })
  })
})

describe('over the tree', () => {
  test('[S0-09] gives the share that is covered by organization and by cohort, and the names behind it', async () => {
    await plantMember(db, world.west, { employment: 'retired' })
    for (const day of ['2026-01-05', '2026-02-05', '2026-03-05', '2026-04-06'])
      await study(learner.actor.personId, { day, minutes: 480 })
    const asked = { organizationId: world.county.id, ...memberHours }

    const tree = await byOrganization(world.organizer, asked)
    const [first, second] = tree.rows
    expect([first, second]).toMatchObject([
      { name: '东支部', people: 3, counts: { met: 1 } },
      { name: '西支部', people: 1, counts: { met: 0 } },
    ])
    const { cohorts, untrained } = await gaps(world.organizer, asked)
    expect(untrained).toBe(tree.people - 1)
    expect(cohorts.find(({ cohort }) => cohort === 'retired')).toMatchObject({
      people: 1,
      untrained: 1,
    })
    const names = await board(world.organizer, { ...asked, ...page, cohort: 'retired' })
    expect(names.rows.map(({ branchName }) => branchName)).toEqual(['西支部'])
  })

  test('[S0-15] puts the organizations and cohorts with the least study first', async () => {
    await plantMember(db, world.west, { employment: 'student' })
    for (const memberId of [learner.actor.personId, world.member.actor.personId])
      for (const day of ['2026-01-05', '2026-02-05', '2026-03-05', '2026-04-06'])
        await study(memberId, { day, minutes: 480 })
    const asked = { organizationId: world.county.id, ...memberHours }

    const { organizations, cohorts } = await gaps(world.organizer, asked)

    expect(organizations.map(({ name }) => name)).toEqual(['西支部', '东支部'])
    expect(cohorts[0]).toMatchObject({ untrained: cohorts[0]?.people })
    expect(cohorts.map(({ cohort }) => cohort)).toContain('student')
  })

  test('[S0-11] shows who has not yet been through a class in the five years of the plan', async () => {
    const { personId: memberId } = learner.actor
    await study(memberId, { day: '2024-09-01', source: 'class', level: 'county', minutes: 480 })

    const asked = { ...east(), requirement: 'fiveYearRotation' } as const
    const { rows, counts } = await board(world.secretary, asked)
    expect(rows.find((row) => row.memberId === memberId)).toMatchObject({
      standing: 'met',
      times: { done: 1, due: 1, deadline: '2028-12-31' },
    })
    expect(counts).toMatchObject({ met: 1, onCourse: rows.length - 1 })
  })

  test('lists what is asked here, with how many stand where', async () => {
    const { rows } = await listRequirements(world.secretary, { organizationId: world.east.id })
    expect(rows.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['memberHours', 'topicHours', 'fiveYearRotation']),
    )
    expect(rows.map(({ key }) => key)).not.toContain('committeeHours')
  })
})
