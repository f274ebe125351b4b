import { expect, test } from 'vitest'
import { db } from './testing/database.ts'
import { expectToSee } from './testing/expect.ts'
import { openSite } from './testing/site.ts'
import { plant, plantCaller } from './testing/world.ts'

test('whom the data point out is asked to a talk, told on the phone, and followed up', async () => {
  const { secretary, east } = await plant(db)
  const late = await plantCaller(db, east, { name: '陈书禾' })
  const site = await openSite()
  const desk = await site.visit('/talks', secretary)
  await desk.locator('[data-line]', { hasText: '陈书禾' }).click()
  await expectToSee(desk, '按哪些参数判断')
  await desk.getByRole('button', { name: '约谈并通知本人' }).click()
  await expectToSee(desk, '看这次谈话')

  const hand = await site.visit('/m/talks', late, { width: 390, height: 844 })
  await expectToSee(hand, '党员活动室')

  const list = await site.visit('/talks/list', secretary)
  await list.locator('[data-line]', { hasText: '陈书禾' }).click()
  await list.getByLabel('谈了什么').fill('近来忙于家事')
  await list.getByRole('button', { name: '记录谈话' }).click()
  await list.getByLabel('有没有改进').fill('已经补上两次')
  await list.getByLabel('已经改进，办结').check()
  await list.getByRole('button', { name: '记入跟进' }).click()
  await expectToSee(list, /已办结 1 人/)
  expect(await list.getByText('近来忙于家事').count()).toBe(1)
}, 60_000)

test('a member without a post claims one on the phone, and the branch agrees and assesses', async () => {
  const { secretary, east } = await plant(db)
  const farmer = await plantCaller(db, east, { name: '田无职', employment: 'farmer' })
  const site = await openSite()
  const desk = await site.visit('/roles?kind=noPost', secretary)
  await desk.getByRole('button', { name: '设一个岗位' }).click()
  await desk.getByLabel('岗位', { exact: true }).fill('政策宣传岗')
  await desk.getByLabel('职责').fill('每月入户宣传一次')
  await desk.getByRole('button', { name: '设岗', exact: true }).click()
  await expectToSee(desk, '0/3')

  const hand = await site.visit('/m/roles', farmer, { width: 390, height: 844 })
  await hand.getByRole('button', { name: '我来认领' }).click()
  await hand.getByRole('button', { name: '认领', exact: true }).click()
  await expectToSee(hand, /待支部确认/)

  const again = await site.visit('/roles?kind=noPost', secretary)
  await again.locator('[data-line]', { hasText: '田无职' }).click()
  await again.getByRole('button', { name: '确认', exact: true }).click()
  await expectToSee(again, '履行中')
  await again.getByLabel('评议意见').fill('宣传到位')
  await again.getByRole('button', { name: '评议', exact: true }).click()
  await expectToSee(again, /已评议 1 项/)
}, 60_000)
