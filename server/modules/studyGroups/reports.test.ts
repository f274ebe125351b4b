import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import {
  found,
  hold,
  on,
  plantTown,
  seat,
  sitting,
  topic,
  words,
} from '../../testing/study-groups.ts'
import type { Town } from '../../testing/study-groups.ts'
import { plantOrganization } from '../../testing/world.ts'
import { receipts } from '../notices/table.ts'
import { establish } from './acts/groups.ts'
import { issueBulletin } from './acts/bulletin.ts'
import { savePlan } from './acts/plan.ts'
import { report } from './acts/report.ts'
import { cancelSession, planSession } from './acts/sessions.ts'
import { watchReports } from './acts/watch.ts'
import { draftBulletin, listBulletins } from './views/bulletins.ts'
import { listGroups, showGroup } from './views/groups.ts'
import { myGroups } from './views/mine.ts'
import { listSessions, showSession } from './views/sessions.ts'

let place: Town
let { world, clerk, leader, deputy, unitId } = {} as Town
beforeEach(async () => {
  place = await plantTown()
  ;({ world, clerk, leader, deputy, unitId } = place)
})

test('[S3-12] a report is due five days after each sitting, drawn from the record, late and overdue are seen above', async () => {
  const key = await found(place)
  const first = sitting('2026-05-11')
  const second = sitting('2026-05-25', { title: '第二次' })
  for (const one of [first, second]) await planSession(on(clerk, '2026-05-01'), { ...key, ...one })
  const own = { unitId, sessionId: first.sessionId, version: 0, ...words }
  await expectRefusal(report(on(clerk, '2026-05-11', '10:00'), own), 'studyGroups.notHeld')
  await expectRefusal(report(on(clerk, '2026-05-12'), own), 'studyGroups.recordOpen')
  await hold(on(clerk, '2026-05-12'), first.sessionId, [deputy])
  await hold(on(clerk, '2026-05-25'), second.sessionId)
  const asked = {
    organizationId: world.county.id,
    groupId: null,
    state: null,
    page: 1,
    size: 20,
    year: 2026,
  }
  const list = async (day: string) => {
    const { rows, overdue, owed } = await listSessions(on(world.organizer, day), asked)
    return [rows.map(({ state, dueOn }) => `${state} ${dueOn}`).toSorted(), overdue, owed]
  }
  expect(await list('2026-05-16')).toEqual([['owed 2026-05-16', 'planned 2026-05-30'], 0, 1])
  expect(await list('2026-05-26')).toEqual([['overdue 2026-05-16', 'owed 2026-05-30'], 1, 1])
  expect(
    await report(on(clerk, '2026-05-30'), { ...own, sessionId: second.sessionId }),
  ).toMatchObject({
    isLate: false,
  })
  const count = async () => db.$count(receipts, eq(receipts.personId, clerk.actor.personId))
  expect(await watchReports(on(clerk, '2026-05-26'))).toBeGreaterThanOrEqual(1)
  await watchReports(on(clerk, '2026-05-27'))
  expect(await count()).toBe(1)
  expect(await report(on(clerk, '2026-05-30'), own)).toMatchObject({ isLate: true })
  await expectRefusal(report(clerk, { ...own, version: 1 }), 'studyGroups.reportedAlready')
  const shown = await showSession(world.organizer, { unitId, sessionId: first.sessionId })
  expect(shown).toMatchObject({
    state: 'reported',
    isLate: true,
    due: 2,
    present: 1,
    report: { points: words.points, byName: '郑书记员' },
  })
  expect(shown.minutes).toContain('丁一领学')
  expect(shown.roll.map(({ name, mark: word }) => [name, word])).toEqual([
    ['丁一', '到会'],
    ['马二', '缺席'],
  ])
  await expectRefusal(
    showSession(world.secretary, { unitId, sessionId: first.sessionId }),
    'studyGroups.sessionUnknown',
  )
})

test('[S3-15] [S3-66] the half-yearly bulletin is what the records say, fixed when it is issued', async () => {
  const key = await found(place)
  const book = { id: newId(), title: '领导干部必读书目之一', note: '县委下发' }
  const topics = [topic(2), topic(5), topic(8), topic(11)]
  const plan = { ...key, year: 2026, version: 0, intro: '', books: [book], topics, isAdopted: true }
  await savePlan(clerk, plan)
  const one = sitting('2026-05-11', { bookIds: [book.id] })
  await planSession(on(clerk, '2026-05-01'), { ...key, ...one })
  await hold(on(clerk, '2026-05-11'), one.sessionId, [deputy])
  const { books } = (await myGroups(on(leader, '2026-06-01'), {})).groups[0] ?? { books: [] }
  expect(books).toEqual([{ title: '领导干部必读书目之一', isRead: true }])

  const asked = { organizationId: world.county.id, year: 2026, half: 1 }
  await expectRefusal(
    issueBulletin(world.organizer, { ...asked, opinion: '' }),
    'studyGroups.halfOpen',
  )
  const july = on(world.organizer, '2026-07-02')
  expect((await draftBulletin(july, asked)).rows).toMatchObject([
    {
      held: 1,
      discussions: 1,
      discussionsNeeded: 2,
      due: 2,
      present: 1,
      late: 1,
      observed: 0,
      score: null,
      remark: '集体研讨少 1 次；到会率不足；一学一报迟报、未报 1 次',
    },
  ])
  await issueBulletin(july, { ...asked, opinion: '请补齐集体研讨。' })
  await expectRefusal(issueBulletin(july, { ...asked, opinion: '' }), 'studyGroups.bulletinThere')
  await report(on(clerk, '2026-07-03'), { unitId, sessionId: one.sessionId, version: 0, ...words })
  const { rows } = await listBulletins(july, { organizationId: world.county.id })
  expect(rows).toMatchObject([{ half: 1, opinion: '请补齐集体研讨。', rows: [{ late: 1 }] }])
  expect(await db.$count(receipts, eq(receipts.personId, leader.actor.personId))).toBe(2)
  await expectRefusal(
    listBulletins(clerk, { organizationId: world.county.id }),
    'organizations.unknown',
  )
})

test('[S1-22] sittings that heard a report on education and training are counted against the rule, with their minutes', async () => {
  const key = await found(place)
  const hearing = '镇党校汇报党员教育培训工作'
  const one = sitting('2026-05-11', { hearing })
  const other = sitting('2026-05-18', { hearing })
  const plain = sitting('2026-05-25')
  for (const each of [one, other, plain])
    await planSession(on(clerk, '2026-05-01'), { ...key, ...each })
  await hold(on(clerk, '2026-05-11'), one.sessionId)
  await hold(on(clerk, '2026-05-25'), plain.sessionId)
  // The second was never closed: nothing says that it took place.
  expect(await showGroup(on(clerk, '2026-06-01'), key)).toMatchObject({
    hearings: 1,
    hearingsNeeded: 2,
  })
  const shown = await showSession(world.organizer, { unitId, sessionId: one.sessionId })
  expect(shown).toMatchObject({ hearing, present: 2 })
  expect(shown.minutes).toContain('丁一领学')
})

test('the list pages, and its head counts all groups, also those of other pages', async () => {
  const key = await found(place)
  const hill = await plantOrganization(db, world.county, '西山镇党委', { kind: 'committee' })
  const seats = [seat(leader, 'leader')]
  await establish(world.organizer, { organizationId: hill.id, name: '西山镇中心组', seats })
  const one = sitting('2026-05-11')
  await planSession(on(clerk, '2026-05-01'), { ...key, ...one })
  await hold(on(clerk, '2026-05-12'), one.sessionId)
  const asked = { organizationId: world.county.id, size: 1, text: '', year: 2026 }
  const page = (number: number, text = '') =>
    listGroups(on(world.organizer, '2026-05-26'), { ...asked, page: number, text })
  const [first, second, third] = [await page(1), await page(2), await page(3)]
  const head = { total: 2, kept: 1, overdue: 1, unseen: 2, unfiled: 2 }
  for (const each of [first, second, third]) expect(each).toMatchObject(head)
  const rows = [first, second, third].flatMap((each) => each.rows)
  expect(new Set(rows.map(({ organizationId }) => organizationId))).toEqual(
    new Set([place.town.id, hill.id]),
  )
  const states = rows.map(({ standing }) => standing.quarters[1]?.state)
  expect(states.filter((state) => state === 'kept')).toHaveLength(head.kept)
  expect(rows.reduce((sum, { standing }) => sum + standing.overdue, 0)).toBe(head.overdue)
  expect(await page(1, '西山')).toMatchObject({ total: 1, kept: 0, overdue: 0, unseen: 1 })
})

const sessionsOf = async (changes: object, day = '2026-05-26') => {
  const asked = { organizationId: world.county.id, groupId: null, year: 2026, page: 1, size: 20 }
  const by = on(world.organizer, day)
  const shown = await listSessions(by, { ...asked, state: null, ...changes })
  return [shown.total, ...shown.rows.map(({ sessionId }) => sessionId)]
}

test('sittings are handed out page by page and by what became of their reports', async () => {
  const key = await found(place)
  const days = ['2026-05-11', '2026-05-25', '2026-05-26', '2026-06-20']
  const [first = '', second = '', third = '', fourth = ''] = await Promise.all(
    days.map(async (day) => {
      const one = sitting(day)
      await planSession(on(clerk, '2026-05-01'), { ...key, ...one })
      return one.sessionId
    }),
  )
  const cancelled = { unitId, sessionId: third, version: 0, reason: '改期' }
  await cancelSession(on(clerk, '2026-05-02'), cancelled)
  await hold(on(clerk, '2026-05-25'), second)
  expect(await sessionsOf({})).toEqual([4, fourth, third, second, first])
  expect(await sessionsOf({ size: 3, page: 2 })).toEqual([4, first])
  expect(await sessionsOf({ state: 'overdue' })).toEqual([1, first])
  expect(await sessionsOf({ state: 'owed' })).toEqual([1, second])
  expect(await sessionsOf({ state: 'planned' })).toEqual([1, fourth])
  expect(await sessionsOf({ state: 'cancelled' })).toEqual([1, third])
  await report(on(clerk, '2026-05-27'), { unitId, sessionId: second, version: 0, ...words })
  expect(await sessionsOf({ state: 'reported' }, '2026-05-27')).toEqual([1, second])
  expect(await sessionsOf({ state: 'owed' }, '2026-05-27')).toEqual([0])
})
