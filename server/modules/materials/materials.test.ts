import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plant, plantCaller } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { files as kept } from '../files/table.ts'
import { issue } from './acts/issue.ts'
import { giveBack, lose, reverse } from './acts/losses.ts'
import { arrive, endOrder, order } from './acts/orders.ts'
import { acknowledge, confirm, withdraw } from './acts/receipts.ts'
import { addFile, keepTitle, retireTitle } from './acts/titles.ts'
import { titleFiles } from './index.ts'
import { titleMovements, titleStocks } from './table.ts'
import { listTitles } from './views/list.ts'
import { listIssues, listOrders, mine } from './views/papers.ts'
import { listMovements, showTitle } from './views/show.ts'

const page = { page: 1, size: 50 } as const
const draft = {
  kind: 'book',
  name: '党章',
  author: '',
  publisher: '虚构出版社',
  code: '',
  year: 2025,
  priceCents: 1_200,
  minutes: null,
  summary: '',
  modelId: null,
} as const
let world: World
let reader: Person
beforeAll(async () => {
  world = await plant(db)
  reader = await plantCaller(db, world.east, { name: '周读者' })
})

async function title(changes: Partial<typeof draft> | object = {}) {
  const { county, organizer } = world
  const key = { unitId: county.id, titleId: newId(), organizationId: county.id }
  const name = `读本${key.titleId.slice(-6)}`
  await keepTitle(organizer, { ...key, version: null, title: { ...draft, name, ...changes } })
  return key
}
type Key = Awaited<ReturnType<typeof title>>
const ordered = { supplier: '县新华书店', priceCents: 1_200, dueOn: '2026-06-20', note: '' }

/** So many copies on the shelf of the county. */
async function stocked(copies: number, changes: object = {}) {
  const key = await title(changes)
  const own = { ...key, orderId: newId() }
  await order(world.organizer, { ...own, ...ordered, copies })
  const arrival = { unitId: key.unitId, orderId: own.orderId, on: '2026-06-01', note: '' }
  await arrive(world.organizer, { ...arrival, movementId: newId(), copies })
  return key
}
const send = (key: Key, to: string, copies: number, formId = newId()) => {
  const recipients = [{ organizationId: to, copies }]
  return issue(world.organizer, { ...key, formId, recipients, note: '' })
}
const incoming = async (key: Key, to = world.east.id) => {
  const asked = { ...page, organizationId: to, side: 'incoming', titleId: key.titleId } as const
  const [row] = (await listIssues(world.secretary, asked)).rows
  if (!row) throw new Error('nothing comes')
  return row
}
const figures = async (key: Key, at = world.county.id) => {
  const { here, below, held, onOrder } = await showTitle(world.organizer, {
    ...key,
    organizationId: at,
  })
  return { here, below, held, onOrder }
}

test('[S1-60] [S3-37] a title is ordered, arrives in parts, goes to a branch that counts it and to a member who has it', async () => {
  const { organizer, secretary, county, east } = world
  const key = await title()
  const twin = { ...key, titleId: newId(), version: null, title: draft }
  await keepTitle(organizer, twin)
  const again = keepTitle(organizer, { ...twin, titleId: newId() })
  await expectRefusal(again, 'materials.known')

  const own = { unitId: county.id, orderId: newId() }
  const form = { ...key, ...ordered, orderId: own.orderId, copies: 30 }
  await expectRefusal(order(organizer, { ...form, dueOn: '2026-05-01' }), 'materials.dueEarly')
  await order(organizer, form)
  await order(organizer, form)
  const arrival = { ...own, movementId: newId(), copies: 20, on: '2026-06-01', note: '第一批' }
  await arrive(organizer, arrival)
  await arrive(organizer, arrival)
  const more = { ...arrival, movementId: newId(), copies: 11 }
  await expectRefusal(arrive(organizer, more), 'materials.tooMany')
  expect(await figures(key)).toEqual({ here: 20, below: 20, held: 0, onOrder: 10 })
  const late = { ...organizer, now: () => new Date('2026-06-21T04:00:00Z') }
  const asked = { ...page, organizationId: county.id, onlyOpen: true }
  const orders = await listOrders(late, asked)
  expect(orders).toMatchObject({ total: 1, open: 1, late: 1, cents: 36_000 })
  expect(orders.rows[0]).toMatchObject({ arrived: 20, copies: 30, isLate: true })
  await endOrder(organizer, { ...own, reason: '书店断货' })
  await expectRefusal(arrive(organizer, more), 'materials.orderClosed')

  const formId = newId()
  await send(key, east.id, 12, formId)
  await send(key, east.id, 12, formId)
  expect(await figures(key)).toMatchObject({ here: 8, below: 8 })
  const parcel = await incoming(key)
  expect(parcel).toMatchObject({ state: 'sent', copies: 12, may: ['confirm'] })
  const receipt = { unitId: county.id, issueId: parcel.issueId, version: parcel.version }
  const short = { ...receipt, copies: 11, answer: '' }
  await expectRefusal(confirm(secretary, short), 'materials.sayShort')
  await expectRefusal(confirm(secretary, { ...short, copies: 13 }), 'materials.moreThanSent')
  await confirm(secretary, { ...short, answer: '一册破损，已拍照' })
  await expectRefusal(confirm(secretary, short), 'materials.settled')
  expect(await figures(key)).toMatchObject({ here: 8, below: 19 })

  const atBranch = { ...key, organizationId: east.id }
  const memberId = reader.actor.memberId ?? ''
  const recipients = [{ memberId, copies: 2 }]
  await issue(secretary, { ...atBranch, formId: newId(), recipients, note: '学习用' })
  const own1 = await mine(reader, {})
  expect(own1).toMatchObject({ copies: 2, given: [{ isAcknowledged: false, copies: 2 }] })
  const [given] = own1.given
  if (!given) throw new Error('nothing given')
  const stub = { unitId: given.unitId, issueId: given.issueId }
  await expectRefusal(acknowledge(world.member, stub), 'materials.issueUnknown')
  await acknowledge(reader, stub)
  await acknowledge(reader, stub)
  expect((await mine(reader, {})).given).toMatchObject([{ isAcknowledged: true }])
  expect(await figures(key, east.id)).toEqual({ here: 9, below: 9, held: 2, onOrder: 0 })
})

test('every figure is the sum of its movements, which nobody rewrites; a mistake is reversed and stays to be seen', async () => {
  const { organizer, secretary, county, east } = world
  const key = await stocked(10)
  const atBranch = { ...key, organizationId: east.id }
  await send(key, east.id, 6)
  const { issueId, version } = await incoming(key)
  await confirm(secretary, { unitId: county.id, issueId, version, copies: 6, answer: '' })
  const memberId = reader.actor.memberId ?? ''
  const recipients = [{ memberId, copies: 3 }]
  await issue(secretary, { ...atBranch, formId: newId(), recipients, note: '' })
  const back = { ...atBranch, memberId, movementId: newId(), copies: 1, isLost: false, note: '' }
  await giveBack(secretary, back)
  await giveBack(secretary, back)
  await giveBack(secretary, { ...back, movementId: newId(), isLost: true })
  const tooMany = { ...back, movementId: newId(), copies: 2 }
  await expectRefusal(giveBack(secretary, tooMany), 'materials.shortHeld')
  const lost = { ...atBranch, movementId: newId(), copies: 2, reason: '水淹' }
  await lose(secretary, lost)
  await lose(secretary, lost)
  await reverse(secretary, { unitId: county.id, movementId: lost.movementId, reason: '登错了' })
  const twice = { unitId: county.id, movementId: lost.movementId, reason: '再来' }
  await expectRefusal(reverse(secretary, twice), 'materials.reversed')
  expect(await figures(key, east.id)).toMatchObject({ here: 4, held: 1 })

  const shelf = { ...page, ...atBranch, holderId: east.id }
  const ledger = await listMovements(secretary, shelf)
  expect(ledger).toMatchObject({ copies: 4, total: 5 })
  const kinds = ledger.rows.map((row) => `${row.kind}${String(row.delta)}`)
  expect(new Set(kinds)).toEqual(
    new Set(['received6', 'handed-3', 'returned1', 'lost-2', 'reversed2']),
  )
  const sent = (await listMovements(organizer, { ...page, ...key })).rows.find(
    ({ kind }) => kind === 'sent',
  )
  const other = { unitId: county.id, movementId: sent?.movementId ?? '', reason: '不想发了' }
  await expectRefusal(reverse(organizer, other), 'materials.notReversible')
  const rewrite = db
    .update(titleMovements)
    .set({ delta: 100 })
    .where(eq(titleMovements.id, lost.movementId))
  await expect(rewrite).rejects.toMatchObject({ cause: { code: '23001' } })
  const stocks = await db.select().from(titleStocks).where(eq(titleStocks.titleId, key.titleId))
  const sums = await db
    .select({
      holderId: titleMovements.holderId,
      copies: sql<number>`sum(${titleMovements.delta})::int`,
    })
    .from(titleMovements)
    .where(eq(titleMovements.titleId, key.titleId))
    .groupBy(titleMovements.holderId)
  const told = new Map(sums.map(({ holderId, copies }) => [holderId, copies]))
  expect(new Map(stocks.map(({ holderId, copies }) => [holderId, copies]))).toEqual(told)
  expect(sums).toHaveLength(3)
})

test('of many who take the last copies at once, no more than there are get any, and the stock never falls below zero', async () => {
  const key = await stocked(5)
  const people = await Promise.all(
    Array.from({ length: 12 }, () => plantCaller(db, world.east, { name: '抢书人' })),
  )
  const tries = await Promise.allSettled(
    people.map(({ actor }) => {
      const recipients = [{ memberId: actor.memberId ?? '', copies: 1 }]
      return issue(world.organizer, { ...key, formId: newId(), recipients, note: '' })
    }),
  )
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
  for (const reason of refused) expect(reason).toMatchObject({ reason: 'materials.short' })
  expect(await figures(key)).toMatchObject({ here: 0, below: 0, held: 5 })
  const negative = db
    .update(titleStocks)
    .set({ copies: -1 })
    .where(and(eq(titleStocks.titleId, key.titleId), eq(titleStocks.copies, 0)))
  await expect(negative).rejects.toMatchObject({ cause: { code: '23514' } })
})

test('what is not confirmed yet can be taken back; strangers find nothing; recipients are ours and named once', async () => {
  const { organizer, secretary, county, east, west } = world
  const key = await stocked(10)
  await send(key, east.id, 4)
  const parcel = await incoming(key)
  const form = { unitId: county.id, issueId: parcel.issueId, version: 0, reason: '发错了' }
  await expectRefusal(withdraw(secretary, form), 'materials.issueUnknown')
  await withdraw(organizer, form)
  expect(await figures(key)).toMatchObject({ here: 10 })
  const elsewhere = await plant(db)
  await expectRefusal(
    showTitle(elsewhere.organizer, { ...key, organizationId: elsewhere.county.id }),
    'materials.unknown',
  )
  const listed = await listTitles(elsewhere.organizer, {
    ...page,
    organizationId: elsewhere.county.id,
    text: '',
    withRetired: true,
  })
  expect(listed.total).toBe(0)
  const both = [{ organizationId: east.id, memberId: newId(), copies: 1 }]
  const asked = { ...key, formId: newId(), note: '' }
  await expectRefusal(issue(organizer, { ...asked, recipients: both }), 'materials.recipient')
  const foreign = [{ organizationId: elsewhere.east.id, copies: 1 }]
  const strange = issue(organizer, { ...asked, recipients: foreign })
  await expectRefusal(strange, 'materials.recipientUnknown')
  const doubled = [east.id, west.id, east.id].map((id) => ({ organizationId: id, copies: 1 }))
  const double = issue(organizer, { ...asked, recipients: doubled })
  await expectRefusal(double, 'materials.recipientTwice')
  await expectRefusal(send(key, county.id, 1), 'materials.oneself')
  await expectRefusal(send(key, east.id, 11), 'materials.short')
  await retireTitle(organizer, { ...key, version: 0 })
  const more = { ...key, ...ordered, orderId: newId(), copies: 1 }
  await expectRefusal(order(organizer, more), 'materials.retired')
})

test('[S2-26] local textbooks are catalogued with an e-copy, which those who were given one read as well', async () => {
  const { organizer, secretary, county, east } = world
  const key = await stocked(5, { kind: 'localTextbook', name: '红溪故事读本' })
  const fileId = newId()
  const file = { id: fileId, unitId: county.id, name: '红溪故事读本.pdf', bytes: 10 }
  const stored = { mediaType: 'application/pdf', sha256: 'x', at: new Date() }
  const by = { uploadedBy: organizer.actor.accountId, path: county.path, subject: '' }
  await db.insert(kept).values({ ...file, ...stored, ...by })
  const addKey = { unitId: key.unitId, titleId: key.titleId }
  await expectRefusal(addFile(secretary, { ...addKey, fileId }), 'materials.unknown')
  await addFile(organizer, { ...addKey, fileId })
  const asked = { ...page, organizationId: east.id, kind: 'localTextbook', text: '红溪' } as const
  const listed = await listTitles(secretary, { ...asked, withRetired: false })
  expect(listed).toMatchObject({ total: 1, counts: { localTextbook: 1 } })
  const shown = await showTitle(secretary, { ...key, organizationId: east.id })
  expect(shown.files).toMatchObject([{ fileId, name: '红溪故事读本.pdf' }])

  const memberId = reader.actor.memberId ?? ''
  const [hung] = await db.select().from(kept).where(eq(kept.id, fileId))
  if (!hung) throw new Error('no file')
  const sight = { db, actor: reader.actor, now: new Date() }
  expect(await titleFiles.maySee(sight, hung)).toBe(false)
  const recipients = [{ memberId, copies: 1 }]
  await issue(organizer, { ...key, formId: newId(), recipients, note: '' })
  expect(await titleFiles.maySee(sight, hung)).toBe(true)
  const given = (await mine(reader, {})).given.find(({ titleId }) => titleId === key.titleId)
  expect(given?.files).toMatchObject([{ fileId }])
})
