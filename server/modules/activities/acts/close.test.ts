import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '../../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../../testing/expect.ts'
import { closing, finished, planned, written } from '../../../testing/theme-day.ts'
import { noon, plant, plantCaller, plantMember } from '../../../testing/world.ts'
import type { Person, World } from '../../../testing/world.ts'
import { retry } from '../../ledgers/acts/retry.ts'
import { mine, waiting } from '../../ledgers/views.ts'
import { hourEntries } from '../../ledgers/table.ts'
import { excuses } from '../../members/table.ts'
import { listMine } from '../views/mine.ts'
import { showActivity } from '../views/show.ts'
import { addGuest } from './add-guest.ts'
import { close } from './close.ts'
import { makeUp } from './make-up.ts'
import { markRest } from './mark-rest.ts'
import { mark } from './mark.ts'
import { reopen } from './reopen.ts'

let world: World
beforeEach(async () => {
  world = await plant(db)
})

const later = (caller: Person, days: number) => ({
  ...caller,
  now: () => new Date(noon.getTime() + days * 86_400_000),
})

async function entriesOf(memberId: string, activityId: string) {
  const rows = await db
    .select()
    .from(hourEntries)
    .where(and(eq(hourEntries.memberId, memberId), eq(hourEntries.sourceId, activityId)))
  return rows.toSorted((one, other) => other.minutes - one.minutes)
}

test('[S1-01] closing a theme day credits everybody who came, guests at home, and freezes who was due', async () => {
  const frail = await plantMember(db, world.east, { name: '李四' })
  const excuse = { unitId: world.county.id, memberId: frail, reason: 'frail' as const }
  const approved = { approvedBy: '县委', byId: frail, at: noon, from: '2026-01-01' }
  await db.insert(excuses).values({ ...excuse, ...approved })
  const guest = await plantMember(db, world.west, { name: '王五' })

  const key = await planned(world.secretary, world.east.id)
  await addGuest(world.secretary, { ...key, memberId: guest })
  const result = await close(world.secretary, await finished(world.secretary, key))

  expect(result).toEqual({ people: 3, postedMinutes: 360, waiting: [] })
  const record = await showActivity(world.secretary, key)
  expect(record).toMatchObject({ stage: 'closed', closure: { postedMinutes: 360, isLate: false } })
  expect(record.roll.map(({ standing }) => standing).toSorted()).toEqual([
    'due',
    'due',
    'exempt',
    'guest',
  ])
  const [entry] = await entriesOf(guest, key.activityId)
  expect(entry).toMatchObject({ organizationId: world.west.id, minutes: 120, year: 2026 })
  const { rows } = await listMine(world.member, { past: true, page: 1, size: 20 })
  expect(rows).toEqual([])
  const tomorrow = await listMine(later(world.member, 1), { past: true, page: 1, size: 20 })
  expect(tomorrow.rows).toMatchObject([{ minutes: 120, mark: 'present', isClosed: true }])
})

test('[S1-02] a record with a required act missing cannot be closed, nor one without an act of choice', async () => {
  const key = await planned(world.secretary, world.east.id)
  await finished(world.secretary, key)
  const { agenda } = await showActivity(world.secretary, key)
  const without = (part: string) => agenda.map((item) => ({ ...item, isDone: item.part !== part }))

  await written(world.secretary, key, { agenda: without('deliberation') })
  await expectRefusal(
    close(world.secretary, await closing(world.secretary, key)),
    'activities.requiredUndone',
  )
  await written(world.secretary, key, { agenda: without('service') })
  await expectRefusal(
    close(world.secretary, await closing(world.secretary, key)),
    'activities.chosenUndone',
  )
  expect(await entriesOf(world.member.actor.personId, key.activityId)).toEqual([])
})

test('what else is lacking is said, one after the other', async () => {
  const key = await planned(later(world.secretary, 0), world.east.id, {
    startsAt: new Date(noon.getTime() + 3_600_000).toISOString(),
    endsAt: new Date(noon.getTime() + 3_600_000 * 4).toISOString(),
  })
  const close1 = async () => close(world.secretary, await closing(world.secretary, key))
  await expectRefusal(close1(), 'activities.notStarted')

  const hourAfter = { ...world.secretary, now: () => new Date(noon.getTime() + 7_200_000) }
  const close2 = async () => close(hourAfter, await closing(hourAfter, key))
  await expectRefusal(close2(), 'activities.unmarked')
  await markRest(hourAfter, { ...key, mark: 'absent' })
  await expectRefusal(close2(), 'activities.nobodyCame')
  const { memberId = '' } = world.member.actor
  await mark(hourAfter, { ...key, memberId, mark: 'present', isRemote: false, note: '' })
  await written(hourAfter, key, { minutes: '短' })
  await expectRefusal(close2(), 'activities.minutesMissing')
})

test('two people closing one meeting at once: one does, the other is told who did', async () => {
  const deputy = await plantCaller(db, world.east, { office: 'secretary', name: '赵六' })
  const key = await planned(world.secretary, world.east.id)
  const form = await finished(world.secretary, key)

  const results = await Promise.allSettled([close(world.secretary, form), close(deputy, form)])

  const refused = results.filter((one) => one.status === 'rejected')
  expect(refused).toHaveLength(1)
  expect(refused[0]?.reason).toMatchObject({ reason: 'activities.closedBy' })
  expect(await entriesOf(world.member.actor.personId, key.activityId)).toHaveLength(1)
})

test('a form that read an older record is refused, and so is every change after closing', async () => {
  const key = await planned(world.secretary, world.east.id)
  const form = await finished(world.secretary, key)
  await written(world.secretary, key)
  await expectRefusal(close(world.secretary, form), 'input.stale')

  await close(world.secretary, await closing(world.secretary, key))
  const { memberId = '' } = world.member.actor
  await expectRefusal(
    mark(world.secretary, { ...key, memberId, mark: null, isRemote: false, note: '' }),
    'activities.closed',
  )
})

test('hours over the day wait in sight while the others are credited, and are posted once there is room', async () => {
  const long = {
    startsAt: '2026-05-31T23:30:00.000Z',
    endsAt: '2026-06-01T06:00:00.000Z',
    agenda: [
      { title: '学习', minutes: 150, part: 'study' },
      { title: '议事', minutes: 120, part: 'deliberation' },
      { title: '服务', minutes: 120 },
    ],
  }
  const first = await planned(world.secretary, world.east.id, long)
  await close(world.secretary, await finished(world.secretary, first))
  const [study, ...others] = long.agenda
  const longer = { startsAt: '2026-06-01T06:00:00.000Z', endsAt: '2026-06-01T12:00:00.000Z' }
  const agenda = [{ title: '学习', minutes: 120, part: study?.part }, ...others]
  const second = await planned(world.secretary, world.east.id, { ...longer, agenda })

  const form = await finished(world.secretary, second)
  const fresh = await plantMember(db, world.east, { name: '后来人' })
  await mark(world.secretary, {
    ...second,
    memberId: fresh,
    mark: 'present',
    isRemote: false,
    note: '',
  })
  const closed = await close(world.secretary, await closing(world.secretary, second))
  expect(closed).toMatchObject({ people: 3, postedMinutes: 360, waiting: ['张三'] })
  expect(form.activityId).toBe(second.activityId)
  expect(await entriesOf(fresh, second.activityId)).toHaveLength(1)
  const here = { organizationId: world.east.id, page: 1, size: 20 }
  const waits = await waiting(world.organizer, here)
  expect(waits).toMatchObject({ total: 2, mayRetry: true })
  expect(waits.rows[0]).toMatchObject({
    name: '张三',
    title: '6月主题党日',
    day: '2026-06-01',
    why: expect.stringContaining('12') as unknown,
  })
  const { memberId = '' } = world.member.actor
  expect(await entriesOf(memberId, second.activityId)).toEqual([])
  expect(await mine(world.member, { ledger: 'member' })).toMatchObject({
    minutes: 390,
    waiting: [{ minutes: 360 }],
  })
  const stuck = await retry(world.organizer, { organizationId: world.east.id })
  expect(stuck).toEqual({ posted: 0, postedMinutes: 0, left: 2 })

  // The correction makes room, and what waited is posted with it.
  await reopen(world.secretary, { ...first, reason: '时间记错' })
  expect(await entriesOf(memberId, second.activityId)).toHaveLength(1)
  expect(await waiting(world.organizer, here)).toMatchObject({ total: 0 })
  expect(await mine(world.member, { ledger: 'member' })).toMatchObject({
    minutes: 360,
    waiting: [],
  })
  await markRest(world.secretary, { ...first, mark: 'absent' })
  await close(world.secretary, await closing(world.secretary, first))
  expect(await waiting(world.organizer, here)).toMatchObject({ total: 2 })
  // What is taken back itself waits no more.
  await reopen(world.secretary, { ...first, reason: '时间又记错' })
  expect(await waiting(world.organizer, here)).toMatchObject({ total: 0 })
})

test('of two meetings at one hour only one credits a person: the second closing says who, when and where else', async () => {
  const guest = await plantMember(db, world.west, { name: '王五' })
  const first = await planned(world.secretary, world.east.id)
  await addGuest(world.secretary, { ...first, memberId: guest })
  await close(world.secretary, await finished(world.secretary, first))
  const neighbour = await plantCaller(db, world.west, { office: 'secretary' })
  const times = { startsAt: '2026-06-01T10:30:00.000Z', endsAt: '2026-06-01T12:00:00.000Z' }
  const lecture = { ...times, kind: 'lecture', title: '党课' } as const
  const second = await planned(neighbour, world.west.id, lecture)
  const form = await finished(neighbour, second)

  await expect(close(neighbour, form)).rejects.toMatchObject({
    reason: 'ledgers.overlap',
    words: { 姓名: '王五', 标题: '党课', 另一: '6月主题党日' },
  })
  expect(await entriesOf(guest, second.activityId)).toEqual([])

  await reopen(world.secretary, { ...first, reason: '列席的人误记为到会' })
  await close(neighbour, form)
  expect(await entriesOf(guest, second.activityId)).toHaveLength(1)
  // As a guest there, the other record stays; its hours wait.
  const { waiting: late } = await close(world.secretary, await closing(world.secretary, first))
  expect(late).toEqual(['王五'])
  expect(await entriesOf(guest, first.activityId)).toHaveLength(2)
})

test('what is closed before its planned end asks when it really ended, and credits only until then', async () => {
  const long = { startsAt: '2026-06-01T11:00:00.000Z', endsAt: '2026-06-01T13:00:00.000Z' }
  const key = await planned(world.secretary, world.east.id, long)
  const form = await finished(world.secretary, key)

  await expectRefusal(close(world.secretary, form), 'activities.endMissing')
  const before = { ...form, endedAt: '2026-06-01T10:59:00.000Z' }
  await expectRefusal(close(world.secretary, before), 'activities.endWrong')
  const ahead = { ...form, endedAt: '2026-06-01T12:30:00.000Z' }
  await expectRefusal(close(world.secretary, ahead), 'activities.endWrong')
  await close(world.secretary, { ...form, endedAt: '2026-06-01T11:45:00.000Z' })

  const { memberId = '' } = world.member.actor
  expect(await entriesOf(memberId, key.activityId)).toMatchObject([{ minutes: 45 }])
  expect((await showActivity(world.secretary, key)).endsAt).toBe('2026-06-01T11:45:00.000Z')
})

test('a record closed a week late is kept, and shown as late', async () => {
  const key = await planned(world.secretary, world.east.id)
  const secretary = later(world.secretary, 8)
  await close(secretary, await finished(secretary, key))

  const { closure, roll } = await showActivity(secretary, key)
  expect(closure?.isLate).toBe(true)
  expect(roll.every(({ isLate }) => isLate)).toBe(true)
  const [entry] = await entriesOf(world.member.actor.personId, key.activityId)
  expect(entry?.isLate).toBe(true)
})

test('reopening takes the hours back by second entries, and closing again posts them again', async () => {
  const key = await planned(world.secretary, world.east.id)
  await close(world.secretary, await finished(world.secretary, key))
  const { memberId = '' } = world.member.actor

  const reason = '有人没有到会，误记为到会'
  expect(await reopen(world.secretary, { ...key, reason })).toEqual({ reversedMinutes: 240 })
  await mark(world.secretary, { ...key, memberId, mark: 'absent', isRemote: false, note: '' })
  await close(world.secretary, await closing(world.secretary, key))

  expect((await entriesOf(memberId, key.activityId)).map(({ minutes }) => minutes)).toEqual([
    120, -120,
  ])
  const own = await entriesOf(world.secretary.actor.personId, key.activityId)
  expect(own.map(({ minutes }) => minutes)).toEqual([120, 120, -120])
  const { earlierClosures } = await showActivity(world.secretary, key)
  expect(earlierClosures).toMatchObject([{ reopenReason: reason }])

  await makeUp(world.secretary, { ...key, memberId, how: '自学会议记录并交流体会' })
  const made = await entriesOf(memberId, key.activityId)
  expect(made.map(({ title }) => title)).toContain('6月主题党日（补课）')
  const again = makeUp(world.secretary, { ...key, memberId, how: '再补一次' })
  await expectRefusal(again, 'activities.madeUp')
})

test('after a week only an office above may open a record again', async () => {
  const key = await planned(world.secretary, world.east.id)
  await close(world.secretary, await finished(world.secretary, key))
  const ask = { ...key, reason: '更正出席情况' }

  await expectRefusal(reopen(later(world.secretary, 9), ask), 'activities.reopenLate')
  await reopen(later(world.organizer, 9), ask)
  await expectRefusal(reopen(later(world.organizer, 9), ask), 'activities.notClosed')
})

test("a neighbour's record does not exist, whatever is asked of it", async () => {
  const key = await planned(world.secretary, world.east.id)
  const neighbour = await plantCaller(db, world.west, { office: 'secretary' })
  const before = (await tracesIn(db, world)).length

  const memberId = world.member.actor.personId
  await expectRefusal(showActivity(neighbour, key), 'activities.unknown')
  await expectRefusal(close(neighbour, { ...key, version: 0 }), 'activities.unknown')
  await expectRefusal(reopen(neighbour, { ...key, reason: '更正' }), 'activities.unknown')
  await expectRefusal(makeUp(neighbour, { ...key, memberId, how: '补课' }), 'activities.unknown')
  await expectRefusal(markRest(neighbour, { ...key, mark: 'absent' }), 'activities.unknown')
  expect(await tracesIn(db, world)).toHaveLength(before)
})
