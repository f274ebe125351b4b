import { expect, test } from 'vitest'
import { db } from './testing/database.ts'
import { expectToSee } from './testing/expect.ts'
import { openSite } from './testing/site.ts'
import { plant } from './testing/world.ts'

test('a base is registered with a menu at the desk, ordered on the phone, agreed to, and stands in the calendar', async () => {
  const { organizer, secretary } = await plant(db)
  const site = await openSite()
  const desk = await site.visit('/resources?kind=base', organizer)
  await desk.getByRole('button', { name: '登记资源' }).click()
  await desk.getByLabel('名称', { exact: true }).fill('石溪基地')
  await desk.getByRole('button', { name: '登记', exact: true }).click()
  await expectToSee(desk, /请写明这个基地的特色/)
  await desk.getByLabel(/^特色/).fill('石溪渡口的摆渡人')
  await desk.getByRole('button', { name: '登记', exact: true }).click()
  await expectToSee(desk, /按规定至少 4 项/)
  await desk.getByRole('button', { name: '添加项目' }).click()
  await desk.getByRole('textbox', { name: '名称' }).last().fill('渡口实境课堂')
  await desk.getByRole('button', { name: /^保\s*存$/ }).click()
  await expectToSee(desk, '渡口实境课堂')

  const hand = await site.visit('/m/resources', secretary, { width: 390, height: 844 })
  await hand.getByLabel('查找').fill('石溪')
  await hand.getByRole('button', { name: '看菜单、点单' }).first().click()
  await hand.getByLabel('点哪一项').selectOption({ label: '渡口实境课堂' })
  await hand.getByLabel('用来做什么').fill('六月主题党日')
  await hand.getByRole('button', { name: '下单' }).click()
  await expectToSee(hand, '待同意')

  const orders = await site.visit('/resources/orders', organizer)
  await orders.locator('[data-line]', { hasText: '石溪基地' }).click()
  await orders.getByRole('button', { name: /^同\s*意$/ }).click()
  await expectToSee(orders, '没有等您答复的点单。')
  const again = await site.visit('/m/resources/orders', secretary, { width: 390, height: 844 })
  await again.getByRole('button', { name: '确认前往' }).click()
  await expectToSee(again, '已确认')

  const month = await site.visit('/resources/calendar?view=month', organizer)
  await expectToSee(month, '六月主题党日')
  const day = await site.visit('/resources/calendar?view=day', organizer)
  await day.getByRole('rowheader', { name: '石溪基地' }).waitFor()
  expect(await day.getByText('六月主题党日').count()).toBe(0)
  await expectToSee(await site.visit('/resources/use', organizer), '渡口实境课堂')
  await expectToSee(await site.visit('/resources/map', organizer), '图上还没有点')
}, 90_000)
