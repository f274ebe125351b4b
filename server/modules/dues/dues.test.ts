import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plant, plantCaller, plantMember, plantOrganization } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { endExcuse } from '../members/acts/end-excuse.ts'
import { excuse } from '../members/acts/excuse.ts'
import { excuses, members } from '../members/table.ts'
import { receipts } from '../notices/table.ts'
import { setBases } from './acts/bases.ts'
import { applyHardship, askHardship, decideHardship } from './acts/hardship.ts'
import { pay, reverse } from './acts/pay.ts'
import { publish } from './acts/publish.ts'
import { watchDues } from './acts/watch.ts'
import { arrearsFor } from './index.ts'
import { duesEntries, duesPayments, duesTotals } from './table.ts'
import { listHardships, showGrid, showOne } from './views/grid.ts'
import { mine } from './views/mine.ts'
import { listEntries } from './views/money.ts'
import { rollUp } from './views/roll-up.ts'

let world: World
let zhou: Person
let unitId: string
beforeEach(async () => {
  world = await plant(db)
  unitId = world.county.unitId
  zhou = await plantCaller(db, world.east, { name: '周一' })
})
const idOf = (person: Person) => person.actor.memberId ?? ''
const on = (person: Person, day: string): Person => ({
  ...person,
  now: () => new Date(`${day}T04:00:00Z`),
})

const fix = (changes: object = {}, by = world.secretary) =>
  setBases(by, {
    organizationId: world.east.id,
    year: 2026,
    rows: [
      {
        memberId: idOf(zhou),
        category: 'inPost',
        baseFen: 300_000,
        from: '2026-01',
        note: '',
        ...changes,
      },
    ],
  })
const bring = (fen: number, changes: object = {}) =>
  pay(world.secretary, {
    unitId,
    memberId: idOf(zhou),
    formId: newId(),
    fen,
    paidOn: '2026-06-01',
    way: 'cash',
    fund: 'monthly',
    text: '',
    ...changes,
  })
const rowOf = async (by = world.secretary) => {
  const { rows } = await showGrid(by, { organizationId: world.east.id })
  const row = rows.find(({ memberId }) => memberId === idOf(zhou))
  if (!row) throw new Error('not in the grid')
  return row
}
const lights = async (by?: Person) => (await rowOf(by)).cells.map(({ light }) => light).join(' ')

test('a base fixes what each month costs; money fills the oldest month first, ahead until December, and no more', async () => {
  expect(await lights()).toMatch(/^unknown unknown unknown unknown unknown unknown none/)
  await expectRefusal(bring(1500), 'dues.noBase')
  await expectRefusal(fix({ baseFen: 0 }), 'dues.baseMissing')
  await expectRefusal(fix({ from: '2025-03' }), 'dues.baseYear')
  await fix()
  expect(await rowOf()).toMatchObject({
    monthlyFen: 1500,
    standing: { months: 5, since: '2026-01', fen: 7500, stage: 'remind' },
  })
  const form = { formId: newId(), fen: 7500 + 700 }
  const first = await bring(form.fen, form)
  expect(first.months).toEqual(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'])
  expect((await bring(form.fen, form)).paymentId).toBe(first.paymentId)
  expect(await lights()).toBe('paid paid paid paid paid part none none none none none none')
  expect((await bring(2300)).months).toEqual(['2026-06', '2026-07'])
  expect(await lights()).toMatch(/paid ahead none none none none none$/)
  await expectRefusal(bring(7501), 'dues.tooMuch')
  await bring(7500)
  await expectRefusal(bring(1), 'dues.nothingOwed')
  await expectRefusal(bring(1, { paidOn: '2026-06-02' }), 'dues.future')
  await expectRefusal(bring(99_999, { fund: 'special' }), 'dues.specialSmall')
  await bring(100_000, { fund: 'special' })
  const own = await mine(zhou, {})
  expect(own).toMatchObject({ monthlyFen: 1500, standing: { stage: 'clear' } })
  expect(own.why).toMatch(/在职，每月固定收入 3000.00 元；中组发/)
  expect(own.payments.map(({ fen }) => fen).toSorted((a, b) => a - b)).toEqual([
    2300, 7500, 8200, 100_000,
  ])
})

test('a base that changes within the year says why, keeps its history, and what was asked before is taken back', async () => {
  await fix()
  await expectRefusal(fix({ baseFen: 600_000 }), 'dues.baseWhy')
  await fix({ baseFen: 600_000, from: '2026-04', note: '4 月调整工资' })
  const key = { unitId, memberId: idOf(zhou) }
  const shown = await showOne(world.secretary, key)
  expect(shown.bases.map(({ baseFen, note }) => [baseFen, note])).toEqual([
    [600_000, '4 月调整工资'],
    [300_000, ''],
  ])
  expect(shown.cells.slice(2, 6).map(({ owedFen }) => owedFen)).toEqual([1500, 9000, 9000, 9000])
  expect(shown.entries.filter(({ isReversal }) => isReversal)).toHaveLength(3)
  expect(shown.entries.filter(({ isReversed }) => isReversed)).toHaveLength(3)
  const elsewhere = await plant(db)
  await expectRefusal(showOne(elsewhere.organizer, key), 'dues.memberUnknown')
  await expectRefusal(fix({}, elsewhere.organizer), 'organizations.unknown')
})

const moveTo = async ({ id: organizationId }: World['east']) =>
  db
    .update(members)
    .set({ organizationId })
    .where(eq(members.id, idOf(zhou)))

test('entries are never rewritten, sums are those of the entries, and a payment is taken back whole', async () => {
  await fix()
  const { paymentId } = await bring(4500)
  await expect(
    db.update(duesEntries).set({ fen: 1 }).where(eq(duesEntries.sourceId, paymentId)),
  ).rejects.toThrow()
  await expect(db.delete(duesPayments).where(eq(duesPayments.id, paymentId))).rejects.toThrow()
  const key = { unitId, paymentId, reason: '记错了人' }
  const stranger = await plantCaller(db, world.west, { office: 'secretary' })
  await expectRefusal(reverse(stranger, key), 'dues.paymentUnknown')
  // The branch to which they went since has no say over what this one took.
  await moveTo(world.west)
  await expectRefusal(reverse(stranger, key), 'dues.paymentUnknown')
  await moveTo(world.east)
  expect(await reverse(world.secretary, key)).toEqual({ fen: 4500 })
  await expectRefusal(reverse(world.secretary, key), 'dues.reversed')
  expect(await lights()).toMatch(/^late late late late late due none/)
  await bring(3000)

  const entries = await db.select().from(duesEntries).where(eq(duesEntries.unitId, unitId))
  const totals = await db.select().from(duesTotals).where(eq(duesTotals.unitId, unitId))
  const sums = Object.groupBy(entries, ({ kind }) => kind)
  for (const { kind, fen } of totals)
    expect(fen).toBe((sums[kind] ?? []).reduce((sum, one) => sum + one.fen, 0))
  expect(totals.map(({ kind }) => kind).toSorted()).toEqual(['owed', 'paid'])
  const all = { organizationId: world.county.id, page: 1, size: 50 }
  const listed = await listEntries(world.organizer, { ...all, month: '2026-01', isOwn: false })
  expect(listed).toMatchObject({ total: 4, fen: 1500 + 1500 })
  const county = await rollUp(world.organizer, {
    organizationId: world.county.id,
    month: '2026-01',
  })
  expect(county).toMatchObject({ owedFen: 1500, paidFen: 1500, late: 1 })
  const east = county.rows.find(({ organizationId }) => organizationId === world.east.id)
  expect(east).toMatchObject({ owedFen: 1500, paidFen: 1500, balanceFen: 3000, late: 1 })
})

test('two who post for one member at once fill two months, not one twice', async () => {
  await fix()
  const done = await Promise.all([bring(1500), bring(1500), bring(1500)])
  expect(done.flatMap(({ months }) => months).toSorted()).toEqual(['2026-01', '2026-02', '2026-03'])
  const form = { formId: newId() }
  const same = await Promise.all([bring(1500, form), bring(1500, form)])
  expect(same[0]).toEqual(same[1])
})

test('hardship: asked by the member, discussed by the branch, approved above; then less is owed', async () => {
  await fix()
  const wish = { from: '2026-05', until: '2026-12', monthlyFen: 0, reason: '家人重病，开支很大' }
  await expectRefusal(applyHardship(zhou, { ...wish, from: '2026-03' }), 'dues.hardshipPast')
  await expectRefusal(applyHardship(zhou, { ...wish, until: '2026-04' }), 'dues.span')
  await expectRefusal(applyHardship(zhou, { ...wish, monthlyFen: 1500 }), 'dues.hardshipMore')
  const asked = await applyHardship(zhou, wish)
  const twice = { unitId, memberId: idOf(zhou), ...wish }
  await expectRefusal(askHardship(world.secretary, twice), 'dues.hardshipOverlap')
  const list = { organizationId: world.east.id, page: 1, size: 50 }
  const seen = await listHardships(world.secretary, list)
  expect(seen).toMatchObject({ waiting: 1, rows: [{ stepName: '支部讨论', mayDecide: true }] })
  const word = { ...asked, isApproved: true, reason: '' }
  const no = { ...word, version: 0, isApproved: false }
  await expectRefusal(decideHardship(world.secretary, no), 'dues.hardshipWhy')
  await decideHardship(world.secretary, { ...word, version: 0 })
  await expectRefusal(decideHardship(world.secretary, { ...word, version: 0 }), 'input.stale')
  await expectRefusal(decideHardship(world.secretary, { ...word, version: 1 }), 'procedures.right')
  expect(await lights()).toMatch(/^late late late late late due/)
  expect(await decideHardship(world.organizer, { ...word, version: 1 })).toEqual({
    state: 'approved',
  })
  expect(await lights()).toMatch(/^late late late late waived waived/)
  expect((await mine(zhou, {})).hardships).toMatchObject([{ state: 'approved' }])
})

test('for the retired the branch decides alone', async () => {
  const old = await plantMember(db, world.east, { name: '赵老', employment: 'retired' })
  const wish = { from: '2026-06', until: '2026-12', monthlyFen: 20, reason: '长期住院治疗' }
  const asked = await askHardship(world.secretary, { unitId, memberId: old, ...wish })
  const word = { ...asked, version: 0, isApproved: true, reason: '' }
  expect(await decideHardship(world.secretary, word)).toEqual({ state: 'approved' })
})

const countTold = async (who: Person) =>
  (await db.select().from(receipts).where(eq(receipts.personId, who.actor.personId))).length

test('an arrears case: three months wake the branch, six the committee; an excuse stops the clock, money ends it', async () => {
  await fix()
  await bring(1500 * 6)
  const clerk = await plantCaller(db, world.county, { office: 'clerk' })
  const run = (day: string) => watchDues(on(world.secretary, day))
  await run('2026-09-20')
  expect([await countTold(zhou), await countTold(world.secretary)]).toEqual([0, 0])
  await run('2026-10-02')
  await run('2026-10-20')
  expect([await countTold(zhou), await countTold(world.secretary), await countTold(clerk)]).toEqual(
    [1, 1, 0],
  )
  await fix({ note: '2027 年起', from: '2026-12' }, on(world.secretary, '2026-12-01'))

  await db.insert(excuses).values({
    unitId,
    memberId: idOf(zhou),
    reason: 'ill',
    from: '2026-09-28',
    until: '2026-11-30',
    approvedBy: '支部委员会',
    byId: newId(),
    at: new Date('2026-10-01T00:00:00Z'),
  })
  const at = async (day: string) =>
    (
      await arrearsFor(db, { unitId, memberIds: [idOf(zhou)], now: new Date(`${day}T04:00:00Z`) })
    ).get(idOf(zhou))
  await run('2027-01-03')
  expect(await at('2027-01-03')).toMatchObject({ months: 4, since: '2026-07', stage: 'remind' })
  expect(await countTold(clerk)).toBe(0)
  const next = on(world.secretary, '2027-02-01')
  const base = { memberId: idOf(zhou), category: 'inPost', baseFen: 300_000, note: '' } as const
  const rows = [{ ...base, from: '2027-01' }]
  await setBases(next, { organizationId: world.east.id, year: 2027, rows })
  await run('2027-03-02')
  expect(await at('2027-03-02')).toMatchObject({ months: 6, stage: 'report', fen: 1500 * 8 })
  expect([await countTold(zhou), await countTold(clerk)]).toEqual([2, 1])

  const late = { formId: newId(), fen: 1500 * 6, paidOn: '2027-03-05' }
  const form = { unitId, memberId: idOf(zhou), way: 'cash', fund: 'monthly', text: '补交' } as const
  const paid = await pay(on(world.secretary, '2027-03-05'), { ...form, ...late })
  expect(paid.months).toEqual(['2026-09', '2026-10', '2026-11', '2026-12', '2027-01', '2027-02'])
  expect(await at('2027-03-05')).toMatchObject({ months: 0, stage: 'late', fen: 3000 })
})

test('an excuse that was ended early, or after it had run out, stops the clock only for the months in which it held', async () => {
  await fix()
  const key = { unitId, memberId: idOf(zhou) }
  const grant = { reason: 'ill', approvedBy: '支部委员会', note: '' } as const
  const monthsAt = async () =>
    (await arrearsFor(db, { unitId, memberIds: [idOf(zhou)], now: zhou.now() })).get(idOf(zhou))
      ?.months
  const pause = async (span: { from: string; until: string }, ended: string) => {
    const { excuseId } = await excuse(world.secretary, { ...key, ...grant, ...span })
    const before = await monthsAt()
    await endExcuse(world.secretary, { ...key, excuseId, on: ended, note: '已经康复' })
    return [before, await monthsAt()]
  }
  // Well again on the last day of March: that month is not excused as a whole.
  expect(await pause({ from: '2026-03-01', until: '2026-04-30' }, '2026-03-31')).toEqual([3, 5])
  // Said in June of what was over at the end of January: nothing grows by it.
  expect(await pause({ from: '2026-01-01', until: '2026-01-31' }, '2026-06-01')).toEqual([4, 4])
})

test('the branch reads who paid what, as the rule says and as it was then', async () => {
  await fix()
  await bring(4500)
  const ask = { organizationId: world.east.id, quarter: '2026-Q1' }
  await expectRefusal(publish(world.secretary, { ...ask, quarter: '2026-Q3' }), 'dues.quarterAhead')
  await expectRefusal(
    publish(world.organizer, { ...ask, organizationId: world.county.id }),
    'dues.branchOnly',
  )
  expect(await publish(world.secretary, ask)).toEqual({ edition: 1, told: 3 })
  await bring(1500)
  expect(await publish(world.secretary, ask)).toMatchObject({ edition: 2 })
  const [shown] = (await mine(world.member, {})).publications
  expect(shown).toMatchObject({ quarter: '2026-Q1', edition: 2 })
  expect(shown?.rows).toContainEqual(['周一', '45.00', '45.00', '已交齐'])
  const village = await plantOrganization(db, world.county, '外支部')
  const other = await plantCaller(db, village)
  expect((await mine(other, {})).publications).toEqual([])
  const heard = and(eq(receipts.personId, world.member.actor.personId))
  expect(await db.$count(receipts, heard)).toBe(2)
})
