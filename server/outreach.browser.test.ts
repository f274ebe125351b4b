import { and, eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { hourEntries } from './modules/ledgers/table.ts'
import { capture } from './modules/outreach/acts/capture.ts'
import { outreachCaptures, outreachVisits } from './modules/outreach/table.ts'
import { db } from './testing/database.ts'
import { expectToSee } from './testing/expect.ts'
import { keptOn } from './testing/kept.ts'
import { captureOf, idOf, plantRound } from './testing/rounds.ts'
import { openSite } from './testing/site.ts'

const hand = { width: 390, height: 844 }
const ready = '已存到这部手机，没有网络也能打开和登记'

/** As somebody who has taken the phone to a village without a network, and opened the app there anew. */
async function goOffline(page: Page): Promise<void> {
  await expectToSee(page, ready)
  await page.context().setOffline(true)
  await page.reload()
  await expectToSee(page, '没有连上服务器，看到的是手机里存的')
}

async function writeDown(page: Page, names: readonly string[], minutes: string): Promise<void> {
  for (const name of names) await page.getByLabel(`选${name}`).check()
  await page.getByRole('button', { name: `登记所选 ${names.length} 人` }).click()
  await page.getByLabel('用了多少分钟').fill(minutes)
  await page.getByRole('button', { name: '存下这次上门' }).click()
  await expectToSee(page, '存在手机里')
}

test('[S1-14] two phones without a network write down one visit: one credit, two pieces of evidence, attested', async () => {
  const { first, second, old, ill } = await plantRound(db)
  const site = await openSite()
  const one = await site.visit('/m/outreach', first, hand)
  const other = await site.visit('/m/outreach', second, hand)
  await goOffline(one)
  await goOffline(other)
  await writeDown(one, ['郑年高', '王体弱'], '50')
  await writeDown(other, ['郑年高'], '80')
  const oldId = idOf(old)
  expect(await db.$count(outreachCaptures, eq(outreachCaptures.memberId, oldId))).toBe(0)

  // The line is back, the server hears the first record, and the tab is gone before it hears the answer.
  const again = await dieWhileSending(one)
  await again.goto(`${site.address}/m/outreach`)
  await expectToSee(again, '刚上交 2 条')
  await other.context().setOffline(false)
  await expectToSee(other, '刚上交 1 条')

  const illId = idOf(ill)
  const visits = await db.select().from(outreachVisits).where(eq(outreachVisits.memberId, oldId))
  expect(visits).toMatchObject([{ state: 'attested', creditedMinutes: 50 }])
  expect(await db.$count(outreachCaptures, eq(outreachCaptures.memberId, oldId))).toBe(2)
  expect(await db.$count(outreachCaptures, eq(outreachCaptures.memberId, illId))).toBe(1)
  const credits = await db
    .select({ minutes: hourEntries.minutes })
    .from(hourEntries)
    .where(and(eq(hourEntries.memberId, oldId), eq(hourEntries.source, 'homeDelivery')))
  expect(credits).toEqual([{ minutes: 50 }])

  await other.getByRole('link', { name: /王体弱/ }).click()
  await other.getByRole('button', { name: '我同去了，属实' }).click()
  await expectToSee(other, '已确认')
}, 90_000)

/** The tab dies between the server's having heard the record and the phone's having been told. */
async function dieWhileSending(page: Page): Promise<Page> {
  await page.route('**/api/outreach/capture', async (route) => {
    await route.fetch()
    await page.close()
  })
  const closed = page.waitForEvent('close')
  await page.context().setOffline(false)
  await closed
  return page.context().newPage()
}

test('a record changed after the server had heard it is shown from both sides; names go when somebody signs out', async () => {
  const { first, old } = await plantRound(db)
  const site = await openSite()
  const page = await site.visit('/m/outreach', first, hand)
  await goOffline(page)
  await writeDown(page, ['郑年高'], '50')
  const again = await dieWhileSending(page)
  await again.route('**/api/outreach/capture', (route) => route.abort())
  await again.goto(`${site.address}/m/outreach`)
  await expectToSee(again, /还有 1 条没有上交/)
  await again.getByRole('link', { name: /郑年高/ }).click()
  await again.getByRole('link', { name: '改这条记录' }).click()
  await again.getByLabel('用了多少分钟').fill('70')
  await again.getByRole('button', { name: '存下这次上门' }).click()
  await again.unroute('**/api/outreach/capture')
  await again.getByRole('button', { name: '现在上交' }).click()
  await expectToSee(again, '两边不一样')
  await again.getByRole('link', { name: /郑年高/ }).click()
  await expectToSee(again, /见到本人，50 分钟/)
  await expectToSee(again, /见到本人，70 分钟/)
  await again.getByRole('button', { name: '用手机里的' }).click()
  await expectToSee(again, '我登记的，已上交')
  const kept = await db
    .select()
    .from(outreachCaptures)
    .where(eq(outreachCaptures.memberId, idOf(old)))
  expect(kept).toMatchObject([{ revision: 1, words: { minutes: 70 }, earlier: [{ minutes: 50 }] }])

  expect(await keptOn(again)).toMatchObject({
    taken: 1,
    hasKey: true,
    text: expect.not.stringContaining('郑年高'),
  })
  await again.goto(`${site.address}/m/me`)
  await again.getByRole('button', { name: /换一个人登录/ }).click()
  await again.waitForURL('**/m/login')
  expect(await keptOn(again)).toMatchObject({ taken: 0, waiting: 0, hasKey: false })
}, 90_000)

test('the desk plans a round from the list, lays down the route, and settles what two sides tell differently', async () => {
  const { secretary, round, first, second, old } = await plantRound(db)
  const memberId = idOf(old)
  await capture(first, captureOf(round, memberId))
  await capture(second, captureOf(round, memberId, { isMet: false }))
  const site = await openSite()
  const desk = await site.visit('/outreach', secretary)
  await expectToSee(desk, '年老体弱')
  await desk.getByRole('button', { name: '排一轮送学' }).click()
  await desk.getByLabel('名称').fill('补送一轮')
  await desk.getByLabel('从哪天').fill('2026-06-01')
  await desk.getByText(/郑年高，东支部/).click()
  await desk.getByLabel(/谁上门/).fill('周上门')
  await desk.getByTitle('周上门（东支部）').click()
  await desk.getByRole('button', { name: '排好并通知上门的人' }).click()
  await expectToSee(desk, /补送一轮：1 户中已确认/)

  await desk.getByRole('link', { name: '轮次与路线' }).click()
  await desk.locator('[data-line]', { hasText: '六月送学' }).click()
  await desk.getByRole('button', { name: '排路线' }).click()
  await desk.getByLabel('王体弱备注').fill('村口第一户')
  await desk.getByRole('button', { name: /推后/ }).first().click()
  await desk.getByRole('button', { name: '存下路线' }).click()
  await expectToSee(desk, '村口第一户')
  await desk.locator('[data-line]', { hasText: '郑年高' }).click()
  await expectToSee(desk, '没有见到本人')
  await desk.getByLabel('依据').fill('电话问过家属')
  await desk
    .getByRole('button', { name: '认 定' })
    .or(desk.getByRole('button', { name: '认定' }))
    .click()
  await expectToSee(desk, /认定属实：电话问过家属/)
  await desk.getByRole('link', { name: '覆盖图' }).click()
  await expectToSee(desk, '2 人中送到 1 人，差 1 人')
}, 90_000)
