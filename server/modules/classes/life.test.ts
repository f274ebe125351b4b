import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import mammoth from 'mammoth'
import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import {
  applicationOf,
  at,
  goalOfClass,
  lessonOf,
  plantClass,
  taught,
} from '../../testing/classes.ts'
import { clientOf } from '../../testing/client.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plantFile } from '../../testing/files.ts'
import { files, plant, plantCaller, plantMember, plantOrganization } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { hourEntries } from '../ledgers/table.ts'
import { listInbox } from '../notices/views/inbox.ts'
import { announce } from './acts/announce.ts'
import { allot } from './acts/allot.ts'
import { apply } from './acts/apply.ts'
import { archive } from './acts/archive.ts'
import { attach } from './acts/attach.ts'
import { keep, settle } from './acts/bills.ts'
import { cancel } from './acts/cancel.ts'
import { change } from './acts/change.ts'
import { complete } from './acts/complete.ts'
import { decide } from './acts/decide.ts'
import { enrol } from './acts/enrol.ts'
import { keepSession } from './acts/keep-session.ts'
import { reportGoals } from './acts/report-goals.ts'
import { remove } from './acts/remove.ts'
import { signUp } from './acts/sign-up.ts'
import { submit } from './acts/submit.ts'
import { listEnrolments } from './views/enrolments.ts'
import { showClass } from './views/show.ts'

let world: World
let unitId: string
beforeEach(async () => {
  world = await plant(db)
  unitId = world.county.id
})

const after = () => at(world.organizer, '2026-06-13T02:00:00Z')
const page = { page: 1, size: 200, text: '' }

async function applied(caller: Person, organizationId: string, changes = {}) {
  const classId = newId()
  return apply(caller, { ...applicationOf(changes), classId, organizationId })
}

describe('an application', () => {
  test('is refused with the line and the cap, and nothing is kept', async () => {
    const lecturer = { name: '李四', rank: 'associate' as const, hours: 5, halfDays: 1 }
    const budget = { ...applicationOf().budget, lecturers: [{ ...lecturer, fen: 2500_00 }] }
    const over = applied(world.organizer, unitId, { budget })
    await expect(over).rejects.toMatchObject({
      reason: 'classes.over',
      words: { 项目: '讲课费（李四）', 金额: '2,500', 上限: '2,000' },
    })
    const total = { ...budget, lecturers: [], lodging: 82_500_01 }
    await expectRefusal(applied(world.organizer, unitId, { budget: total }), 'classes.over')
    const unknown = { partnerId: newId() }
    await expectRefusal(applied(world.organizer, unitId, unknown), 'classes.partnerUnknown')
  })

  test('goes up to be approved; returned, it is changed and goes up again; the form sent twice is one', async () => {
    const town = await plantOrganization(db, world.county, '红溪镇党委', { kind: 'committee' })
    const clerk = await plantCaller(db, town, { office: 'clerk' })
    const classId = newId()
    const form = { ...applicationOf({ level: 'township' }), classId, organizationId: town.id }
    const key = await apply(clerk, form)
    expect(await apply(clerk, form)).toEqual(key)
    await submit(clerk, { ...key, version: 0 })
    const asked = { ...key, step: 'review', reason: '' }
    await expectRefusal(decide(clerk, { ...asked, outcome: 'approve' }), 'procedures.above')
    const back = { ...asked, outcome: 'return' as const }
    await expectRefusal(decide(world.organizer, back), 'procedures.reason')
    await decide(world.organizer, { ...back, reason: '请压缩天数' })
    expect(await showClass(clerk, key)).toMatchObject({ state: 'returned', reason: '请压缩天数' })

    const { version } = await showClass(clerk, key)
    const shorter = { ...applicationOf({ level: 'township', until: '2026-06-11' }), ...key }
    await expectRefusal(change(clerk, { ...shorter, version: 0 }), 'input.stale')
    const changed = await change(clerk, { ...shorter, version })
    await submit(clerk, { ...key, ...changed })
    await expectRefusal(change(clerk, { ...shorter, ...changed }), 'classes.state')
    await decide(world.organizer, { ...asked, outcome: 'approve' })
    expect(await showClass(clerk, key)).toMatchObject({ state: 'approved', until: '2026-06-11' })
  })
})

test('[S0-28] a class lives from its application to the archive, and its hours count as centralised', async () => {
  const key = await applied(world.organizer, unitId, { until: '2026-06-10', people: 4 })
  await submit(world.organizer, { ...key, version: 0 })
  await decide(world.organizer, { ...key, step: 'review', outcome: 'approve', reason: '' })
  await expectRefusal(announce(world.organizer, key), 'classes.noQuota')
  await allot(world.organizer, { ...key, quotas: [{ organizationId: world.east.id, seats: 4 }] })
  await announce(world.organizer, key)
  const inbox = await listInbox(world.secretary, { page: 1, size: 5, onlyUnread: false })
  expect(inbox.rows[0]?.body).toContain('给东支部名额 4 个，请在 2026-06-08 前报名')

  const absent = await plantMember(db, world.east, { name: '钱缺课' })
  await signUp(world.member, key)
  await enrol(world.secretary, { ...key, memberUnitId: unitId, memberId: absent })
  const lesson = lessonOf(key)
  await keepSession(world.organizer, lesson)
  const second = {
    startsAt: '2026-06-10T06:00:00.000Z',
    endsAt: '2026-06-10T09:00:00.000Z',
    title: '支部书记怎么抓党建',
    role: 'core' as const,
  }
  const afternoon = lessonOf(key, second)
  await keepSession(world.organizer, afternoon)
  await expectRefusal(complete(world.organizer, key), 'classes.notOver')
  await expectRefusal(complete(after(), key), 'classes.recordsOpen')
  await taught(after(), lesson)
  await taught(after(), afternoon, [absent])

  const entries = await db
    .select()
    .from(hourEntries)
    .where(eq(hourEntries.memberId, world.member.actor.personId))
  expect(entries).toMatchObject([
    { source: 'class', isCentralized: true, level: 'county', minutes: 240 },
    { source: 'class', isCentralized: true, minutes: 240 },
  ])
  await expectRefusal(remove(after(), { ...key, reason: '不办了' }), 'classes.hoursPosted')
  await expectRefusal(cancel(after(), { ...key, reason: '不办了' }), 'classes.hoursPosted')

  expect(await complete(after(), key)).toEqual({ passed: 1, failed: 1 })
  const { rows } = await listEnrolments(after(), { ...key, ...page })
  expect(rows.find(({ name }) => name === '钱缺课')).toMatchObject({
    result: 'failed',
    resultReason: expect.stringContaining('超过总课时 6 小时的 1/7') as unknown,
  })

  const bill = { ...key, billId: newId(), day: '2026-06-10', payee: '县委党校', note: '' }
  const plain = { rank: 'none' as const, hours: 0, halfDays: 0, fileIds: [] }
  await keep(after(), { ...bill, ...plain, line: 'food', fen: 1100_01 })
  await expect(settle(after(), key)).rejects.toMatchObject({
    reason: 'settlements.over',
    words: { 项目: '综合定额', 金额: '1,100.01', 上限: '1,100' },
  })
})

test('a class is settled within its caps and leaves as an archive with a list of what is in it', async () => {
  const key = await plantClass(db, world.county, { state: 'completed', completedAt: new Date() })
  await expectRefusal(settle(after(), key), 'settlements.none')
  const bill = { ...key, day: '2026-06-10', payee: '林老师', note: '讲课' }
  const fee = { line: 'lecturer' as const, rank: 'senior' as const, hours: 3, halfDays: 1 }
  const lecture = { ...bill, ...fee, billId: newId(), fen: 3000_00, fileIds: [] }
  await expectRefusal(keep(after(), { ...lecture, hours: 0 }), 'settlements.lecturer')
  await keep(after(), lecture)
  await expectRefusal(keep(after(), lecture), 'settlements.taken')
  expect(await settle(after(), key)).toEqual({ totalFen: 3000_00 })

  await expectRefusal(archive(after(), key), 'classes.papersMissing')
  const fileId = await plantFile(db, world.organizer, '总结.pdf')
  await files.receive(fileId, Readable.from(['x']), 10)
  await files.keep(fileId)
  await attach(after(), { ...key, fileId, paper: 'summary' })
  await expectRefusal(archive(after(), key), 'classes.goalsOpen')
  const { version } = await showClass(after(), key)
  const reached = { goal: goalOfClass.goal, actual: '人人主持过一次', isMet: true }
  await reportGoals(after(), { ...key, version, results: [reached] })
  await archive(after(), key)
  await expectRefusal(keep(after(), { ...lecture, billId: newId() }), 'classes.state')

  const { app } = await clientOf(after())
  const address = `/api/classes/${key.unitId}/${key.classId}`
  const cookies = { session: 'of the test' }
  const { statusCode, headers, rawPayload } = await app.inject({
    url: `${address}/archive`,
    cookies,
  })
  expect(statusCode).toBe(200)
  expect(headers['content-type']).toBe('application/zip')
  const text = rawPayload.toString('latin1')
  expect(text.startsWith('PK')).toBe(true)
  const names = rawPayload.toString('utf8')
  for (const name of ['manifest.json', '培训通知.docx', '学员名册.csv', '经费结算.csv', '总结.pdf'])
    expect(names).toContain(name)

  const paper = await app.inject({ url: `${address}/notice`, cookies })
  const { value } = await mammoth.extractRawText({ buffer: paper.rawPayload })
  for (const words of ['关于举办党支部书记培训班的通知', '请于2026年6月8日前报名', '李培', '回执'])
    expect(value).toContain(words)
  const neighbour = await plantCaller(db, world.west, { office: 'secretary' })
  const foreign = await clientOf(neighbour)
  const refused = await foreign.app.inject({ url: `${address}/archive`, cookies })
  expect(refused.statusCode).toBe(404)
})
