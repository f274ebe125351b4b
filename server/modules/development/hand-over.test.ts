import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { inTransaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { applyOn, inspect, onDay, paceOf, unanimous } from '../../testing/development.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plant, plantCaller } from '../../testing/world.ts'
import type { Person } from '../../testing/world.ts'
import { files } from '../files/table.ts'
import { caseFiles } from '../procedures/index.ts'
import { move } from './acts/move.ts'
import { handOver, wayOf } from './index.ts'
import { showApplicant } from './views/show.ts'
import { showBoard } from './views/board.ts'

const today = '2026-12-01'

async function mayOpen({ actor, now }: Person, fileId: string): Promise<boolean> {
  const [file] = await db.select().from(files).where(eq(files.id, fileId))
  return file ? caseFiles.maySee({ db, actor, now: now() }, file) : false
}

const papersChecked = '调往外单位，培养考察材料已密封移交并审查'

test('somebody goes on in another unit with their time, papers and chronicle, and is closed where they were', async () => {
  const [here, there] = [await plant(db), await plant(db)]
  const { cultivate, shown } = await paceOf(db, here)
  const key = await applyOn(here, '2026-04-20')
  await cultivate(key, ['2026-04-20', '2026-05-20'])
  await inspect(here.secretary, key, '2026-11-20')
  const before = await shown(key, '2026-12-01')
  const scan = before.chronicle.flatMap((one) => one.files)[0]
  if (!scan) throw new Error('the application was scanned')

  const now = new Date('2026-12-01T12:00:00+08:00')
  const by = here.organizer.actor
  const handed = { ...key, papersChecked, by, now, to: there.east }
  const moved = await inTransaction(db, (tx) => handOver(tx, { ...handed, formId: newId() }))
  expect(moved).toMatchObject({ unitId: there.east.unitId, isNew: true })

  // Under the rules of 2014, a year from the day on which they became an activist there.
  const receiver = onDay(there.secretary, '2026-12-01')
  const after = await showApplicant(receiver, moved)
  expect(after).toMatchObject({
    name: '林新禾',
    organizationName: '东支部',
    ruleVersion: '2014',
    stage: 'activist',
    next: { step: 'cultivate', earliestOn: '2027-05-20' },
    totals: { inspections: 1, inspectOn: '2027-05-20' },
  })
  expect(after.chronicle.length).toBe(before.chronicle.length + 1)
  expect(after.chronicle.map(({ text }) => text)).toContain(`由东支部转到东支部：${papersChecked}`)
  expect(after.chronicle.flatMap((one) => one.files)).toContainEqual(scan)
  expect(await mayOpen(receiver, scan.fileId)).toBe(true)
  expect(await mayOpen(onDay(here.secretary, today), scan.fileId)).toBe(false)

  // What stayed behind is closed: it can neither go on nor leave a second time.
  const left = await shown(key, '2026-12-01')
  expect(left).toMatchObject({ stage: 'ended', next: null })
  await expectRefusal(inspect(here.secretary, key, '2026-12-01'), 'development.over')
  const again = inTransaction(db, (tx) => handOver(tx, { ...handed, formId: newId() }))
  await expectRefusal(again, 'development.over')
  await expectRefusal(shown(moved, '2026-12-01'), 'development.unknown')
  const board = await showBoard(receiver, {
    organizationId: there.east.id,
    page: 1,
    size: 20,
    stage: null,
    text: '',
    onlyLate: false,
  })
  expect(board.rows.map(({ applicantId }) => applicantId)).toEqual([moved.applicantId])

  // And back again, with all of it.
  const back = await inTransaction(db, (tx) =>
    handOver(tx, { ...handed, ...moved, to: here.west, formId: newId() }),
  )
  const home = await showApplicant(onDay(here.organizer, '2027-05-21'), back)
  expect(home).toMatchObject({ next: { step: 'cultivate', earliestOn: '2027-05-20' } })
  expect(home.chronicle.length).toBe(before.chronicle.length + 2)
})

test('between the meeting and the approval nobody is moved', async () => {
  const world = await plant(db)
  await paceOf(db, world)
  const steps = ['apply', 'talk', 'activist', 'activistFiled', 'contacts', 'cultivate', 'target']
  const later = ['targetFiled', 'introducers', 'review', 'training', 'committee', 'prereview']
  const past = [...steps, ...later, 'volunteer', 'meeting'].map((step) => ({
    step,
    on: '2026-06-01',
  }))
  const key = await applyOn(world, '2026-06-01', { past })
  const moving = { ...key, formId: newId(), organizationId: world.west.id, reason: '工作调动' }
  await expectRefusal(move(onDay(world.organizer, '2026-06-02'), moving), 'development.moveNow')
})

test('a member on probation takes the file along, and probation ends where it would have ended', async () => {
  const world = await plant(db)
  const { branch, above } = await paceOf(db, world)
  const steps = ['apply', 'talk', 'activist', 'activistFiled', 'contacts', 'cultivate', 'target']
  const later = ['targetFiled', 'introducers', 'review', 'training', 'committee', 'prereview']
  const past = [...steps, ...later, 'volunteer'].map((step) => ({ step, on: '2026-06-01' }))
  const key = await applyOn(world, '2026-06-01', { past })
  await branch(key, '2026-06-20', { vote: unanimous })
  await above(key, '2026-06-21')
  await above(key, '2026-06-22')
  const { memberId } = await showApplicant(onDay(world.organizer, '2026-06-23'), key)
  const who = { unitId: key.unitId, memberId: memberId ?? '' }
  expect(await wayOf(db, who)).toEqual(key)
  const now = new Date('2026-09-01T12:00:00+08:00')
  const by = world.organizer.actor
  const handed = { ...key, papersChecked, by, now, to: world.west, memberId, formId: newId() }
  await inTransaction(db, (tx) => handOver(tx, handed))
  const west = await plantCaller(db, world.west, { office: 'secretary' })
  expect(await showApplicant(onDay(west, '2026-09-01'), key)).toMatchObject({
    organizationName: '西支部',
    probationEnds: '2027-06-20',
    memberId,
  })
})
