import { and, eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { ask } from '../modules/development/acts/ask.ts'
import { setQuota } from '../modules/development/acts/set-quota.ts'
import { showNotice } from '../modules/development/views/notice.ts'
import { showQuotas } from '../modules/development/views/plan.ts'
import { members } from '../modules/members/table.ts'
import { answer } from '../modules/procedures/acts/answer.ts'
import { question } from '../modules/procedures/views/question.ts'
import { db } from '../testing/database.ts'
import {
  appointOn,
  applyOn,
  inspect,
  onDay,
  paceOf,
  postOn,
  train,
  unanimous,
} from '../testing/development.ts'
import type { ApplicantKey, Pace } from '../testing/development.ts'
import { expectRefusal } from '../testing/expect.ts'
import { plant } from '../testing/world.ts'
import type { Person, World } from '../testing/world.ts'

let world: World
let contacts: readonly string[]
let branch: Pace['branch']
let above: Pace['above']
let shown: Pace['shown']
let cultivate: Pace['cultivate']
beforeEach(async () => {
  world = await plant(db)
  ;({ contacts, branch, above, shown, cultivate } = await paceOf(db, world))
})

const openCode = (path: string) => path.split('/').at(-1) ?? ''

async function untilMeeting(key: ApplicantKey, day: string) {
  await above(key, day)
  await appointOn(world.secretary, { key, day }, 'introducer', contacts)
  await branch(key, day)
  await branch(key, day)
  await train(world.secretary, key, day)
  await above(key, day)
  await branch(key, day)
  await above(key, day)
  await branch(key, day)
}

async function askWith(caller: Person, key: ApplicantKey, day: string) {
  const asked = { formId: newId(), department: '县纪委', question: '请核实林新禾有无违纪情况' }
  const { path } = await ask(onDay(caller, day), { ...key, ...asked, dueOn: '2027-07-20' })
  return openCode(path)
}

test('[S4-11] from the application to full membership in twenty-five steps, under the rules of 2026', async () => {
  const key = await applyOn(world, '2026-06-01')
  expect((await shown(key, '2026-06-01')).next).toMatchObject({ number: 1, lacks: [] })
  await cultivate(key, ['2026-06-01', '2026-06-20'])

  // 364 days are no year, whatever was inspected.
  await inspect(world.secretary, key, '2026-12-20')
  await expectRefusal(branch(key, '2027-06-19'), 'procedures.early')
  await branch(key, '2027-06-20')

  await toTarget(key)
  await toVolunteer(key)
  await toApproval(key)
  await toMembership(key)
})

const anybodyOn = (day: string) => ({ ...onDay(world.stranger, day), actor: undefined })

/** The notice hangs for five days of work, and closes by itself. */
async function toTarget(key: ApplicantKey) {
  await expectRefusal(branch(key, '2027-06-21'), 'procedures.needs')
  await expectRefusal(postOn(world.secretary, key, '2027-06-21', 3), 'development.noticeShort')
  const notice = await postOn(world.secretary, key, '2027-06-21')
  expect(notice.until).toBe('2027-06-28')
  const code = openCode(notice.path)
  expect(await showNotice(anybodyOn('2027-06-28'), { code })).toMatchObject({
    name: '林新禾',
    bornMonth: '1998-03',
  })
  const later = { ...anybodyOn('2027-06-29'), now: () => new Date('2027-06-29T00:00:00+08:00') }
  await expectRefusal(showNotice(later, { code }), 'development.noticeGone')
  await expectRefusal(branch(key, '2027-06-25'), 'procedures.early')
  await branch(key, '2027-06-28')
  expect((await shown(key, '2027-06-28')).next).toMatchObject({
    number: 8,
    deciders: expect.stringContaining('上级'),
  })
  await expectRefusal(branch(key, '2027-06-29'), 'procedures.right')
  expect(await above(key, '2027-07-01')).toMatchObject({ stage: 'target', next: 'introducers' })
}

/** Introduced, reviewed together with another department, trained, examined. */
async function toVolunteer(key: ApplicantKey) {
  await appointOn(world.secretary, { key, day: '2027-07-01' }, 'introducer', contacts)
  await branch(key, '2027-07-01')
  const asked = await askWith(world.secretary, key, '2027-07-02')
  expect(await question(anybodyOn('2027-07-02'), { code: asked })).toEqual({
    department: '县纪委',
    question: '请核实林新禾有无违纪情况',
    dueOn: '2027-07-20',
    isAnswered: false,
  })
  await expectRefusal(branch(key, '2027-07-03'), 'procedures.opinions')
  const said = { code: asked, answer: 'agree', text: '', name: '何中立' } as const
  await answer(anybodyOn('2027-07-02'), said)
  await expectRefusal(answer(anybodyOn('2027-07-02'), said), 'procedures.answered')
  await branch(key, '2027-07-03')
  await train(world.secretary, key, '2027-07-10', 1_380)
  await expectRefusal(above(key, '2027-07-12'), 'procedures.needs')
  await train(world.secretary, key, '2027-07-12', 60)
  await above(key, '2027-07-12')
  await branch(key, '2027-07-15')
  await above(key, '2027-07-31')
  await branch(key, '2027-08-05')
  expect((await shown(key, '2027-08-05')).next).toMatchObject({
    number: 15,
    dueOn: '2027-08-31',
    roll: 5,
  })
}

/** The branch votes, the committee approves on the last day. */
async function toApproval(key: ApplicantKey) {
  const few = { ...unanimous, present: 3, written: 0, inFavour: 2, against: 1 }
  await expectRefusal(branch(key, '2027-08-29'), 'development.voteMissing')
  await expectRefusal(branch(key, '2027-08-29', { vote: few }), 'development.voteFailed')
  await branch(key, '2027-08-29', { vote: unanimous })
  await above(key, '2027-09-05')
  expect((await shown(key, '2027-09-05')).next).toMatchObject({
    dueOn: '2027-11-29',
    limitOn: '2028-02-29',
  })
  // The last day of the third month is in time.
  expect(await above(key, '2027-11-29')).toMatchObject({ stage: 'probationary', isLate: false })
}

/** On the roll, a year of probation, full. */
async function toMembership(key: ApplicantKey) {
  const [member] = await db
    .select()
    .from(members)
    .where(and(eq(members.organizationId, world.east.id), eq(members.name, '林新禾')))
  expect(member).toMatchObject({ stage: 'probationary', joinedOn: '2027-08-29', confirmedOn: null })
  await above(key, '2027-12-01')
  await branch(key, '2027-12-01')
  expect((await shown(key, '2027-12-01')).next).toMatchObject({
    stepName: '入党宣誓',
    dueOn: '2027-12-29',
  })
  await branch(key, '2027-12-10')
  await inspect(world.secretary, key, '2028-02-20')
  await branch(key, '2028-08-01')
  await branch(key, '2028-08-10')
  await expectRefusal(
    branch(key, '2028-08-28', { outcome: 'confirm', vote: unanimous }),
    'procedures.early',
  )
  await branch(key, '2028-08-29', { outcome: 'confirm', vote: { ...unanimous } })
  expect(await above(key, '2028-09-30', { outcome: 'confirm' })).toMatchObject({ stage: 'full' })
  await branch(key, '2028-10-08')

  const end = await shown(key, '2028-10-09')
  expect(end).toMatchObject({ stage: 'full', next: null, memberId: member?.id })
  expect(end.steps.every(({ on }) => on !== null)).toBe(true)
  const [full] = await db
    .select()
    .from(members)
    .where(eq(members.id, member?.id ?? ''))
  expect(full).toMatchObject({ stage: 'full', confirmedOn: '2028-08-29' })
  await expectRefusal(inspect(world.secretary, key, '2028-10-09'), 'development.over')
  await expect(db.execute(sql`update applicant_entries set text = '改'`)).rejects.toThrow()
  await expect(db.execute(sql`delete from applicant_entries`)).rejects.toThrow()
}

/** Under the rules of 2014, from April 2026 to the branch meeting. */
async function admitted(day = '2027-08-02'): Promise<ApplicantKey> {
  const key = await applyOn(world, '2026-04-20')
  await cultivate(key, ['2026-04-20', '2026-05-20'])
  await inspect(world.secretary, key, '2026-11-20')
  await branch(key, '2027-06-01')
  await branch(key, '2027-06-02')
  await untilMeeting(key, '2027-06-03')
  await branch(key, day, { vote: unanimous })
  await above(key, day)
  return key
}

test('a case opened under the rules of 2014 in April 2026 is finished under them in 2027', async () => {
  const key = await admitted()
  const { steps, ruleVersion, next } = await shown(key, '2027-08-02')
  expect(ruleVersion).toBe('2014')
  // No notice was asked for, and the meeting two months after the pre-examination was not late.
  expect(steps.find(({ key: one }) => one === 'target')?.clause).toContain('2014年')
  const { chronicle } = await shown(key, '2027-08-02')
  expect(chronicle.filter(({ isLate }) => isLate)).toEqual([])
  expect(next).toMatchObject({ step: 'approve', dueOn: '2027-11-02', limitOn: '2028-02-02' })

  // After three months it takes a reason, after six it is too late.
  await expectRefusal(above(key, '2027-11-03'), 'procedures.late')
  await expectRefusal(above(key, '2028-02-03', { reason: '情况特殊' }), 'procedures.limit')
  const late = await above(key, '2027-11-30', { reason: '审批期间被审批人因公外出' })
  expect(late).toMatchObject({ stage: 'probationary', isLate: true })
  await above(key, '2027-12-01')
  await branch(key, '2027-12-02')
  const { next: oath } = await shown(key, '2027-12-02')
  expect(oath).toMatchObject({ step: 'oath', dueOn: null })
})

test('probation is extended once, and then confirmed or cancelled', async () => {
  const key = await admitted()
  await above(key, '2027-08-10')
  await above(key, '2027-08-11')
  for (const day of ['2027-08-12', '2027-08-13', '2028-07-01', '2028-07-02']) await branch(key, day)
  const extend = { outcome: 'extend', reason: '有待进一步考察', vote: unanimous }
  await expectRefusal(branch(key, '2028-08-02', { ...extend, months: 13 }), 'development.months')
  await branch(key, '2028-08-02', { ...extend, months: 6 })
  await expectRefusal(above(key, '2028-08-10', { outcome: 'confirm' }), 'development.resolved')
  await above(key, '2028-08-10', { outcome: 'extend', reason: '同意延长' })
  expect(await shown(key, '2028-08-10')).toMatchObject({
    probationEnds: '2029-02-02',
    stage: 'probationary',
  })

  await branch(key, '2029-01-20')
  await branch(key, '2029-01-21')
  await expectRefusal(
    branch(key, '2029-02-02', { ...extend, months: 6 }),
    'development.extendedOnce',
  )
  await branch(key, '2029-02-02', { outcome: 'cancel', reason: '不履行党员义务', vote: unanimous })
  await above(key, '2029-03-01', { outcome: 'cancel', reason: '同意支部大会决议' })
  const { memberId, stage, contacts: open } = await shown(key, '2029-03-01')
  expect(stage).toBe('ended')
  expect(open.filter(({ until }) => until === null)).toEqual([])
  const [gone] = await db
    .select()
    .from(members)
    .where(eq(members.id, memberId ?? ''))
  expect(gone).toMatchObject({ leftOn: '2029-03-01', leftBecause: 'removed' })
})

test('[S4-03] [S4-10] no more are admitted than the plan of any level allows, and their structure stands beside the target', async () => {
  const plan = { year: 2027, version: 0, targets: { women: 40, youth: 60 } }
  await setQuota(world.organizer, { ...plan, organizationId: world.county.id, persons: 0 })
  const key = await admitted()
  await expectRefusal(above(key, '2027-08-20'), 'development.quota')
  const again = { ...plan, organizationId: world.county.id, persons: 1 }
  await expectRefusal(setQuota(world.organizer, again), 'input.stale')
  await setQuota(world.organizer, { ...again, version: 1 })
  await above(key, '2027-08-20')
  const { rows } = await showQuotas(world.organizer, {
    organizationId: world.county.id,
    year: 2027,
  })
  expect(rows[0]).toMatchObject({
    persons: 1,
    admitted: 1,
    targets: { women: 40, youth: 60 },
    actual: { women: 100, youth: 100, frontline: 100 },
  })
})
