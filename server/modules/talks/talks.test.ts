import { beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '../../kernel/calendar.ts'
import { inTransaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../testing/expect.ts'
import { noon, plant, plantActivity, plantCaller } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { attendances, closures } from '../activities/table.ts'
import { showBranch } from '../home/views/branch.ts'
import { showMember } from '../home/views/member.ts'
import { postHours } from '../ledgers/index.ts'
import { listInbox } from '../notices/views/inbox.ts'
import { tighten } from '../rules/acts/set.ts'
import { cancel } from './acts/cancel.ts'
import { followUp } from './acts/follow-up.ts'
import { open } from './acts/open.ts'
import { record } from './acts/record.ts'
import { talks } from './table.ts'
import { listTalks, mine, showTalk } from './views/talks.ts'
import { reasons, watchlist } from './views/watchlist.ts'

let world: World
let unitId: string
let somebody: Person
beforeEach(async () => {
  world = await plant(db)
  unitId = world.county.id
  somebody = await plantCaller(db, world.east, { name: '陈书禾' })
})

const page = { page: 1, size: 50, all: false }
const listed = async (caller = world.secretary) =>
  watchlist(caller, { ...page, organizationId: world.east.id })

/** Meetings of a month that were held and closed, with how somebody stood at each. */
async function meetings(month: string, marks: readonly ('present' | 'absent' | 'excused')[]) {
  for (const [at, mark] of marks.entries()) {
    const startsAt = new Date(`${month}-${String(at + 5).padStart(2, '0')}T02:00:00Z`)
    const when = { month, startsAt, endsAt: startsAt, title: `${month}主题党日` }
    const { activityId } = await plantActivity(db, world.east, when)
    const closed = { closedAt: startsAt, closedBy: newId(), closedByName: '书记' }
    const facts = { activityId, isLate: false, postedMinutes: 0 }
    await db.insert(closures).values({ unitId, ...facts, ...closed })
    const memberId = somebody.actor.personId
    const who = { memberUnitId: unitId, memberId, byId: newId() }
    const row = { unitId, activityId, mark, way: 'rollCall', at: startsAt } as const
    await db.insert(attendances).values({ ...row, ...who })
  }
}

function study(day: string, minutes: number) {
  const sourceId = newId()
  const rule = { ruleKey: 'hours.convert.branch_study.half_day', ruleFrom: '2019-01-01' }
  const facts = { source: 'study', title: '集体学习', isCentralized: true } as const
  const by = { postedBy: newId(), at: noon, sourceId, key: sourceId }
  const memberId = somebody.actor.personId
  return inTransaction(db, (tx) =>
    postHours(tx, [{ unitId, memberId, day, minutes, ...facts, ...rule, ...by }]),
  )
}

const ask = (caller = world.secretary, changes: object = {}) =>
  open(caller, {
    unitId,
    memberId: somebody.actor.personId,
    plannedOn: '2026-06-04',
    place: '党员活动室',
    talkerName: '张三',
    cause: '',
    ...changes,
  })

/** Everybody here has studied nothing this year; only what concerns this one is looked at. */
const signsOf = async () =>
  (await listed()).rows
    .find(({ memberId }) => memberId === somebody.actor.memberId)
    ?.reasons.map(({ sign }) => sign)

describe('an early warning', () => {
  test('[S3-72] compares attendance and study with the own earlier months, by parameters that a place may tighten', async () => {
    for (const day of ['2026-01-09', '2026-01-10', '2026-02-09', '2026-02-10'])
      await study(day, 480)
    expect(await signsOf()).toEqual(['studyFall'])
    for (const day of ['2026-03-09', '2026-04-09', '2026-05-09']) await study(day, 280)
    expect(await signsOf()).toBeUndefined()

    for (const month of ['2025-11', '2025-12', '2026-01', '2026-02'])
      await meetings(month, ['present', 'present'])
    await meetings('2026-03', ['present', 'excused'])
    await meetings('2026-04', ['present', 'excused'])
    await meetings('2026-05', ['present', 'present'])
    expect(await signsOf()).toEqual(['attendanceFall'])

    const key = { unitId, memberId: somebody.actor.personId }
    const why = await reasons(world.secretary, key)
    expect(why.reasons).toMatchObject([
      { sentence: '近 3 个月到会率 67%（4/6），此前 6 个月为 100%（8/8）' },
    ])
    expect(why.months.at(-1)).toEqual({
      month: '2026-05',
      due: 2,
      present: 2,
      minutes: 280,
      isRecent: true,
    })
    expect(why.months).toHaveLength(9)
    expect(why.thresholds.map(({ name }) => name)).toContain('到会率比以前下降多少个百分点即预警')

    await tighten(world.organizer, {
      key: 'alert.study.fall',
      organizationId: world.county.id,
      value: 10,
      clause: '县委规定',
      from: '2026-06-01',
    })
    expect(await signsOf()).toEqual(['attendanceFall', 'studyFall'])
  })
})

/** Enough study, and three meetings missed without leave. */
async function missThrice() {
  for (const day of ['2026-01-09', '2026-02-09', '2026-03-09', '2026-04-09', '2026-05-09'])
    await study(day, 384)
  await meetings('2026-05', ['absent', 'absent', 'absent'])
}

describe('a talk', () => {
  beforeEach(missThrice)

  test('[S4-44] follows from the data, is held, recorded, and followed up until it is settled', async () => {
    const { secretary, member } = world
    expect(await signsOf()).toEqual(['absences'])
    const before = await listed()
    expect(before.rows[0]?.reasons.length).toBeGreaterThan(0)
    const { todos } = await showBranch(secretary, { organizationId: world.east.id })
    expect(todos.find(({ key }) => key === 'talks:waiting')).toMatchObject({ to: '/talks' })

    const key = await ask()
    await expectRefusal(ask(), 'talks.open')
    expect((await listed()).waiting).toBe(before.waiting - 1)
    expect((await showMember(somebody, {})).todos).toContainEqual(
      expect.objectContaining({ what: '参加谈心谈话', deadline: '2026-06-04' }),
    )
    const inbox = await listInbox(somebody, { page: 1, size: 9, onlyUnread: false })
    expect(inbox.rows[0]).toMatchObject({ title: '谈心谈话', link: '/talks' })

    const said = { content: '家中老人住院，近来顾不上', promise: '六月起按时参加' }
    const held = { ...key, version: 0, heldOn: '2026-06-01', ...said, followUpOn: '2026-06-20' }
    await expectRefusal(record(secretary, { ...held, heldOn: '2026-06-02' }), 'talks.ahead')
    await expectRefusal(record(secretary, { ...held, followUpOn: '2026-07-02' }), 'talks.late')
    const { version } = await record(secretary, held)
    await expectRefusal(record(secretary, held), 'input.stale')
    await expectRefusal(record(secretary, { ...held, version }), 'talks.state')
    await expectRefusal(cancel(secretary, { ...key, version, reason: '误约' }), 'talks.state')

    const later = { ...secretary, now: () => new Date('2026-06-25T02:00:00Z') }
    const due = await listTalks(later, { organizationId: world.east.id, page: 1, size: 9 })
    expect(due.rows).toMatchObject([{ state: 'following', isLate: true }])
    const again = { ...key, version, day: '2026-06-25', finding: '到会一次', next: '2026-07-10' }
    const second = await followUp(later, again)
    expect(second.state).toBe('following')
    const last = { ...again, version: second.version, finding: '已恢复正常', next: null }
    expect((await followUp(later, last)).state).toBe('closed')

    const shown = await showTalk(later, key)
    expect(shown).toMatchObject({ state: 'closed', content: said.content, promise: said.promise })
    expect(shown.followUps.map(({ finding }) => finding)).toEqual(['到会一次', '已恢复正常'])
    expect(shown.reasons).toMatchObject([{ sign: 'absences' }])
    // Settled a moment ago: nobody asks for another talk yet.
    expect((await listed(later)).rows.map(({ memberId }) => memberId)).not.toContain(
      somebody.actor.memberId,
    )
    expect((await mine(somebody, {})).rows).toMatchObject([{ promise: said.promise }])
    expect((await mine(member, {})).rows).toEqual([])
  })
})

describe('a talk is for few', () => {
  beforeEach(missThrice)

  test('is read by the secretary and those above, and by nobody else, not even in the database or the traces', async () => {
    const { secretary, organizer, east, west } = world
    const key = await ask()
    const secret = '家中老人住院'
    const held = { ...key, version: 0, heldOn: '2026-06-01', promise: '', content: secret }
    await record(secretary, { ...held, followUpOn: addDays('2026-06-01', 9) })
    expect((await showTalk(organizer, key)).content).toBe(secret)

    const officer = await plantCaller(db, east, { office: 'officer' })
    const neighbour = await plantCaller(db, west, { office: 'secretary' })
    await expect(showTalk(officer, key)).rejects.toMatchObject({ reason: 'reach.none' })
    await expectRefusal(showTalk(neighbour, key), 'talks.unknown')
    await expect(listed(officer)).rejects.toMatchObject({ reason: 'reach.none' })
    const { todos } = await showBranch(officer, { organizationId: east.id })
    expect(todos.filter((todo) => todo.key.startsWith('talk'))).toEqual([])

    const kept = JSON.stringify([await db.select().from(talks), await tracesIn(db, world)])
    expect(kept).not.toContain(secret)
  })

  test('is asked for once, not of oneself, not for yesterday, and not without a reason', async () => {
    const { secretary, member } = world
    const own = { memberId: secretary.actor.personId, cause: '谈谈' }
    await expectRefusal(ask(secretary, own), 'talks.self')
    await expectRefusal(ask(secretary, { plannedOn: '2026-05-31' }), 'talks.past')
    const both = await Promise.allSettled([ask(), ask()])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])

    const fine = await plantCaller(db, world.west, { arrivedOn: '2026-06-01', name: '新来的' })
    const newcomer = { memberId: fine.actor.personId }
    await expectRefusal(ask(world.organizer, newcomer), 'talks.cause')
    const key = await ask(world.organizer, { ...newcomer, cause: '入职谈话' })
    await cancel(world.organizer, { ...key, version: 0, reason: '改由支部谈' })
    expect(await showTalk(world.organizer, key)).toMatchObject({ state: 'cancelled' })
    await expectRefusal(ask(world.organizer, { memberId: newId() }), 'members.unknown')
    await expect(ask(member)).rejects.toMatchObject({ reason: 'reach.none' })
  })
})
