import { eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { activities } from '../modules/activities/table.ts'
import { db } from '../testing/database.ts'
import { expectToSee } from '../testing/expect.ts'
import { openSite } from '../testing/site.ts'
import { noon, plant } from '../testing/world.ts'

test('a secretary sees a month laid out, puts one line elsewhere, and plans it by one press [S0-29]', async () => {
  const world = await plant(db)
  const { visit } = await openSite(() => noon)
  const page = await visit('/meetings/schedule?month=2026-07&months=1', world.secretary)
  await expectToSee(page, /项组织生活没有安排，都排到了合规的日子里/)
  await page.getByRole('button', { name: '改时间' }).first().click()
  await page.getByLabel('日期').fill('2026-07-03')
  await page.getByLabel('时间', { exact: true }).fill('15:30')
  await page.getByRole('button', { name: '就排在这时' }).click()
  await expectToSee(page, /7月3日 周五 15:30/)
  await page.getByRole('button', { name: /^全部采用/ }).click()
  await expectToSee(page, /已计划 \d+ 项/)

  const kept = await db
    .select()
    .from(activities)
    .where(eq(activities.organizationId, world.east.id))
  expect(kept).toMatchObject([{ kind: 'themeDay', startsAt: new Date('2026-07-03T07:30:00Z') }])
}, 120_000)

test('a county sees its branches, opens one at a time, and still plans all by one press', async () => {
  const world = await plant(db)
  const { visit } = await openSite(() => noon)
  const page = await visit('/meetings/schedule?month=2026-07&months=1', world.organizer)
  await expectToSee(page, /^2 个支部还有/)
  await expectToSee(page, '共 2 个支部')
  const lines = page.getByRole('button', { name: '改时间' })
  expect(await lines.count()).toBe(0)
  await page.getByRole('link', { name: world.east.name }).click()
  await expectToSee(page, `${world.east.name}的排期`)
  expect(await lines.count()).toBe(1)
  await lines.click()
  await page.getByLabel('日期').fill('2026-07-03')
  await page.getByLabel('时间', { exact: true }).fill('15:30')
  await page.getByRole('button', { name: '就排在这时' }).click()
  await expectToSee(page, /7月3日 周五 15:30/)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '全部采用（2 项）' }).click()
  await expectToSee(page, /已计划 2 项/)
  const kept = await db
    .select()
    .from(activities)
    .where(inArray(activities.organizationId, [world.east.id, world.west.id]))
  expect(new Set(kept.map(({ organizationId }) => organizationId)).size).toBe(2)
}, 120_000)
