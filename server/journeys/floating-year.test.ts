import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Day } from '../kernel/calendar.ts'
import { newId } from '../kernel/ids.ts'
import { addGuest } from '../modules/activities/acts/add-guest.ts'
import { close } from '../modules/activities/acts/close.ts'
import { reopen } from '../modules/activities/acts/reopen.ts'
import { findGuests } from '../modules/activities/views/guests.ts'
import { showActivity } from '../modules/activities/views/show.ts'
import { findActors } from '../modules/accounts/index.ts'
import { setBases } from '../modules/dues/acts/bases.ts'
import { pay } from '../modules/dues/acts/pay.ts'
import { arrearsFor } from '../modules/dues/index.ts'
import { answer } from '../modules/floating/acts/answer.ts'
import { assign } from '../modules/floating/acts/assign.ts'
import { contact } from '../modules/floating/acts/contact.ts'
import { find, look, lose } from '../modules/floating/acts/lose.ts'
import { reportIn } from '../modules/floating/acts/report-in.ts'
import { update } from '../modules/floating/acts/update.ts'
import { listIncoming } from '../modules/floating/views/check-ins.ts'
import { listFloating } from '../modules/floating/views/list.ts'
import { listLost } from '../modules/floating/views/losses.ts'
import { showFloating } from '../modules/floating/views/show.ts'
import { answerCensus, startCensus } from '../modules/floatingWork/acts/census.ts'
import { showCensus } from '../modules/floatingWork/views/census.ts'
import { waiting } from '../modules/ledgers/views.ts'
import { hourTotals } from '../modules/ledgers/table.ts'
import { ask } from '../modules/transfers/acts/start.ts'
import { listTransfers } from '../modules/transfers/views/list.ts'
import { myTransfers } from '../modules/transfers/views/mine.ts'
import { showTransfer } from '../modules/transfers/views/show.ts'
import { showPast } from '../modules/transfers/views/past.ts'
import { db } from '../testing/database.ts'
import { closing, finished, planned } from '../testing/theme-day.ts'
import { goingTo, monthLetter, takeStep } from '../testing/transfers.ts'
import { plant, plantCaller } from '../testing/world.ts'
import type { Person, World } from '../testing/world.ts'

/* One year of a member who works in another county: away, kept in touch with, at home there, and in the end received. */

type Cast = Awaited<ReturnType<typeof gather>>

/** Home and host lie in two counties that share nothing but the platform. */
async function gather() {
  const home = await plant(db)
  const host = await plant(db)
  const away = await plantCaller(db, home.east, { name: '周远行' })
  const hostSecretary = await plantCaller(db, host.west, { office: 'secretary', name: '石接待' })
  const neighbour = await plantCaller(db, home.west, { office: 'secretary' })
  const key = { unitId: home.east.unitId, memberId: away.actor.personId }
  return { home, host, away, hostSecretary, neighbour, key }
}

const on = (person: Person, day: Day): Person => ({
  ...person,
  now: () => new Date(`${day}T04:00:00Z`),
})

const ledger = (who: Person, home: World, show: 'all' | 'overdue' = 'all') =>
  listFloating(who, { organizationId: home.east.id, show, text: '', page: 1, size: 20 })

test('one floating member’s year: out, in touch, taken in, credited at home once, counted, paid, lost and found, transferred', async () => {
  const cast = await gather()
  await leave(cast)
  await reportToHost(cast)
  await attendAtTwoHosts(cast)
  await beCounted(cast)
  await payFromAfar(cast)
  await getLost(cast)
  await follow(cast)
  const { home, host, key } = cast
  expect(await minutesAt(host.west.unitId, key.memberId)).toBe(
    await minutesAt(home.east.unitId, key.memberId),
  )
})

/** January: the member says where they are; somebody of the branch keeps in touch, and the clock says when not. */
async function leave({ home, away, key }: Cast) {
  const stay = {
    since: '2026-01-05',
    reason: 'work' as const,
    range: 'nation' as const,
    destination: '远州省临江市',
    address: '',
    phone: '13900001234',
    hostName: '',
    hostContact: '',
    certificate: '',
    duesPaidTo: null,
  }
  await update(on(away, '2026-01-06'), { version: 0, stay })
  const secretary = on(home.secretary, '2026-01-07')
  const contactPersonId = home.member.actor.personId
  await assign(secretary, { unitId: key.unitId, memberIds: [key.memberId], contactPersonId })
  const reach = (day: Day, isReached: boolean) =>
    contact(on(home.secretary, day), {
      ...key,
      formId: newId(),
      on: day,
      way: 'phone',
      isReached,
      note: '询问近况',
    })
  await reach('2026-02-01', true)
  expect((await ledger(on(home.secretary, '2026-03-10'), home, 'overdue')).rows).toMatchObject([
    { name: '周远行', contact: { dueOn: '2026-03-03', isOverdue: true } },
  ])
  await reach('2026-03-11', true)
  expect((await ledger(on(home.secretary, '2026-03-12'), home, 'overdue')).rows).toEqual([])
}

/** March: to a branch of another county, which takes them in; both ends see it. */
async function reportToHost({ home, host, away, hostSecretary, key }: Cast) {
  await reportIn(on(away, '2026-03-15'), { hostId: host.west.id, phone: '', note: '在园区上班' })
  const there = on(hostSecretary, '2026-03-16')
  const page = { organizationId: host.west.id, page: 1, size: 10 }
  const { rows } = await listIncoming(there, page)
  const [row] = rows
  if (!row) throw new Error('nobody has come')
  const { unitId, checkInId, version } = row
  await answer(there, { unitId, checkInId, version, isAccepted: true, answer: '' })
  const shown = await showFloating(on(home.secretary, '2026-03-17'), key)
  expect(shown.checkIns).toMatchObject([{ hostName: '西支部', state: 'confirmed' }])
}

const minutesAt = async (unitId: string, memberId: string) =>
  (
    await db
      .select({ minutes: hourTotals.minutes })
      .from(hourTotals)
      .where(and(eq(hourTotals.unitId, unitId), eq(hourTotals.memberId, memberId)))
  )[0]?.minutes

/** April: a joint theme day, which both hosts report. The roll of each keeps the member; the hours count once. */
async function attendAtTwoHosts({ home, host, hostSecretary, neighbour, key }: Cast) {
  const [first, second] = [on(hostSecretary, '2026-04-20'), on(neighbour, '2026-04-20')]
  const there = await planned(first, host.west.id, { title: '两地联合主题党日' })
  const found = await findGuests(first, { ...there, text: '周远' })
  expect(found.rows).toMatchObject([{ memberId: key.memberId, organizationName: '东支部' }])
  await addGuest(first, { ...there, memberId: key.memberId })
  await close(first, await finished(first, there))
  expect(await minutesAt(key.unitId, key.memberId)).toBe(120)

  const again = await planned(second, home.west.id, { title: '两地联合主题党日' })
  await addGuest(second, { ...again, memberId: key.memberId })
  const closed = await close(second, await finished(second, again))
  expect(closed.waiting).toEqual(['周远行'])
  expect(await minutesAt(key.unitId, key.memberId)).toBe(120)
  for (const [who, record] of [[first, there] as const, [second, again] as const]) {
    const { roll } = await showActivity(who, record)
    expect(roll.find(({ memberId }) => memberId === key.memberId)).toMatchObject({
      mark: 'present',
      standing: 'guest',
    })
  }
  const evidence = await waiting(on(home.secretary, '2026-04-21'), {
    organizationId: home.east.id,
    page: 1,
    size: 10,
  })
  expect(evidence.rows).toMatchObject([{ why: expect.stringContaining('同一时间只能记一次学时') }])

  // Were the first a mistake, the second would count at once, and back again.
  await reopen(first, { ...there, reason: '名单有误' })
  expect(await minutesAt(key.unitId, key.memberId)).toBe(120)
  const late = await close(first, await closing(first, there))
  expect(late.waiting).toEqual(['周远行'])
  expect(await minutesAt(key.unitId, key.memberId)).toBe(120)
  const shown = await showFloating(on(home.secretary, '2026-04-22'), key)
  expect(shown.hours.map(({ title, minutes }) => `${title} ${minutes}`)).toContain(
    '两地联合主题党日 120',
  )
}

/** May: a round over the county, answered branch by branch. */
async function beCounted({ home, key }: Cast) {
  const round = await startCensus(on(home.organizer, '2026-05-06'), {
    organizationId: home.county.id,
    formId: newId(),
    title: '春季排查',
    scope: 'floating',
    until: '2026-05-31',
  })
  await answerCensus(on(home.secretary, '2026-05-08'), {
    ...round,
    memberUnitId: key.unitId,
    memberIds: [key.memberId],
    answer: 'away',
    note: '',
  })
  const seen = await showCensus(on(home.organizer, '2026-05-09'), {
    ...round,
    organizationId: home.county.id,
    show: 'away',
    page: 1,
    size: 10,
  })
  expect(seen.rows).toMatchObject([{ name: '周远行', destination: '远州省临江市' }])
}

/** June: half a year's dues by phone; nothing is owed. */
async function payFromAfar({ home, key }: Cast) {
  const secretary = on(home.secretary, '2026-06-02')
  const base = { category: 'inPost' as const, baseFen: 300_000, from: '2026-01', note: '' }
  await setBases(secretary, {
    organizationId: home.east.id,
    year: 2026,
    rows: [{ memberId: key.memberId, ...base }],
  })
  const paid = { fen: 9_000, paidOn: '2026-06-02', way: 'wechat' as const, text: '' }
  const { months } = await pay(secretary, {
    ...key,
    formId: newId(),
    fund: 'monthly',
    ...paid,
  })
  expect(months.length).toBeGreaterThanOrEqual(5)
  const now = new Date('2026-06-03T04:00:00Z')
  const standing = await arrearsFor(db, {
    unitId: key.unitId,
    memberIds: [key.memberId],
    now,
  })
  expect(standing.get(key.memberId)).toMatchObject({ stage: 'clear' })
}

/** July to September: nobody reaches them; the clock runs from the day, is seen, and stops when they are found. */
async function getLost({ home, key }: Cast) {
  const then = on(home.secretary, '2026-09-01')
  await lose(then, { ...key, since: '2026-07-01', cause: 'work', note: '电话停机' })
  await look(then, {
    ...key,
    formId: newId(),
    on: '2026-09-01',
    asked: '家属',
    result: '换了号码',
  })
  const lost = () =>
    listLost(on(home.secretary, '2026-09-02'), {
      organizationId: home.east.id,
      page: 1,
      size: 10,
    })
  expect((await lost()).rows).toMatchObject([
    { name: '周远行', loss: { stage: 'searching', nextOn: '2027-01-01' } },
  ])
  await find(on(home.secretary, '2026-09-02'), { ...key, on: '2026-09-02', how: '经家属联系上' })
  expect((await lost()).rows).toEqual([])
}

/** October: the place is settled, so the relationship follows. */
async function follow({ home, host, away, hostSecretary, key }: Cast) {
  const { rows } = await ledger(on(home.secretary, '2026-10-10'), home)
  expect(rows).toMatchObject([{ isTransferAdvised: true }])
  const transfer = await ask(on(away, '2026-10-11'), goingTo(host.west.id))
  await takeStep(on(home.secretary, '2026-10-12'), transfer, 'branch.agree')
  const shown = await showTransfer(on(home.organizer, '2026-10-13'), transfer)
  expect(shown.proposed.duesPaidTo >= '2026-05').toBe(true)
  const letter = { ...monthLetter, duesPaidTo: shown.proposed.duesPaidTo }
  await takeStep(on(home.organizer, '2026-10-13'), transfer, 'issue.issue', letter)
  await takeStep(on(host.organizer, '2026-10-15'), transfer, 'accept.accept')
  // Until then the origin answers for them.
  expect((await ledger(on(home.secretary, '2026-10-16'), home)).rows).toHaveLength(1)
  await takeStep(on(hostSecretary, '2026-10-20'), transfer, 'receive.receive')
  expect((await ledger(on(home.secretary, '2026-10-21'), home)).rows).toEqual([])

  const there = { unitId: host.west.unitId, memberId: key.memberId }
  expect(await minutesAt(there.unitId, there.memberId)).toBe(120)
  const past = await showPast(on(hostSecretary, '2026-12-31'), there)
  expect(past.hours).toMatchObject([{ year: 2026, minutes: 120 }])
  expect(past.dues).toMatchObject([{ organizationName: '东支部', from: '2026-01' }])
  expect(past.stays).toMatchObject([{ ended: '已转组织关系', endedOn: '2026-10-20' }])
  const december = new Date('2026-12-31T04:00:00Z')
  const [actor] = await findActors(db, [away.actor.accountId], december)
  if (!actor) throw new Error('the account was lost')
  const own = await myTransfers({ ...on(away, '2026-12-31'), actor }, {})
  expect(own).toMatchObject({ organizationName: '西支部', rows: [{ state: 'received' }] })
  for (const [who, at] of [
    [home.secretary, home.east.id] as const,
    [hostSecretary, host.west.id] as const,
  ]) {
    const page = { organizationId: at, show: 'received' as const, text: '', page: 1, size: 10 }
    expect((await listTransfers(on(who, '2026-12-31'), page)).rows).toMatchObject([
      { name: '周远行', letter: { duesPaidTo: shown.proposed.duesPaidTo } },
    ])
  }
}
