import { expect, test } from 'vitest'
import { db } from './testing/database.ts'
import { openSite } from './testing/site.ts'
import { plant } from './testing/world.ts'

test('a page of the version before loads itself anew where its parts are gone, and what was typed is there again', async () => {
  const { organizer, county } = await plant(db)
  const site = await openSite()
  const form = `/organizations?open=${county.id}&act=found`
  const desk = await site.visit(form, organizer)
  await desk.getByLabel('名称', { exact: true }).fill('荷塘村党支部')

  let asked = 0
  let isGone = true
  await desk.route(/\/assets\/MembersPage-.*\.css$/, async (route) => {
    asked += 1
    await (isGone ? route.fulfill({ status: 404 }) : route.continue())
  })
  // Whoever only passes over a link loses nothing by it.
  const link = desk.getByRole('link', { name: '党员名册' })
  await link.hover()
  await expect.poll(() => asked).toBeGreaterThan(0)
  expect(await desk.getByLabel('名称', { exact: true }).inputValue()).toBe('荷塘村党支部')

  const renewed = desk.waitForEvent('load')
  await link.click()
  isGone = false
  await renewed
  await desk.getByRole('link', { name: '导入名册' }).waitFor()

  await desk.goto(`${site.address}${form}`)
  await expect
    .poll(() => desk.getByLabel('名称', { exact: true }).inputValue())
    .toBe('荷塘村党支部')
})

test('a page that lacks a part for good says so once and does not load itself for ever', async () => {
  const { organizer } = await plant(db)
  const site = await openSite()
  const desk = await site.visit('/organizations', organizer)
  let loads = 0
  desk.on('load', () => (loads += 1))
  await desk.route(/\/assets\/MembersPage-.*\.(css|js)$/, (route) => route.fulfill({ status: 404 }))
  await desk.getByRole('link', { name: '党员名册' }).click()
  await desk.getByRole('heading', { name: '这一页没有打开' }).waitFor()
  await expect.poll(() => loads).toBeGreaterThan(0)
  await desk.getByRole('button', { name: '刷新' }).waitFor()
  const told = loads
  expect(told).toBeLessThanOrEqual(2)
})
