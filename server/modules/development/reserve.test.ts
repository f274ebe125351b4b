import { expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { applyOn, inspect, onDay, paceOf } from '../../testing/development.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plant, plantActivity, plantCaller } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { showBranch } from '../home/views/branch.ts'
import { showMember } from '../home/views/member.ts'
import { listInbox } from '../notices/views/inbox.ts'
import { attend } from './acts/attend.ts'
import { correct } from './acts/correct.ts'
import { record } from './acts/record.ts'
import { remind } from './acts/remind.ts'
import { reviewPool } from './acts/review-pool.ts'
import { appointOn } from '../../testing/development.ts'
import { showEvents } from './views/events.ts'
import { showMine } from './views/mine.ts'
import { showPond, showReviews } from './views/pond.ts'
import { showComparison } from './views/compare.ts'
import { showReserve } from './views/reserve.ts'

const factsOf = (shown: { version: number; name: string }) => ({
  version: shown.version,
  name: shown.name,
  idNumber: '',
  ethnicity: '01',
  education: '21',
  employment: 'employed' as const,
  occupation: '测绘员',
  isFrontline: true,
  phone: '',
  address: '',
  abilities: [] as string[],
})

async function planted() {
  const world = await plant(db)
  return { world, ...(await paceOf(db, world)) }
}

const everybody = {
  page: 1,
  size: 50,
  stage: null,
  education: null,
  age: null,
  ability: '',
  text: '',
} as const

test('[S4-06] the reserve is sorted by schooling, age and ability, and what was written down wrong is put right', async () => {
  const { world, shown } = await planted()
  const key = await applyOn(world, '2026-06-01')
  const other = { name: '高白露', serial: 14, education: '31', abilities: ['应急服务'] }
  await applyOn(world, '2026-06-02', other)
  const secretary = onDay(world.secretary, '2026-06-10')
  const told = { ...key, formId: newId(), reason: '学历证书核对，原登记有误' }
  const before = factsOf(await shown(key, '2026-06-10'))
  await expectRefusal(correct(secretary, { ...told, ...before }), 'development.corrected')
  const right = { ...before, education: '11', abilities: ['产业带富', '应急服务'] }
  await correct(secretary, { ...told, ...right })
  await expectRefusal(correct(secretary, { ...told, ...right }), 'input.stale')
  const after = await shown(key, '2026-06-10')
  expect(after).toMatchObject({ education: '11', idNumber: expect.stringContaining('*') })
  expect(after.chronicle[0]).toMatchObject({
    what: '更正',
    text: '更正学历、能力分类：学历证书核对，原登记有误',
  })

  const reserve = (asked: object) =>
    showReserve(secretary, { ...everybody, organizationId: world.east.id, ...asked })
  const all = await reserve({})
  expect(all).toMatchObject({
    total: 2,
    stages: { applicant: 2 },
    educations: { graduate: 1, college: 1 },
    ages: { under30: 2 },
  })
  expect(all.abilities.find(({ name }) => name === '应急服务')).toMatchObject({ count: 2 })
  expect((await reserve({ education: 'graduate' })).rows).toMatchObject([{ name: '林新禾' }])
  expect((await reserve({ ability: '产业带富', age: 'under30' })).total).toBe(1)
  expect((await reserve({ age: 'over45' })).total).toBe(0)
  const west = { ...everybody, organizationId: world.west.id }
  await expectRefusal(showReserve(secretary, west), 'organizations.unknown')
})

test('[S4-07] activists whose year is over stand side by side, and the ratio says how many are chosen', async () => {
  const { world, cultivate } = await planted()
  const people = [
    { name: '林新禾', serial: 12 },
    { name: '高白露', serial: 14 },
    { name: '沈谷雨', serial: 16 },
    { name: '方小满', serial: 18 },
  ]
  for (const [at, person] of people.entries()) {
    const key = await applyOn(world, '2026-06-01', person)
    // The last of them has become an activist later.
    await cultivate(key, ['2026-06-01', at === 3 ? '2027-01-20' : '2026-06-20'])
    const points = {
      kind: 'points',
      on: '2027-02-01',
      text: '年度积分',
      points: 60 - at * 10,
    } as const
    await record(onDay(world.secretary, '2027-02-01'), {
      ...key,
      ...points,
      formId: newId(),
      minutes: 0,
      days: 0,
      fileIds: [],
    })
  }
  const { ratio, rows: branches } = await showComparison(onDay(world.organizer, '2027-06-20'), {
    organizationId: world.county.id,
    page: 1,
    size: 50,
  })
  expect(ratio).toBe(2)
  expect(branches).toMatchObject([{ name: '东支部', places: 1 }])
  expect(branches[0]?.candidates.map(({ name, points }) => [name, points])).toEqual([
    ['林新禾', 60],
    ['高白露', 50],
    ['沈谷雨', 40],
  ])
})

test('[S4-09] a branch goes through its pond by a day, and whoever leaves it leaves with a reason', async () => {
  const { world, cultivate, shown } = await planted()
  const stays = await applyOn(world, '2026-06-01')
  await cultivate(stays, ['2026-06-01', '2026-06-20'])
  const leaves = await applyOn(world, '2026-06-01', { name: '高白露', serial: 14 })
  const secretary = onDay(world.secretary, '2026-12-10')
  const at = { organizationId: world.east.id }
  expect((await showReviews(secretary, { ...at, page: 1, size: 50 })).rows).toMatchObject([
    { name: '东支部', people: 2, lastOn: null, dueOn: '2026-12-01', isLate: true },
  ])
  expect((await showPond(secretary, at)).rows.map(({ name }) => name)).toEqual(['高白露', '林新禾'])
  const kept = { applicantId: stays.applicantId, verdict: 'keep', text: '表现稳定' } as const
  const left = { applicantId: leaves.applicantId, verdict: 'exit', text: '' } as const
  const form = { ...at, formId: newId() }
  const review = (rows: Parameters<typeof reviewPool>[1]['rows']) =>
    reviewPool(secretary, { ...form, rows })
  await expectRefusal(review([kept]), 'development.reviewAll')
  await expectRefusal(review([kept, left]), 'development.exitReason')
  const stranger = { ...kept, applicantId: newId() }
  await expectRefusal(review([kept, left, stranger]), 'development.exitReason')
  const exit = { ...left, text: '本人申请到外地长期务工，不再申请' }
  expect(await review([kept, exit])).toEqual({ kept: 1, left: 1 })
  expect(await review([kept, exit])).toEqual({ kept: 1, left: 1 })
  const gone = await shown(leaves, '2026-12-10')
  expect(gone).toMatchObject({ stage: 'ended', next: null })
  expect(gone.chronicle.map(({ text }) => text)).toContain(`退出后备：${exit.text}`)
  expect(
    (await shown(stays, '2026-12-10')).chronicle.filter((one) => one.what === '梳理后备'),
  ).toHaveLength(1)
  expect((await showReviews(secretary, { ...at, page: 1, size: 50 })).rows).toMatchObject([
    { people: 1, lastOn: '2026-12-10', dueOn: '2027-06-10', isLate: false, kept: 1, left: 1 },
  ])
  // Whoever left may apply again.
  await applyOn(world, '2026-12-11', { name: '高白露', serial: 14 })
})

async function held(
  world: World,
  kind: 'lecture' | 'committeeMeeting' | 'memberMeeting',
  title: string,
) {
  return plantActivity(db, world.east, {
    kind,
    title,
    startsAt: new Date('2026-07-01T09:00:00+08:00'),
    endsAt: new Date('2026-07-01T10:00:00+08:00'),
  })
}

test('[S4-17] [S3-73] the stage decides what somebody may come to, and what they came to stands in their file', async () => {
  const { world, cultivate, shown } = await planted()
  const activist = await applyOn(world, '2026-06-01')
  await cultivate(activist, ['2026-06-01', '2026-06-20'])
  const applicant = await applyOn(world, '2026-06-01', { name: '高白露', serial: 14 })
  const lecture = await held(world, 'lecture', '学习党章专题党课')
  const meeting = await held(world, 'memberMeeting', '七月支部党员大会')
  const committee = await held(world, 'committeeMeeting', '七月支委会')
  const secretary = onDay(world.secretary, '2026-07-02')
  const { events } = await showEvents(secretary, { organizationId: world.east.id })
  const peopleAt = (activityId: string) =>
    events.find((one) => one.activityId === activityId)?.people.map(({ name }) => name)
  expect(peopleAt(lecture.activityId)).toEqual(['高白露', '林新禾'])
  expect(peopleAt(meeting.activityId)).toEqual([])
  expect(peopleAt(committee.activityId)).toBeUndefined()

  const both = [activist.applicantId, applicant.applicantId]
  const came = { ...lecture, applicantIds: both }
  await expectRefusal(attend(onDay(world.secretary, '2026-06-30'), came), 'development.eventEarly')
  expect(await attend(secretary, came)).toEqual({ entered: 2 })
  expect(await attend(secretary, came)).toEqual({ entered: 0 })
  await expectRefusal(
    attend(secretary, { ...meeting, applicantIds: [activist.applicantId] }),
    'development.notPermitted',
  )
  const elsewhere = onDay(await plantCaller(db, world.west, { office: 'secretary' }), '2026-07-02')
  await expectRefusal(attend(elsewhere, came), 'development.eventUnknown')
  const { chronicle, totals } = await shown(activist, '2026-07-02')
  expect(chronicle.map(({ text }) => text)).toContain('参加党课：学习党章专题党课')
  expect(totals.activities).toBe(1)
})

test('half a year without an inspection is told to those who cultivate, once a day', async () => {
  const { world, cultivate } = await planted()
  const contact: Person = await plantCaller(db, world.east, { name: '周立秋' })
  const key = await applyOn(world, '2026-06-01')
  await cultivate(key, ['2026-06-01', '2026-06-20'])
  const { memberId = '' } = contact.actor
  await appointOn(world.secretary, { key, day: '2026-06-21' }, 'contact', [memberId])
  await inspect(world.secretary, key, '2026-07-01')
  const at = { organizationId: world.east.id }
  await expectRefusal(remind(onDay(world.secretary, '2026-12-10'), at), 'development.remindNobody')
  const later = onDay(world.secretary, '2026-12-20')
  expect(await remind(later, at)).toEqual({ reminded: 1, already: 0 })
  expect(await remind(later, at)).toEqual({ reminded: 0, already: 1 })
  const inbox = await listInbox(contact, { page: 1, size: 20, onlyUnread: false })
  expect(inbox.rows.map(({ title }) => title)).toContain('考察林新禾')
  const { cultivating } = await showMine(onDay(contact, '2026-12-20'), {})
  expect(cultivating).toMatchObject([{ name: '林新禾', inspectOn: '2027-01-01' }])
  const { todos } = await showMember(onDay(contact, '2026-12-20'), {})
  expect(todos.map(({ what }) => what)).toContain('考察林新禾')
  const desk = await showBranch(onDay(world.secretary, '2026-12-20'), at)
  expect(desk.todos.map(({ what }) => what)).toContain('梳理东支部的后备人员')
})
