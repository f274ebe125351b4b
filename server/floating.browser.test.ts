import { test } from 'vitest'
import { newId } from './kernel/ids.ts'
import { db } from './testing/database.ts'
import { expectToSee } from './testing/expect.ts'
import { openSite } from './testing/site.ts'
import { plant, plantCaller, plantOrganization } from './testing/world.ts'

const floating = { floatingSince: '2026-01-10', floatingTo: '远州省临江市' }
const phone = { width: 390, height: 844 }

test('the ledger says who is overdue, and a contact written beside it moves the day on', async () => {
  const { secretary, east } = await plant(db)
  await plantCaller(db, east, { name: '周远行', ...floating })
  const site = await openSite()
  const desk = await site.visit('/floating', secretary)

  await desk
    .getByRole('heading', { name: /流动党员 1 人，1 人超期未联系，1 人去向未登记/ })
    .waitFor()
  await desk.getByRole('link', { name: '周远行' }).click()
  await desk.getByRole('button', { name: '登记去向' }).click()
  await desk.getByLabel('详细住址').fill('临江市建设路 1 号')
  await desk.getByRole('button', { name: /^保\s*存$/ }).click()
  await desk.getByRole('button', { name: '记一次联系' }).click()
  await desk.getByLabel('日期').fill('2026-05-30')
  await desk.getByRole('button', { name: /^记\s*下$/ }).click()
  await expectToSee(desk, '2026-05-30 电话，联系上')
  await desk.getByRole('heading', { name: /流动党员 1 人，都在联系期限内/ }).waitFor()
})

test('on the phone a secretary writes a contact down with two presses', async () => {
  const { secretary, east } = await plant(db)
  await plantCaller(db, east, { name: '周远行', ...floating })
  const site = await openSite()
  const page = await site.visit('/m/floating/contacts', secretary, phone)
  await page.getByRole('button', { name: /周远行/ }).click()
  await page.getByRole('button', { name: '电话联系上' }).click()
  await page.getByRole('heading', { name: /0 人超期未联系，共 1 人/ }).waitFor()
  await expectToSee(page, /最近联系 2026-06-01/)
})

test('a member reports in on the phone, and the receiving branch takes them in at its desk', async () => {
  const { east, county } = await plant(db)
  const west = await plantOrganization(db, county, `流入地支部${newId()}`)
  const away = await plantCaller(db, east, { name: '周远行', ...floating })
  const host = await plantCaller(db, west, { office: 'secretary' })
  const site = await openSite()
  const page = await site.visit('/m/floating', away, phone)
  await page.getByRole('button', { name: /更新去向和电话/ }).click()
  await page.getByLabel('外出期间的联系电话').fill('13900001234')
  await page.getByRole('button', { name: '报告支部' }).click()
  await page.getByRole('button', { name: /居住地党支部报到/ }).click()
  await page.getByLabel(/支部名称/).fill(west.name)
  await page.getByRole('button', { name: west.name }).click()
  await page.getByRole('button', { name: '报到', exact: true }).click()
  await page.getByText('待接收').waitFor()

  const desk = await site.visit('/floating/incoming', host)
  await desk.getByRole('heading', { name: /1 人等待接收/ }).waitFor()
  await desk.getByRole('link', { name: '周远行' }).click()
  await desk.getByText('13900001234').waitFor()
  await desk.getByRole('button', { name: /^接\s*收$/ }).click()
  await desk.getByRole('heading', { name: /0 人等待接收，已接收 1 人/ }).waitFor()
  await page.reload()
  await expectToSee(page, '已接收')
})

test('a round is begun above, and a branch confirms its people one by one', async () => {
  const { organizer, secretary, east } = await plant(db)
  await plantCaller(db, east, { name: '周远行', ...floating })
  const site = await openSite()
  const county = await site.visit('/floating/census', organizer)
  await county.getByRole('button', { name: '发起排查' }).click()
  await county.getByLabel('名称').fill('夏季排查')
  await county.getByLabel('截止日期').fill('2026-06-30')
  await county.getByRole('button', { name: /^发\s*起$/ }).click()
  await county.getByRole('heading', { name: /夏季排查：1 人中已核实 0 人，还有 1 人/ }).waitFor()

  const desk = await site.visit('/floating/census', secretary)
  await desk.getByRole('link', { name: '夏季排查' }).click()
  await desk.getByRole('button', { name: '周远行去向属实' }).click()
  await desk.getByRole('heading', { name: /夏季排查：1 人中已核实 1 人。/ }).waitFor()
  await expectToSee(desk, '这里没有人。')
})

test.each([
  ['/floating/lost', '没有失去联系的党员'],
  ['/floating/groups', '还没有管理群'],
  ['/floating/tasks', '还没有服务任务'],
  ['/floating', '没有流动党员'],
])('%s teaches as long as it is empty', async (path, words) => {
  const { secretary } = await plant(db)
  const site = await openSite()
  const desk = await site.visit(path, secretary)
  await expectToSee(desk, words)
})
