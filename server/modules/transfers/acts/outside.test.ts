import { eq } from 'drizzle-orm'
import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, expect, test } from 'vitest'
import { idNumberOf } from '../../../testing/citizens.ts'
import { clientOf } from '../../../testing/client.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { plantFile } from '../../../testing/files.ts'
import { plant, plantCaller } from '../../../testing/world.ts'
import type { Person, World } from '../../../testing/world.ts'
import { later, takeStep } from '../../../testing/transfers.ts'
import { affiliations, members } from '../../members/table.ts'
import { transfers } from '../table.ts'
import { listTransfers } from '../views/list.ts'
import { myTransfers } from '../views/mine.ts'
import { showTransfer } from '../views/show.ts'
import { expireTransfers } from './expire.ts'
import { register } from './register.ts'
import { start } from './start.ts'

let world: World
let going: Person
beforeEach(async () => {
  world = await plant(db)
  going = await plantCaller(db, world.east, { name: '周远行' })
})

const cookies = { session: 'of the test' }

test('out of the platform: a letter to print, a slip to hand in, and only then off the roll', async () => {
  const { unitId, personId: memberId } = going.actor
  const destination = { organizationId: null, outside: '', contact: '' }
  const wish = { reason: 'work' as const, note: '', destination }
  await expectRefusal(
    start(world.secretary, { unitId, memberId, ...wish }),
    'transfers.destination',
  )
  const outside = { ...destination, outside: '远州省青湖区街道党工委' }
  const transfer = await start(world.secretary, {
    unitId,
    memberId,
    ...wish,
    destination: outside,
  })
  const client = await clientOf(world.secretary)
  const url = `/api/transfers/${unitId}/${transfer.transferId}/letter.docx`
  expect((await client.app.inject({ url, cookies })).json()).toMatchObject({
    reason: 'transfers.noLetter',
  })
  await takeStep(world.organizer, transfer, 'issue.issue', {
    validDays: 30,
    duesPaidTo: '2026-06',
  })
  const paper = await client.app.inject({ url, cookies })
  const words = strFromU8(unzipSync(paper.rawPayload)['word/document.xml'] ?? new Uint8Array())
  for (const said of ['存', '〔2026〕1', '周远行', '远州省青湖区街道党工委', '2026-07-01', '回'])
    expect(words).toContain(said)
  const own = await clientOf(going)
  expect((await own.app.inject({ url, cookies })).statusCode).toBe(200)
  const neighbour = await clientOf(world.member)
  expect((await neighbour.app.inject({ url, cookies })).statusCode).toBe(404)

  await takeStep(world.secretary, transfer, 'hand.hand')
  expect((await myTransfers(going, {})).rows).toMatchObject([
    { state: 'inTransit', stepName: '登记回执', daysLeft: 30 },
  ])
  await expectRefusal(takeStep(world.secretary, transfer, 'slip.slip'), 'procedures.paper')
  const rolled = async () =>
    (await db.select().from(members).where(eq(members.id, memberId)))[0]?.leftBecause
  expect(await rolled()).toBeNull()
  const papers = [{ key: 'slip', fileId: await plantFile(db, world.secretary, '回执.pdf') }]
  expect(await takeStep(world.secretary, transfer, 'slip.slip', { papers })).toEqual({
    state: 'received',
  })
  expect(await rolled()).toBe('transferred')
  const shown = await showTransfer(world.secretary, transfer)
  expect(shown.events.at(-1)?.files).toMatchObject([{ name: '回执.pdf' }])
})

/** A day on which no other test lets anybody be born: a number is one person on the whole platform. */
function factsOf(serial: number) {
  return {
    name: '何新来',
    sex: serial % 2 ? ('male' as const) : ('female' as const),
    ethnicity: '01',
    idNumber: idNumberOf('1969-11-23', serial),
    bornOn: '1969-11-23',
    education: '21',
    stage: 'full' as const,
    joinedOn: '1999-07-01',
    confirmedOn: '2000-07-01',
    occupation: '职员',
    employment: 'employed' as const,
    phone: '13900002345',
    address: '',
    isSuspended: false,
    lostSince: null,
    floatingSince: null,
    floatingTo: '',
  }
}

const letter = {
  number: '远组〔2026〕88号',
  from: '远州省青湖区委组织部',
  issuedOn: '2026-05-30',
  validDays: 30,
  duesPaidTo: '2026-05',
}

function announce(serial: number, more: object = {}) {
  const of = { organizationId: world.east.id, facts: factsOf(serial), letter, reason: 'moved' }
  return register(world.secretary, {
    ...of,
    note: '',
    isHandedIn: false,
    ...more,
  } as Parameters<typeof register>[1])
}

test('from outside: a letter that was announced and not handed in is in the pocket, and received once', async () => {
  const transfer = await announce(101)
  await expectRefusal(announce(101), 'transfers.letterKnown')
  const shown = await showTransfer(world.secretary, transfer)
  expect(shown.person).toContainEqual({ word: '公民身份证号', value: '990000**********18' })
  const pocket = await listTransfers(later(world.secretary, 12), {
    organizationId: world.east.id,
    show: 'pocket',
    text: '',
    page: 1,
    size: 10,
  })
  expect(pocket.rows).toMatchObject([{ pocket: 'notHandedIn', way: 'in', name: '何新来' }])
  await takeStep(world.secretary, transfer, 'handIn.hand')
  await takeStep(world.organizer, transfer, 'check.accept')
  expect(await takeStep(world.secretary, transfer, 'receive.receive')).toEqual({
    state: 'received',
  })
  const [row] = await db.select().from(transfers).where(eq(transfers.id, transfer.transferId))
  expect(row).toMatchObject({ factsSealed: null, state: 'received' })
  const memberId = row?.memberId ?? ''
  const [member] = await db.select().from(members).where(eq(members.id, memberId))
  expect(member).toMatchObject({ name: '何新来', arrivedOn: '2026-06-01', joinedOn: '1999-07-01' })
  const stays = await db.select().from(affiliations).where(eq(affiliations.memberId, memberId))
  expect(stays).toMatchObject([{ how: 'transferred', from: '2026-06-01' }])

  const another = { ...letter, number: '远组〔2026〕89号' }
  await expectRefusal(announce(101, { letter: another }), 'transfers.onRollHere')
  const other = await plant(db)
  const elsewhere = { organizationId: other.east.id, facts: factsOf(101), letter: another }
  const asked = { ...elsewhere, reason: 'moved' as const, note: '', isHandedIn: true }
  await expectRefusal(register(other.secretary, asked), 'transfers.onRoll')
})

test('bad letters are refused in words, and what was announced and never came runs out', async () => {
  await expectRefusal(
    announce(103, { letter: { ...letter, issuedOn: '2026-06-02' } }),
    'transfers.dayAhead',
  )
  await expectRefusal(
    announce(103, { letter: { ...letter, issuedOn: '2026-04-01' } }),
    'transfers.expired',
  )
  const facts = { ...factsOf(103), joinedOn: null }
  await expectRefusal(announce(103, { facts }), 'input.invalid')
  const transfer = await announce(103)
  await expireTransfers(later(world.secretary, 31))
  expect(await showTransfer(world.secretary, transfer)).toMatchObject({
    state: 'expired',
    person: [],
  })
  expect(await db.$count(members, eq(members.name, '何新来'))).toBeLessThanOrEqual(1)
})
