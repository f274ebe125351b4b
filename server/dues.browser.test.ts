import { test } from 'vitest'
import { setBases } from './modules/dues/acts/bases.ts'
import { db } from './testing/database.ts'
import { expectToSee } from './testing/expect.ts'
import { openSite } from './testing/site.ts'
import { plant, plantCaller, plantMember } from './testing/world.ts'

const phone = { width: 390, height: 844 }
const flow = [
  '客户流水',
  '交易日期,对方户名,贷方发生额,借方发生额,附言,流水号',
  '2026-05-20,周一,60.00,,党费,B1',
  '2026-05-21,某公司,15.00,,,B2',
].join('\n')

test('a statement is read line by line and booked once; who paid sees it on the phone, asks for relief, and reads what was published', async () => {
  const { secretary, east, organizer } = await plant(db)
  const zhou = await plantCaller(db, east, { name: '周一' })
  const qian = await plantMember(db, east, { name: '钱三' })
  const base = { category: 'inPost', baseFen: 300_000, from: '2026-01', note: '' } as const
  await setBases(organizer, {
    organizationId: east.id,
    year: 2026,
    rows: [zhou.actor.personId, qian].map((memberId) => ({ ...base, memberId })),
  })
  const site = await openSite()
  const desk = await site.visit('/dues/statement', secretary)
  const file = { name: '流水.csv', mimeType: 'text/csv', buffer: Buffer.from(flow) }
  const choose = async () => desk.locator('input[type=file]').setInputFiles(file)
  await choose()
  await expectToSee(desk, /认出 1 行，共 60.00 元/)
  await desk.getByRole('button', { name: /入账 1 行/ }).click()
  await expectToSee(desk, /60.00 元/)
  await choose()
  await expectToSee(desk, '其中 1 行以前导过，不会再入账')

  const hand = await site.visit('/m/dues', zhou, phone)
  await expectToSee(hand, /每月应交 15.00 元，欠交 15.00 元/)
  await expectToSee(hand, /银行代扣，抵 2026-01、2026-02、2026-03、2026-04/)
  await hand.getByRole('button', { name: '申请减免' }).click()
  await hand.getByLabel('有什么困难').fill('住院看病，收入减少')
  await hand.getByRole('button', { name: '提交申请' }).click()
  await expectToSee(hand, /支部讨论/)

  const books = await site.visit('/dues', secretary)
  await books.getByRole('button', { name: '公示收缴情况' }).click()
  await books.getByRole('button', { name: '公示并通知本支部党员' }).click()
  await expectToSee(books, '2026 年第 1 季度，')
  const again = await site.visit('/m/dues', zhou, phone)
  await expectToSee(again, '支部公示')
  await expectToSee(again, '已交齐')
}, 60_000)
