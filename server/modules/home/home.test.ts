import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import {
  noon,
  plant,
  plantActivity,
  plantCaller,
  plantMember,
  plantOrganization,
  vault,
} from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { attendances } from '../activities/table.ts'
import { excuses } from '../members/table.ts'
import { committeeTerms } from '../organizations/table.ts'
import { showBranch } from './views/branch.ts'
import { find } from './views/find.ts'
import { showMember } from './views/member.ts'

let world: World
beforeEach(async () => {
  world = await plant(db)
})

const at = (day: string, hour = '01') => new Date(`${day}T${hour}:00:00Z`)
const on = (day: string) => ({ startsAt: at(day), endsAt: at(day, '03') })
const todosOf = async (caller = world.secretary, organizationId = world.east.id) =>
  (await showBranch(caller, { organizationId })).todos
const keysOf = async (caller?: Person, organizationId?: string) =>
  (await todosOf(caller, organizationId)).map(({ key }) => key.split(':')[0])

describe('what a branch has to do', () => {
  test('where nobody is on the roll, the roll comes first and nothing is overdue', async () => {
    const empty = await plantOrganization(db, world.county, '新支部')
    const [first, ...others] = await todosOf(world.organizer, empty.id)
    expect(first).toMatchObject({ what: '导入党员名册', to: '/members/import' })
    expect(others.every(({ key }) => key.startsWith('setup:'))).toBe(true)
    await plantMember(db, empty)
    expect(await keysOf(world.organizer, empty.id)).not.toContain('roll')
  })

  test('a meeting that was held and not written down, with its reason and clause', async () => {
    const { activityId } = await plantActivity(db, world.east, {
      title: '5月主题党日',
      month: '2026-05',
      ...on('2026-05-10'),
    })
    const { unitId } = world.east
    const came = {
      memberUnitId: unitId,
      memberId: world.member.actor.personId,
      mark: 'present',
      way: 'rollCall',
    } as const
    await db.insert(attendances).values({ unitId, activityId, ...came, at: noon, byId: newId() })

    const todos = await todosOf()
    const first = todos.find(({ key }) => key === `record:${activityId}`)
    expect(first).toMatchObject({
      what: '补齐“5月主题党日”的记录',
      why: '5月10日已开，记录未关闭，到会 1 人的学时尚未记入',
      deadline: '2026-05-17',
      to: `/activities/${unitId}/${activityId}`,
    })
    expect(first?.clause).not.toBe('')
  })

  test('names what the last period still lacks, until when it may be made up, and where', async () => {
    const themeDay = (await todosOf()).find(({ key }) => key.startsWith('meeting:themeDay'))
    expect(themeDay).toMatchObject({
      what: '补开5月主题党日',
      deadline: '2026-06-10',
      to: '/meetings/new?kind=themeDay&month=2026-05',
    })
    await plantActivity(db, world.east, { month: '2026-05', ...on('2026-06-05') })
    expect((await todosOf()).map(({ key }) => key)).not.toContain('meeting:themeDay::2026-05')
  })
})

describe('dates that a branch must not miss', () => {
  test('reminds of calls that were not sent, of elections, of probation that ends, and of home visits', async () => {
    await plantActivity(db, world.east, on('2026-06-04'))
    await db.insert(committeeTerms).values({
      organizationId: world.east.id,
      electedOn: '2023-05-01',
      endsOn: '2026-05-01',
    })
    const probationary = {
      stage: 'probationary',
      joinedOn: '2025-06-10',
      confirmedOn: null,
    } as const
    await plantMember(db, world.east, { ...probationary, name: '林一叶' })
    const memberId = await plantMember(db, world.east, { name: '老周' })
    const by = { approvedBy: '支部委员会', byId: newId(), at: noon, from: '2026-01-01' }
    await db.insert(excuses).values({ unitId: world.east.unitId, memberId, reason: 'frail', ...by })

    const todos = await todosOf()
    const saying = (start: string) => todos.find(({ key }) => key.startsWith(start))
    expect(saying('call')?.deadline).toBe('2026-06-03')
    expect(saying('setup:termOverdue')?.deadline).toBe('2026-05-01')
    expect(saying('confirmation')).toMatchObject({ deadline: '2026-06-10' })
    expect(saying('confirmation')?.why).toContain('林一叶')
    expect(saying('homeDelivery')).toMatchObject({
      what: '给 1 名党员送学上门',
      deadline: '2026-06-30',
    })
    expect(saying('study:memberHours')?.what).toContain('安排补训')
    const dated = todos.flatMap(({ deadline }) => deadline ?? [])
    expect(dated.toSorted()).toEqual(dated)
  })
})

describe('the year and the month of a branch', () => {
  test('asks for the yearly report from the middle of November', async () => {
    const late = { ...world.secretary, now: () => at('2026-11-20') }
    expect(await keysOf()).not.toContain('report')
    expect(await keysOf(late)).toContain('report')
  })

  test('shows the month, with meetings and deadlines on their days, and everybody on one strip', async () => {
    await plantActivity(db, world.east, {
      title: '6月主题党日',
      calledAt: noon,
      ...on('2026-06-20'),
    })

    const { month, learning, isBranch } = await showBranch(world.secretary, {
      organizationId: world.east.id,
    })
    expect(month).toHaveLength(30)
    expect(month[19]?.occasions).toMatchObject([{ title: '6月主题党日', time: '09:00' }])
    expect(isBranch).toBe(true)
    expect(learning.persons.map(({ branchName }) => branchName)).toContain('东支部')
  })
})

describe('what a county has to do', () => {
  test('is told of its branches, not of each of their meetings', async () => {
    await plantActivity(db, world.east, on('2026-05-10'))
    await plantActivity(db, world.west, on('2026-05-11'))

    const todos = await todosOf(world.organizer, world.county.id)

    expect(todos.find(({ key }) => key === 'records')).toMatchObject({
      what: '督促 2 个支部归档 2 次活动',
      deadline: '2026-05-17',
    })
    expect(todos.find(({ key }) => key.startsWith('meetings:lecture'))?.what).toContain('2 个支部')
    const { learning } = await showBranch(world.organizer, { organizationId: world.county.id })
    expect(learning.persons).toEqual([])
    expect(learning.below.map(({ name }) => name)).toEqual(['东支部'])
  })

  test('is nobody else’s business', async () => {
    const asked = { organizationId: world.west.id }
    await expectRefusal(showBranch(world.secretary, asked), 'organizations.unknown')
  })
})

describe('what one member has to do', () => {
  test('what they are called to, and what they still owe', async () => {
    await plantActivity(db, world.east, {
      title: '6月主题党日',
      calledAt: noon,
      place: '村部',
      ...on('2026-06-05'),
    })

    const { todos, organizationName } = await showMember(world.member, {})

    expect(organizationName).toBe('东支部')
    expect(todos[0]).toMatchObject({
      what: '参加6月主题党日',
      why: '6月5日 09:00，东支部，村部',
      deadline: '2026-06-05',
    })
    expect(todos.find(({ key }) => key === 'study:memberHours')?.what).toBe('还差 32 学时')
  })

  test('somebody who is no member has nothing', async () => {
    expect(await showMember(world.stranger, {})).toMatchObject({ isMember: false, todos: [] })
  })
})

const titles = async (caller: Person, text: string) =>
  (await find(caller, { text })).rows.map(({ kind, title }) => `${kind} ${title}`)

describe('one box for everything', () => {
  test('finds by name, by sound and by the whole number, within the reach only', async () => {
    const idNumber = '990000199001010015'
    const facts = { name: '欧阳青禾', nameKey: 'ou yang qing he' }
    await plantMember(db, world.east, { ...facts, idNumberIndex: vault.index(idNumber) })
    await plantActivity(db, world.east, { title: '青禾专题党课' })
    const neighbour = await plantCaller(db, world.west, { office: 'secretary' })

    expect(await titles(world.secretary, '青禾')).toEqual([
      'member 欧阳青禾',
      'activity 青禾专题党课',
    ])
    expect(await titles(world.secretary, 'ouyang')).toEqual(['member 欧阳青禾'])
    expect(await titles(world.secretary, idNumber)).toEqual(['member 欧阳青禾'])
    expect(await titles(world.secretary, idNumber.slice(0, 17))).toEqual([])
    expect(await titles(world.organizer, '东支')).toEqual(['organization 东支部'])
    expect(await titles(neighbour, '青禾')).toEqual([])
    expect(await titles(world.member, '青禾')).toEqual([])
  })
})

test('who is away and was not spoken to in time stands among what there is to do', async () => {
  const away = { name: '周远行', floatingSince: '2026-01-01', floatingTo: '远州省' }
  await plantMember(db, world.east, away)
  const todo = (await todosOf()).find(({ key }) => key === 'floatingContact')
  expect(todo).toMatchObject({ what: '联系 1 名流动党员', to: '/floating?show=overdue' })
  expect(todo?.why).toContain('周远行')
  expect(await keysOf(world.organizer, world.county.id)).not.toContain('floatingContact')
})
