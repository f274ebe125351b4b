import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { applyOn, onDay, paceOf } from '../../testing/development.ts'
import type { Pace } from '../../testing/development.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plant } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { findActors } from '../accounts/index.ts'
import { accounts } from '../accounts/table.ts'
import { showBranch } from '../home/views/branch.ts'
import { invite } from './acts/invite.ts'
import { move } from './acts/move.ts'
import { record, tell } from './acts/record.ts'
import { showBoard } from './views/board.ts'
import { showMine } from './views/mine.ts'
import { showPool } from './views/plan.ts'
import { showApplicant } from './views/show.ts'

let world: World
let shown: Pace['shown']
let cultivate: Pace['cultivate']
let branch: Pace['branch']
beforeEach(async () => {
  world = await plant(db)
  ;({ shown, cultivate, branch } = await paceOf(db, world))
})

test('[S4-37] [S4-38] [S3-42] points and service of an activist stand in the file where the next step is decided', async () => {
  const key = await applyOn(world, '2026-06-01')
  await cultivate(key, ['2026-06-01', '2026-06-20'])
  const write = (kind: 'service' | 'points', more: { minutes?: number; points?: number }) =>
    record(onDay(world.secretary, '2026-09-01'), {
      ...key,
      formId: newId(),
      kind,
      on: '2026-08-30',
      text: '参加防汛值守志愿服务',
      minutes: 0,
      points: 0,
      days: 0,
      fileIds: [],
      ...more,
    })
  await expectRefusal(write('points', {}), 'development.entryEmpty')
  await write('service', { minutes: 240, points: 4 })
  await write('points', { points: 40 })
  await write('points', { points: -4 })
  const { totals, chronicle } = await shown(key, '2026-09-01')
  expect(totals).toMatchObject({ points: 40, pointsWanted: 60, serviceMinutes: 240 })
  expect(chronicle[0]?.on).toBe('2026-08-30')
  const rows = await showBoard(onDay(world.secretary, '2026-09-01'), {
    page: 1,
    size: 50,
    organizationId: world.east.id,
    stage: null,
    text: '',
    onlyLate: false,
  })
  expect(rows.rows).toMatchObject([{ points: 40 }])
})

test('somebody goes on in another branch with the time they have', async () => {
  const key = await applyOn(world, '2026-06-01')
  await cultivate(key, ['2026-06-01', '2026-06-20'])
  const moving = {
    ...key,
    formId: newId(),
    organizationId: world.west.id,
    reason: '工作调动，培养考察材料已移交并审查',
  }
  await expectRefusal(move(onDay(world.secretary, '2026-10-01'), moving), 'organizations.unknown')
  await move(onDay(world.organizer, '2026-10-01'), moving)
  await expectRefusal(shown(key, '2026-10-01'), 'development.unknown')
  const there = await showApplicant(onDay(world.organizer, '2026-10-01'), key)
  expect(there).toMatchObject({ organizationName: '西支部', next: { earliestOn: '2027-06-20' } })
  expect(there.contacts.every(({ until }) => until === '2026-10-01')).toBe(true)
})

test('what is refused when somebody applies', async () => {
  const young = applyOn(world, '2015-06-01')
  await expectRefusal(young, 'development.young')
  await applyOn(world, '2026-06-01')
  await expectRefusal(applyOn(world, '2026-06-01'), 'development.known')
  await expectRefusal(
    applyOn(world, '2026-06-01', { idNumber: '990000199803040120' }),
    'input.invalid',
  )
  const past = [{ step: 'talk', on: '2026-06-01' }]
  await expectRefusal(applyOn(world, '2026-06-01', { serial: 16, past }), 'development.past')
  const taken = await applyOn(world, '2026-06-01', {
    serial: 18,
    past: [
      { step: 'apply', on: '2026-06-01' },
      { step: 'talk', on: '2026-06-01' },
    ],
  })
  expect((await shown(taken, '2026-06-01')).next).toMatchObject({ step: 'activist', number: 3 })
})

test('[S4-05] [S4-08] the registers of applicants and activists: who is where, who is late, and the pool', async () => {
  const first = await applyOn(world, '2026-06-01')
  await cultivate(first, ['2026-06-01', '2026-06-20'])
  const second = await applyOn(world, '2026-11-02', { name: '高白露', serial: 14 })
  await branch(second, '2026-11-02')
  const board = (day: string, more: object = {}) =>
    showBoard(onDay(world.secretary, day), {
      page: 1,
      size: 50,
      organizationId: world.east.id,
      stage: null,
      text: '',
      onlyLate: false,
      ...more,
    })
  expect(await board('2026-11-10')).toMatchObject({
    total: 2,
    late: 0,
    stages: { applicant: 1, activist: 1 },
  })
  // A month without a talk, and half a year without an inspection.
  const winter = await board('2026-12-22')
  expect(winter).toMatchObject({ late: 2 })
  expect(winter.rows.map(({ name }) => name)).toEqual(['高白露', '林新禾'])
  expect(winter.rows[0]?.turn).toMatchObject({
    isLate: true,
    dueOn: '2026-12-02',
    stepName: '派人谈话',
  })
  expect(await board('2026-12-22', { stage: 'activist' })).toMatchObject({
    total: 1,
    rows: [{ inspectOn: '2026-12-20', isInspectionLate: true }],
  })
  const { rows } = await showPool(world.organizer, { organizationId: world.county.id, year: 2026 })
  expect(rows[0]).toMatchObject({ stages: { applicant: 1, activist: 1 }, became: 0 })
  expect(rows.find(({ name }) => name === '西支部')).toMatchObject({ stages: {} })
})

test("an applicant sees their own way and nothing else, and the account becomes the member's", async () => {
  const key = await applyOn(world, '2026-04-20')
  const slip = await invite(world.secretary, key)
  await expectRefusal(invite(world.secretary, key), 'development.account')
  const [account] = await db.select().from(accounts).where(eq(accounts.login, slip.login))
  const [actor] = await findActors(db, [account?.id ?? ''], world.secretary.now())
  if (!actor) throw new Error('no account')
  const applicant: Person = { ...world.secretary, actor }
  const { own, cultivating } = await showMine(applicant, {})
  expect(own).toMatchObject({
    name: '林新禾',
    stage: 'applicant',
    next: { name: '递交入党申请书' },
  })
  expect(cultivating).toEqual([])
  await expectRefusal(showApplicant(applicant, key), 'reach.none')
  const home = showBranch(applicant, { organizationId: world.east.id })
  await expectRefusal(home, 'reach.none')
  const formId = newId()
  const words = { formId, text: '这一季度学习了党章，参加了两次志愿服务，认识更深了。' }
  await tell(onDay(applicant, '2026-06-02'), words)
  await tell(onDay(applicant, '2026-06-02'), words)
  const after = await showMine(onDay(applicant, '2026-06-02'), {})
  expect(after.own).toMatchObject({ totals: { thoughts: 1 }, entries: [{ what: '思想汇报' }] })
  await expectRefusal(tell(onDay(world.member, '2026-06-02'), words), 'development.notApplicant')
})
