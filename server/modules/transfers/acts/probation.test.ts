import { expect, test } from 'vitest'
import { idNumberOf } from '../../../testing/citizens.ts'
import { db } from '../../../testing/database.ts'
import { applyOn, onDay, paceOf } from '../../../testing/development.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { plantFile } from '../../../testing/files.ts'
import { goingTo, monthLetter, takeStep } from '../../../testing/transfers.ts'
import { plant, plantCaller, plantMember, vault } from '../../../testing/world.ts'
import { wayOf } from '../../development/index.ts'
import { showApplicant } from '../../development/views/show.ts'
import { start } from './start.ts'

const serial = 333
const steps =
  'apply talk activist activistFiled contacts cultivate target targetFiled introducers review training committee prereview volunteer meeting superiorTalk approve'.split(
    ' ',
  )

test('somebody on probation goes on in another county with the time they have', async () => {
  const [home, host] = [await plant(db), await plant(db)]
  await paceOf(db, home)
  const memberId = await plantMember(db, home.east, {
    name: '林新禾',
    stage: 'probationary',
    joinedOn: '2026-06-01',
    confirmedOn: null,
    idNumberIndex: vault.index(idNumberOf('1998-03-04', serial)),
  })
  const past = steps.map((step) => ({ step, on: '2026-06-01' }))
  const file = await applyOn(home, '2026-06-01', { serial, past })
  const key = { unitId: home.east.unitId, memberId }
  const day = '2026-07-10'
  const before = await showApplicant(onDay(home.secretary, day), file)

  const hostSecretary = await plantCaller(db, host.west, { office: 'secretary' })
  const transfer = await start(onDay(home.secretary, day), { ...key, ...goingTo(host.west.id) })
  await takeStep(onDay(home.organizer, day), transfer, 'issue.issue', monthLetter)
  await takeStep(onDay(host.organizer, day), transfer, 'accept.accept')
  await takeStep(onDay(hostSecretary, day), transfer, 'receive.receive')

  const there = await wayOf(db, { unitId: host.west.unitId, memberId })
  if (!there) throw new Error('the file stayed behind')
  const after = await showApplicant(onDay(hostSecretary, day), there)
  expect(after).toMatchObject({
    stage: 'probationary',
    organizationName: '西支部',
    probationEnds: before.probationEnds,
    memberId,
  })
  expect(after.next?.step).toBe(before.next?.step)
  await expectRefusal(showApplicant(onDay(home.secretary, day), there), 'development.unknown')
  const left = await showApplicant(onDay(home.secretary, day), file)
  expect(left).toMatchObject({ stage: 'ended', next: null })
})

test('somebody on probation who leaves the platform takes their way along: nothing of it waits here any more', async () => {
  const home = await plant(db)
  await paceOf(db, home)
  const memberId = await plantMember(db, home.east, {
    name: '林新禾',
    stage: 'probationary',
    joinedOn: '2026-06-01',
    confirmedOn: null,
    idNumberIndex: vault.index(idNumberOf('1998-03-04', serial + 2)),
  })
  const past = steps.map((step) => ({ step, on: '2026-06-01' }))
  const file = await applyOn(home, '2026-06-01', { serial: serial + 2, past })
  const key = { unitId: home.east.unitId, memberId }
  const [secretary, organizer] = [home.secretary, home.organizer].map((one) =>
    onDay(one, '2026-07-10'),
  )
  if (!secretary || !organizer) throw new Error('two of them')
  const destination = { organizationId: null, outside: '远州省青湖区街道党工委', contact: '' }
  const transfer = await start(secretary, { ...key, destination, reason: 'work', note: '' })
  await takeStep(organizer, transfer, 'issue.issue', monthLetter)
  await takeStep(secretary, transfer, 'hand.hand')
  const papers = [{ key: 'slip', fileId: await plantFile(db, secretary, '回执.pdf') }]
  await takeStep(secretary, transfer, 'slip.slip', { papers })

  const left = await showApplicant(secretary, file)
  expect(left).toMatchObject({ stage: 'ended', next: null })
  expect(left.chronicle.map(({ text }) => text).join()).toContain('远州省青湖区街道党工委')
})
