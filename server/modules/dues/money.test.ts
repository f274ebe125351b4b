import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { uploadAs } from '../../testing/uploads.ts'
import { plant, plantMember, vault } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { organizations } from '../organizations/table.ts'
import { ruleValues } from '../rules/table.ts'
import { setBases } from './acts/bases.ts'
import { giveBack, remit, spend, undo } from './acts/money.ts'
import { pay, reverse } from './acts/pay.ts'
import { commitStatement, previewStatement } from './acts/statement.ts'
import { showGrid, showOne } from './views/grid.ts'
import { listEntries, showMoney } from './views/money.ts'
import { rollUp } from './views/roll-up.ts'

const idNumber = '990000198506150037'
let world: World
let unitId: string
let east: Record<'wang' | 'li' | 'zhang', string>
let west: string
beforeEach(async () => {
  world = await plant(db)
  unitId = world.county.unitId
  const sealed = { idNumberIndex: vault.index(idNumber) }
  east = {
    wang: await plantMember(db, world.east, { name: '王五', ...sealed }),
    li: await plantMember(db, world.east, { name: '李小四' }),
    zhang: await plantMember(db, world.east, { name: '钱三' }),
  }
  west = await plantMember(db, world.west, { name: '钱三' })
  const base = { category: 'inPost', baseFen: 300_000, from: '2026-01', note: '' } as const
  for (const [organizationId, ids] of [
    [world.east.id, Object.values(east)],
    [world.west.id, [west]],
  ] as const)
    await setBases(world.organizer, {
      organizationId,
      year: 2026,
      rows: ids.map((memberId) => ({ ...base, memberId })),
    })
})

const statement = (by: Person, lines: string[]) =>
  uploadAs(
    by,
    '流水.csv',
    Buffer.from(
      ['客户流水', '交易日期,对方户名,贷方发生额,借方发生额,附言,流水号', ...lines].join('\n'),
    ),
  )
const lines = [
  '2026-05-20,某公司,30.00,,,A1',
  `2026-05-20,王妻,15.00,,${idNumber} 党费,A2`,
  '2026-05-21,李小四,15,,,A3',
  '2026-05-21,某人,15,,西支部钱三党费,A4',
  '2026-05-21,钱三,15,,党费,A5',
  '2026-05-22,王五,999999,,多交,A6',
  '2026-05-23,供电公司,,88.00,电费,A7',
  '2026-13-01,李小四,15,,,A8',
]
const paidOf = async (memberId: string) =>
  (await showOne(world.organizer, { unitId, memberId })).payments
    .filter(({ isReversed }) => !isReversed)
    .reduce((sum, { fen }) => sum + fen, 0)

test('a statement says line by line whose money it is, and books what is known once, whoever brings it how often', async () => {
  const fileId = await statement(world.organizer, lines)
  const ask = { organizationId: world.county.id, fileId }
  const seen = await previewStatement(world.organizer, ask)
  expect(seen).toMatchObject({ way: 'bank', matched: 4, unmatched: 2, known: 0 })
  expect(seen.rows.map(({ state }) => state)).toEqual([
    'unmatched',
    'matched',
    'matched',
    'matched',
    'unmatched',
    'matched',
    'skipped',
    'skipped',
  ])
  expect(seen.rows[1]).toMatchObject({ memberId: east.wang, why: '按公民身份号码' })
  expect(seen.rows[4]?.why).toBe('名册上有 2 名钱三，附言没有写清支部或公民身份号码')
  const line = seen.rows[4]?.line ?? 0
  const choices = [{ line, memberId: east.zhang }]
  const done = await commitStatement(world.organizer, { ...ask, choices })
  expect(done).toMatchObject({ posted: 4, fen: 6000, known: 0 })
  expect(done.left.map(({ why }) => why)).toEqual([
    '付款人和附言里都没有名册上的姓名',
    expect.stringMatching(/^王五到 2026-12 为止还应交 165.00 元，多了 999834.00 元/),
  ])
  // The same statement again, by somebody else and as another file, and with a line more.
  const again = await statement(world.organizer, [...lines, '2026-05-30,李小四,15,,,B1'])
  const second = await commitStatement(world.organizer, { ...ask, fileId: again, choices })
  expect(second).toMatchObject({ posted: 1, known: 4 })
  expect([await paidOf(east.wang), await paidOf(east.li), await paidOf(west)]).toEqual([
    1500, 3000, 1500,
  ])
  const own = await statement(world.secretary, lines)
  const beyond = { organizationId: world.east.id, fileId: own, choices: [{ line, memberId: west }] }
  await expectRefusal(
    commitStatement(world.secretary, { ...ask, fileId: own, choices: [] }),
    'organizations.unknown',
  )
  expect((await commitStatement(world.secretary, { ...beyond })).posted).toBe(0)
})

test('two who bring the same statement at once book each line once', async () => {
  const rows = ['2026-05-20,王五,15,,,', '2026-05-20,王五,15,,,', '2026-05-21,李小四,15,,,']
  const files = await Promise.all([1, 2, 3].map(() => statement(world.organizer, rows)))
  const asks = files.map((fileId) => ({ organizationId: world.east.id, fileId, choices: [] }))
  const done = await Promise.all(asks.map((ask) => commitStatement(world.organizer, ask)))
  expect(done.map(({ posted }) => posted).toSorted((one, other) => one - other)).toEqual([0, 0, 3])
  expect([await paidOf(east.wang), await paidOf(east.li)]).toEqual([3000, 1500])
  const { rows: grid } = await showGrid(world.secretary, { organizationId: world.east.id })
  const wang = grid.find(({ memberId }) => memberId === east.wang)
  expect(wang?.cells.slice(0, 3).map(({ paidFen }) => paidFen)).toEqual([1500, 1500, 0])
})

test('a WeChat bill is read under its long head; what is no statement is refused with the column it lacks', async () => {
  const bill = [
    '微信支付账单明细',
    '微信昵称：[某支部]',
    '交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注',
    '2026-05-20 10:00:00,转账,李小四,/,收入,¥15.00,零钱,已存入零钱,100001,,党费',
    '2026-05-20 10:01:00,转账,李小四,/,支出,¥15.00,零钱,支付成功,100002,,/',
  ].join('\n')
  const fileId = await uploadAs(world.secretary, '微信.csv', Buffer.from(bill))
  const ask = { organizationId: world.east.id, fileId }
  const seen = await previewStatement(world.secretary, ask)
  expect(seen).toMatchObject({ way: 'wechat', matched: 1, fen: 1500 })
  const wrong = await uploadAs(
    world.secretary,
    '名单.csv',
    Buffer.from('交易日期,姓名\n2026-05-01,王五'),
  )
  await expectRefusal(previewStatement(world.secretary, { ...ask, fileId: wrong }), 'dues.columns')
})

const at = (person: Person, day: string): Person => ({
  ...person,
  now: () => new Date(`${day}T04:00:00Z`),
})

test('a quarter goes up by the share of its own days, also from a branch that was dissolved since', async () => {
  const paid = { unitId, paidOn: '2026-05-10', way: 'cash', fund: 'monthly', text: '' } as const
  const wang = { ...paid, memberId: east.wang, formId: newId(), fen: 1500 * 6 }
  await pay(at(world.secretary, '2026-05-10'), wang)
  await db.insert(ruleValues).values({
    key: 'dues.remit.branch',
    organizationId: world.county.id,
    value: 80,
    clause: '县委组织部通知',
    from: '2026-07-01',
    byId: newId(),
    at: new Date('2026-06-20T00:00:00Z'),
  })
  const dissolvedOn = '2026-07-01'
  await db.update(organizations).set({ dissolvedOn }).where(eq(organizations.id, world.east.id))
  const quarter = { organizationId: world.east.id, quarter: '2026-Q2', voucher: '记-01' }
  expect(await remit(at(world.organizer, '2026-07-02'), quarter)).toEqual({ fen: 5400 })
})

test('[S2-54] dues go up by the share of each level, special ones whole; what stays is spent on education, voucher by voucher', async () => {
  const may = at(world.secretary, '2026-05-10')
  const form = { unitId, paidOn: '2026-05-10', way: 'cash', text: '' } as const
  const first = { ...form, memberId: east.wang, formId: newId(), fen: 1500 * 6 }
  const { paymentId } = await pay(may, { ...first, fund: 'monthly' })
  await pay(may, { ...form, memberId: east.li, formId: newId(), fen: 200_000, fund: 'special' })

  const quarter = { organizationId: world.east.id, quarter: '2026-Q2', voucher: '记-01' }
  await expectRefusal(remit(world.secretary, quarter), 'dues.quarterOpen')
  const july = at(world.secretary, '2026-07-02')
  expect(await remit(july, quarter)).toEqual({ fen: 5400 + 200_000 })
  await expectRefusal(remit(july, quarter), 'dues.quarterDone')
  const wrong = { unitId, paymentId, reason: '记错' }
  await expectRefusal(reverse(july, wrong), 'dues.sentAlready')
  const money = await showMoney(july, { organizationId: world.east.id })
  expect(money).toMatchObject({ balanceFen: 3600 })
  expect(money.quarters[1]).toMatchObject({ basisFen: 9000, dueFen: 205_400, sentFen: 205_400 })
  expect(money.months.slice(4, 7).map(({ closingFen }) => closingFen)).toEqual([
    209_000, 209_000, 3600,
  ])

  const use = {
    organizationId: world.east.id,
    formId: newId(),
    fen: 2000,
    use: 'education' as const,
    text: '购买学习读本',
    decision: '7 月 3 日支委会研究',
    voucher: '记-02',
  }
  expect(await spend(july, use)).toEqual({ balanceFen: 1600 })
  expect(await spend(july, use)).toEqual({ balanceFen: 1600 })
  await expectRefusal(spend(july, { ...use, formId: newId(), fen: 1601 }), 'dues.short')
  const race = [1, 2].map(() => spend(july, { ...use, formId: newId(), fen: 1000 }))
  const settled = await Promise.allSettled(race)
  expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])

  const county = at(world.organizer, '2026-07-05')
  const back = {
    organizationId: world.county.id,
    toId: world.east.id,
    formId: newId(),
    voucher: '县-1',
  }
  expect(await giveBack(county, { ...back, fen: 5000 })).toEqual({ balanceFen: 200_400 })
  await expectRefusal(giveBack(county, { ...back, formId: newId(), fen: 999_999 }), 'dues.short')
  const branch = await showMoney(july, { organizationId: world.east.id })
  expect(branch).toMatchObject({ balanceFen: 5600, uses: [{ use: 'education', fen: 3000 }] })
  const sum = await rollUp(county, { organizationId: world.county.id })
  expect(sum.rows.map(({ balanceFen }) => balanceFen).toSorted((a, b) => a - b)).toEqual([0, 5600])
  await takeBack(county, july)
})

/** What went back down is taken back at both ends, by whoever sent it. */
async function takeBack(county: Person, below: Person) {
  const listed = { organizationId: world.county.id, page: 1, size: 50, isOwn: true }
  const { rows } = await listEntries(county, { ...listed, kind: 'returnedOut' })
  const [entry] = rows
  if (!entry) throw new Error('nothing was returned')
  const key = { unitId, entryId: entry.entryId, reason: '返还有误' }
  await expectRefusal(undo(below, key), 'dues.entryUnknown')
  expect(await undo(county, key)).toEqual({ fen: 5000 })
  await expectRefusal(undo(county, key), 'dues.reversed')
  const { balanceFen } = await showMoney(county, { organizationId: world.county.id })
  expect(balanceFen).toBe(205_400)
}
