import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { lessonOf } from '../testing/classes.ts'
import { allot } from '../modules/classes/acts/allot.ts'
import { announce } from '../modules/classes/acts/announce.ts'
import { decide } from '../modules/classes/acts/decide.ts'
import { keepSession } from '../modules/classes/acts/keep-session.ts'
import { submit } from '../modules/classes/acts/submit.ts'
import { classes } from '../modules/classes/table.ts'
import { db } from '../testing/database.ts'
import { expectToSee } from '../testing/expect.ts'
import { plantPlanning } from '../testing/plans.ts'
import { openSite } from '../testing/site.ts'
import type { Person } from '../testing/world.ts'

const phone = { width: 390, height: 844 }

async function press(page: Page, name: string | RegExp) {
  await page.getByRole('button', { name, exact: true }).first().click()
}

/** What the form filled itself with is what is kept; the rest is decided above. */
async function applyFromPlan(desk: Page, organizer: Person, seats: string) {
  await press(desk, '申请办班')
  await desk.getByLabel('培训计划项目').click()
  await desk.getByTitle('大棚种植培训（县委2026年计划）').click()
  await expect.poll(() => desk.getByLabel('班次名称').inputValue()).toBe('大棚种植培训')
  await desk.reload()
  await expect.poll(() => desk.getByLabel('班次名称').inputValue()).toBe('大棚种植培训')
  expect(await desk.getByLabel('目标', { exact: true }).inputValue()).toBe('掌握一门种植技术')
  expect(await desk.getByLabel('计划人数').inputValue()).toBe('10')
  expect(await desk.getByLabel('目的').inputValue()).toBe('会管理大棚')
  await press(desk, '保存申请')
  await desk.locator('[data-line]', { hasText: '大棚种植培训' }).click()
  await expectToSee(desk, /落实计划：/)

  const ofUnit = eq(classes.unitId, organizer.actor.unitId)
  const [own] = await db.select().from(classes).where(ofUnit)
  if (!own) throw new Error('the class was not kept')
  const key = { unitId: own.unitId, classId: own.id }
  await submit(organizer, { ...key, version: own.version })
  await decide(organizer, { ...key, step: 'review', outcome: 'approve', reason: '' })
  await allot(organizer, { ...key, quotas: [{ organizationId: seats, seats: 2 }] })
  await announce(organizer, key)
  const { from } = own
  const lesson = lessonOf(key, { track: 'skill', title: '大棚里的一天' })
  const times = { startsAt: `${from}T01:00:00.000Z`, endsAt: `${from}T04:00:00.000Z` }
  await keepSession(organizer, { ...lesson, ...times })
  return { key, until: own.until }
}

test('a class is made from the plan, a branch sends somebody, the roll is called, and a stranger sees the certificate', async () => {
  const { world, village, villager, begin, add, approve } = await plantPlanning()
  const plan = await begin()
  await add(plan)
  await approve(plan)
  const clock = { now: world.organizer.now() }
  const now = () => clock.now
  const organizer = { ...world.organizer, now }
  const site = await openSite(now)

  const desk = await site.visit('/classes', organizer)
  const { key, until } = await applyFromPlan(desk, organizer, village.id)
  const branch = await site.visit('/classes/offers', { ...villager, now })
  await branch.locator('[data-line]', { hasText: '大棚种植培训' }).click()
  const line = branch.getByRole('listitem').filter({ hasText: '李禾' })
  await line.getByRole('button', { name: '推荐' }).click()
  await expectToSee(branch, '已录取')
  await branch.context().close()
  await desk.context().close()

  clock.now = new Date(`${until}T10:00:00Z`)
  const after = await site.visit(`/classes/${key.unitId}/${key.classId}`, organizer)
  await press(after, '大棚里的一天')
  await after.getByRole('link', { name: '点名和签到' }).click()
  await press(after, /其余 \d+ 人都到会/)
  await press(after, '结束点名')
  await press(after, '全部完成')
  await press(after, '关闭并记入学时')
  await press(after, '关闭并记入')
  await expectToSee(after, /已关闭/)
  await after.goto(`${site.address}/classes/${key.unitId}/${key.classId}`)
  await press(after, '办理结业')
  await after.getByRole('link', { name: '结业证书' }).click()
  await press(after, '给 1 人发证书')
  await expectToSee(after, /已发证书\s*1\s*张/)
  await after.goto(`${site.address}/plans/${plan.unitId}/${plan.planId}?part=items`)
  await expectToSee(after, /1\/2 场 1\/20 人/)
  await after.context().close()

  const own = await site.visit('/m/classes', { ...villager, now }, phone)
  const address = await own.getByRole('link', { name: '看核验页' }).getAttribute('href')
  const stranger = await site.visit(address ?? '', undefined, phone)
  await stranger.getByRole('heading', { name: '证书有效' }).waitFor()
  await expectToSee(stranger, '李禾')
  await expectToSee(stranger, '大棚种植培训')
}, 60_000)
