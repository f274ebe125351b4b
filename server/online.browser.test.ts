import { expect, test } from 'vitest'
import { db } from './testing/database.ts'
import { expectToSee } from './testing/expect.ts'
import { openSite } from './testing/site.ts'
import { plant } from './testing/world.ts'

test('a month of study online is ranked, drawn, and reminded of in one tap', async () => {
  const { organizer } = await plant(db)
  const site = await openSite()
  const desk = await site.visit('/requirements/online', organizer)
  await expectToSee(desk, '党组织排行')
  await desk.getByLabel('只看还不够的').check()
  await expectToSee(desk, '还不够的党员')
  await desk.getByRole('button', { name: '一键提醒' }).click()
  await desk.getByRole('button', { name: '发出提醒' }).click()
  await expectToSee(desk, /已提醒 3 人/)
  expect(await desk.getByRole('img', { name: /逐月网络学习人数/ }).count()).toBe(1)
}, 60_000)
