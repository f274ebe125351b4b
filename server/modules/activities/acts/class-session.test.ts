import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { inTransaction } from '../../../kernel/db.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { ticketFor } from '../../../testing/tickets.ts'
import { closing, finished, planned } from '../../../testing/theme-day.ts'
import { noon, plant, plantActivity, plantCaller } from '../../../testing/world.ts'
import type { Person, World } from '../../../testing/world.ts'
import { hourEntries } from '../../ledgers/table.ts'
import { listMeetings } from '../../meetings/views/list.ts'
import {
  cancelSession,
  changeSession,
  listForSession,
  marksOfSessions,
  openSession,
} from '../index.ts'
import { listMine, showInvitation } from '../views/mine.ts'
import { showActivity } from '../views/show.ts'
import { addGuest } from './add-guest.ts'
import { cancel } from './cancel.ts'
import { close } from './close.ts'
import { leave } from './leave.ts'
import { markRest } from './mark-rest.ts'
import { mark } from './mark.ts'
import { proxy } from './proxy.ts'
import { reopen } from './reopen.ts'
import { signIn } from './sign-in.ts'

let world: World
let other: World
let own: Person
let guest: Person
let absent: Person
let key: { unitId: string; activityId: string }

const who = ({ actor }: Person) => ({ memberUnitId: actor.unitId, memberId: actor.personId })
const lesson = {
  title: '党章导读',
  startsAt: new Date(noon.getTime() - 3 * 3_600_000),
  endsAt: noon,
  placeText: '县委党校一号教室',
  lecturer: { name: '杜明远' },
  category: 'theory',
  level: 'county',
  planItemId: null,
  heading: null,
} as const

async function opened(changes: Partial<Parameters<typeof openSession>[1]> = {}) {
  const place = { unitId: world.county.id, organizationId: world.county.id }
  const due = [own, guest, absent].map(who)
  const by = world.organizer.actor.accountId
  return inTransaction(db, (tx) =>
    openSession(tx, { ...lesson, ...place, due, by, now: noon, ...changes }),
  )
}

beforeEach(async () => {
  ;[world, other] = [await plant(db), await plant(db)]
  own = await plantCaller(db, world.east, { name: '陈书禾' })
  guest = await plantCaller(db, other.east, { name: '林听涛' })
  absent = await plantCaller(db, other.west, { name: '谢远山' })
  key = await opened()
})

async function entriesOf({ actor }: Person) {
  const mine = eq(hourEntries.memberId, actor.personId)
  const rows = await db
    .select()
    .from(hourEntries)
    .where(and(mine, eq(hourEntries.sourceId, key.activityId)))
  return rows.map(({ unitId, minutes, source, level, isCentralized }) => ({
    unitId,
    minutes,
    source,
    level,
    isCentralized,
  }))
}

test('a lesson is attended from several units: by code, by roll call, with leave, and each is credited at home', async () => {
  await signIn(guest, ticketFor(key))
  await mark(world.organizer, {
    ...key,
    memberId: absent.actor.personId,
    mark: 'absent',
    isRemote: false,
    note: '',
  })
  await markRest(world.organizer, { ...key, mark: 'present' })
  const record = await showActivity(world.organizer, key)
  expect(record.lacks).toEqual([])
  expect(
    record.roll.map(({ name, standing, mark: value, organizationName }) => [
      name,
      standing,
      value,
      organizationName,
    ]),
  ).toEqual(
    expect.arrayContaining([
      ['林听涛', 'due', 'present', '东支部'],
      ['谢远山', 'due', 'absent', '西支部'],
      ['陈书禾', 'due', 'present', '东支部'],
    ]),
  )

  const result = await close(world.organizer, await closing(world.organizer, key))
  expect(result).toEqual({ people: 2, postedMinutes: 480, waiting: [] })
  const credited = { minutes: 240, source: 'class', level: 'county', isCentralized: true }
  expect(await entriesOf(guest)).toEqual([{ ...credited, unitId: other.county.id }])
  expect(await entriesOf(own)).toEqual([{ ...credited, unitId: world.county.id }])
  expect(await entriesOf(absent)).toEqual([])

  const back = await reopen(world.organizer, { ...key, reason: '点名有误，需要更正' })
  expect(back).toEqual({ reversedMinutes: 480 })
  expect((await entriesOf(guest)).map(({ minutes }) => minutes)).toEqual(
    expect.arrayContaining([-240, 240]),
  )
})

test('who is not on the list cannot sign in, from whatever unit; a meeting still takes its own unit only', async () => {
  await expectRefusal(signIn(world.member, ticketFor(key)), 'activities.notEnrolled')
  await expectRefusal(signIn(other.member, ticketFor(key)), 'activities.notEnrolled')
  const meeting = await plantActivity(db, world.east)
  await expectRefusal(signIn(guest, ticketFor(meeting)), 'activities.otherUnit')

  const results = await Promise.allSettled(
    [own, world.member, guest, absent, own].map((one) => signIn(one, ticketFor(key))),
  )
  expect(results.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ])
  expect(await marksOfSessions(db, key.unitId, [key.activityId])).toHaveLength(3)
})

test('a learner sees the lesson on the phone, asks for leave before it begins, and nobody else sees it', async () => {
  const startsAt = new Date(noon.getTime() + 86_400_000)
  const endsAt = new Date(startsAt.getTime() + 3_600_000)
  const ahead = await opened({ startsAt, endsAt, title: '下一课' })
  const page = { past: false, page: 1, size: 20 }
  const { rows } = await listMine(guest, page)
  expect(rows.find(({ title }) => title === '下一课')).toMatchObject({
    kind: 'classSession',
    can: { leave: true },
  })
  expect((await listMine(other.member, page)).rows).toEqual([])
  await expectRefusal(showInvitation(other.member, ahead), 'activities.unknown')
  await expectRefusal(leave(other.member, { ...ahead, reason: '出差' }), 'activities.unknown')

  await leave(guest, { ...ahead, reason: '陪护家人住院' })
  expect(await showInvitation(guest, ahead)).toMatchObject({ mark: 'excused', way: 'leave' })
  const [row] = await marksOfSessions(db, ahead.unitId, [ahead.activityId])
  expect(row).toMatchObject({ ...who(guest), mark: 'excused', isClosed: false })
})

test('the timetable changes a lesson, nobody else; a withdrawn learner leaves the roll', async () => {
  const { memberId } = who(own)
  await expectRefusal(addGuest(world.organizer, { ...key, memberId }), 'activities.ofClass')
  await expectRefusal(cancel(world.organizer, { ...key, reason: '停课' }), 'activities.ofClass')
  const byMemberId = who(guest).memberId
  await signIn(guest, ticketFor(key))
  await proxy(world.organizer, { ...key, memberId, byMemberId, reason: '手机没电' })

  await inTransaction(db, (tx) => changeSession(tx, key, { ...lesson, placeText: '二号教室' }))
  await inTransaction(db, (tx) => listForSession(tx, key, [own, guest].map(who)))
  const { roll, place } = await showActivity(world.organizer, key)
  expect(place).toBe('二号教室')
  expect(roll.map(({ name }) => name).toSorted()).toEqual(['林听涛', '陈书禾'])

  await close(world.organizer, await closing(world.organizer, key))
  const late = inTransaction(db, (tx) => cancelSession(tx, key, { reason: '停课', now: noon }))
  await expectRefusal(late, 'activities.closed')
  const short = { ...lesson, endsAt: lesson.startsAt }
  const next = await opened()
  const wrong = inTransaction(db, (tx) => changeSession(tx, next, short))
  await expectRefusal(wrong, 'activities.timesOrder')
})

test('a lesson is no meeting of the branch, and nobody earns it and a meeting at one hour', async () => {
  const list = { organizationId: world.county.id, kinds: [], states: [], text: '' }
  const page = { onlyLate: false, page: 1, size: 20 }
  expect((await listMeetings(world.organizer, { ...list, ...page })).rows).toEqual([])

  await markRest(world.organizer, { ...key, mark: 'present' })
  await close(world.organizer, await closing(world.organizer, key))
  const meeting = await planned(other.secretary, other.east.id)
  const form = await finished(other.secretary, meeting)
  await expectRefusal(close(other.secretary, form), 'ledgers.overlap')
})
