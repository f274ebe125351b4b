import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { plantMeeting, talkWith } from '../../testing/conduct.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plant, plantCaller } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { showBranch } from '../home/views/branch.ts'
import { showMember as showOwnDay } from '../home/views/member.ts'
import { duesEntries } from '../dues/table.ts'
import { excuse } from '../members/acts/excuse.ts'
import { listInbox } from '../notices/views/inbox.ts'
import { tighten } from '../rules/acts/set.ts'
import { assign, report, settle } from './acts/tasks.ts'
import { watchConduct } from './acts/watch.ts'
import { clocksAt } from './catalogue/clocks.ts'
import { listClocks, showMember } from './views/clocks.ts'
import { listCases, listTasks } from './views/lists.ts'
import { mine } from './views/mine.ts'

let world: World
let unitId: string
let zhou: Person
beforeEach(async () => {
  world = await plant(db)
  unitId = world.county.id
  zhou = await plantCaller(db, world.east, { name: '周不来', arrivedOn: '2025-01-01' })
})

const at = (person: Person, day: string): Person => ({
  ...person,
  now: () => new Date(`${day}T04:00:00Z`),
})
const key = () => ({ unitId, memberId: zhou.actor.personId })
const list = async (day = '2026-06-01', by = world.secretary) =>
  listClocks(at(by, day), { organizationId: world.east.id, page: 1, size: 50 })
const clocksOf = async (day?: string) => {
  const { rows } = await list(day)
  const row = rows.find(({ memberId }) => memberId === zhou.actor.memberId)
  return row?.clocks.map(({ clock, months }) => `${clock} ${String(months)}`) ?? []
}
async function missed(days: readonly string[], mark: 'absent' | 'excused' | 'present' = 'absent') {
  for (const day of days) await plantMeeting(db, world.east, { person: zhou, day, mark })
}
const watch = async (day: string) =>
  watchConduct({ ...world.secretary, now: () => new Date(`${day}T04:00:00Z`) }, unitId)
const inboxOf = async (person: Person) =>
  (await listInbox(person, { page: 1, size: 50, onlyUnread: false })).rows.map(({ title }) => title)

test('[S1-49] three clocks run by months, each reset only by its own event, with a warning at each step of the ladder', async () => {
  await missed(['2026-01-10', '2026-02-10'])
  const form = { ...key(), formId: newId(), title: '联系两户群众', dueOn: '2026-01-20' }
  await assign(at(world.secretary, '2026-01-05'), form)
  await assign(at(world.secretary, '2026-01-05'), form)
  await expectRefusal(assign(world.secretary, { ...form, formId: newId() }), 'conduct.taskPast')
  expect(await clocksOf('2026-03-02')).toEqual(['life 2', 'dues 0', 'work 2'])

  await watch('2026-03-02')
  await watch('2026-03-02')
  const east = await inboxOf(world.secretary)
  expect(east.filter((title) => title === '提醒：周不来')).toHaveLength(2)
  expect(await inboxOf(zhou)).toContain('请按时履行党员义务')
  expect(await inboxOf(world.organizer)).toEqual([])

  // What is done resets its own clock, and no other.
  const task = (await mine(zhou, {})).tasks[0]
  if (!task) throw new Error('no task')
  const { taskId, version } = task
  const done = { unitId, taskId, version, text: '两户都走到了' }
  await expectRefusal(report(world.member, done), 'conduct.taskUnknown')
  await report(at(zhou, '2026-03-05'), done)
  await expectRefusal(report(zhou, done), 'input.stale')
  expect(await clocksOf('2026-03-06')).toEqual(['life 2', 'dues 0', 'work 0'])
  const back = { unitId, taskId, on: '2026-03-07', note: '差一户' }
  const sent = await settle(at(world.secretary, '2026-03-07'), {
    ...back,
    version: 1,
    state: 'open',
  })
  expect(await clocksOf('2026-03-08')).toEqual(['life 2', 'dues 0', 'work 2'])
  await settle(at(world.secretary, '2026-03-07'), { ...back, ...sent, state: 'done' })

  // A month with leave neither counts nor breaks the row; coming once does.
  await missed(['2026-03-10', '2026-05-10'])
  await missed(['2026-04-10'], 'excused')
  expect(await clocksOf('2026-06-01')).toEqual(['life 4', 'dues 0', 'work 0'])
  await missed(['2026-06-01'], 'present')
  expect(await clocksOf('2026-06-02')).toEqual([])
  expect((await list('2026-06-02')).counts).toMatchObject({ amber: 0, talk: 0 })
})

test('[S0-06] who takes part in nothing is found, a talk with them becomes something to do, and after six months a case is prepared', async () => {
  await missed(['2025-12-10', '2026-01-10', '2026-02-10', '2026-03-10'])
  await watch('2026-04-02')
  const april = at(world.secretary, '2026-04-02')
  const { todos } = await showBranch(april, { organizationId: world.east.id })
  expect(todos.find((todo) => todo.key === 'conduct:talk')).toMatchObject({
    what: '与 1 名长期不履行义务的党员谈话',
    to: '/conduct',
  })
  const own = await showOwnDay(at(zhou, '2026-04-02'), {})
  expect(own.todos.find((todo) => todo.key === 'conduct:life')).toMatchObject({ to: '/conduct' })
  await talkWith(april, zhou)
  const after = await showBranch(april, { organizationId: world.east.id })
  expect(after.todos.find((todo) => todo.key === 'conduct:talk')).toBeUndefined()
  expect(await showMember(april, key())).toMatchObject({ hasOpenTalk: true, stage: 'talk' })

  await missed(['2026-04-10'])
  await watch('2026-05-02')
  expect(await inboxOf(world.organizer)).toEqual(['报上级：周不来'])
  await missed(['2026-05-10'])
  await watch('2026-06-01')
  await watch('2026-06-01')
  const asked = { organizationId: world.east.id, page: 1, size: 9 }
  const cases = await listCases(world.secretary, asked)
  expect(cases.rows).toMatchObject([{ kind: 'remove', ground: 'life', state: 'draft' }])
  const shown = await showMember(world.secretary, key())
  expect(shown.warnings.map(({ stage }) => stage).toSorted()).toEqual([
    'amber',
    'case',
    'report',
    'talk',
  ])
  expect(shown.months.filter(({ asked: owed }) => owed)).toHaveLength(6)
  expect(shown.caseId).toBe(cases.rows[0]?.caseId)
})

test('who turns excused in the middle of a clock is paused from then on, also where it was granted afterwards', async () => {
  await missed(['2026-01-10', '2026-02-10', '2026-03-10', '2026-04-10', '2026-05-10'])
  expect(await clocksOf()).toEqual(['life 5', 'dues 0', 'work 0'])
  const ill = { reason: 'ill', note: '', until: null, approvedBy: '党支部委员会' } as const
  await excuse(world.secretary, { ...key(), ...ill, from: '2026-03-01' })
  expect(await clocksOf()).toEqual(['life 2', 'dues 0', 'work 0'])
  expect((await list()).rows[0]).toMatchObject({ isExcused: true, stage: 'amber' })
  expect((await mine(zhou, {})).isExcused).toBe(true)
})

test('a place may warn earlier; officers, members, neighbours and other units do not see whose clock runs', async () => {
  await missed(['2026-04-10', '2026-05-10'])
  expect((await list()).rows).toMatchObject([{ stage: 'amber' }])
  await tighten(world.organizer, {
    key: 'conduct.talk',
    organizationId: world.county.id,
    value: 2,
    clause: '县委规定',
    from: '2026-06-01',
  })
  expect((await list()).rows).toMatchObject([{ stage: 'talk' }])
  expect((await list('2026-06-01', world.organizer)).counts).toMatchObject({ talk: 1 })

  const officer = await plantCaller(db, world.east, { office: 'officer' })
  const neighbour = await plantCaller(db, world.west, { office: 'secretary' })
  const elsewhere = await plant(db)
  for (const nobody of [officer, world.member])
    await expect(list('2026-06-01', nobody)).rejects.toMatchObject({ reason: 'reach.none' })
  for (const stranger of [neighbour, elsewhere.organizer]) {
    await expectRefusal(list('2026-06-01', stranger), 'organizations.unknown')
    await expectRefusal(showMember(stranger, key()), 'members.unknown')
  }
  const tasks = { organizationId: world.east.id, page: 1, size: 9 }
  expect((await listTasks(world.secretary, tasks)).total).toBe(0)
})

test('whoever came and paid lately is not looked at, and everybody on the ladder is found all the same', async () => {
  const months = ['2026-03', '2026-04', '2026-05']
  const people = { paid: zhou, owing: zhou, absent: zhou, excused: zhou }
  for (const name of ['paid', 'owing', 'absent', 'excused'] as const)
    people[name] = await plantCaller(db, world.east, { name, arrivedOn: '2025-01-01' })
  for (const [name, person] of Object.entries(people))
    for (const month of months) {
      const mark = name === 'absent' || name === 'excused' ? 'absent' : 'present'
      await plantMeeting(db, world.east, { person, day: `${month}-10`, mark })
      const kinds = name === 'owing' ? (['owed'] as const) : (['owed', 'paid'] as const)
      for (const kind of kinds) await owe(person, month, kind)
    }
  const ill = { reason: 'ill', note: '', until: null, approvedBy: '党支部委员会' } as const
  const { personId: memberId } = people.excused.actor
  await excuse(world.secretary, { unitId, memberId, ...ill, from: '2026-01-01' })
  const found = await list('2026-06-01')
  const whole = await clocksAt(db, { path: world.east.path, now: at(zhou, '2026-06-01').now() })
  const grave = whole.filter(({ stage }) => stage !== 'clear')
  expect(new Set(found.rows.map((one) => `${one.memberId} ${one.stage}`))).toEqual(
    new Set(grave.map((one) => `${one.memberId} ${one.stage}`)),
  )
  expect(new Set(found.rows.map(({ name }) => name))).toEqual(new Set(['owing', 'absent']))
  expect(found.counts.clear).toBe(whole.length - grave.length)
})

async function owe({ actor }: Person, month: string, kind: 'owed' | 'paid') {
  const by = { byId: actor.accountId, byName: '', at: new Date(`${month}-20T00:00:00Z`) }
  const { id: organizationId } = world.east
  const sum = { fund: 'monthly' as const, month, period: month, fen: 500, sourceId: newId() }
  const words = { subject: '', text: '', clause: '', key: newId() }
  const who = { unitId, organizationId, memberId: actor.personId }
  await db.insert(duesEntries).values({ id: newId(), ...who, kind, ...sum, ...words, ...by })
}
