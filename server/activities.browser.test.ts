import { AxeBuilder } from '@axe-core/playwright'
import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newId } from './kernel/ids.ts'
import { plantAccount } from './modules/accounts/index.ts'
import { hourEntries } from './modules/ledgers/table.ts'
import { db } from './testing/database.ts'
import { expectToSee } from './testing/expect.ts'
import { openSite } from './testing/site.ts'
import { passHours, planned } from './testing/theme-day.ts'
import { plant, plantCaller, plantMember, nextMorning } from './testing/world.ts'

const password = 'Right-password-2026'
const clock = () => nextMorning

async function plantBranch() {
  const world = await plant(db)
  const facts = { office: 'secretary', name: '周白杨', now: clock } as const
  const secretary = await plantCaller(db, world.east, facts)
  return { ...world, secretary }
}

const press = async (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click()

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

test('a newcomer plans, holds and closes a theme day by looking and pressing', async () => {
  const { secretary, member, east } = await plantBranch()
  const { visit } = await openSite(clock)
  const page = await visit('/meetings/month', secretary)

  await page.getByRole('link', { name: '计划主题党日' }).click()
  await press(page, '现在就开')
  await press(page, '保存计划')
  await expectToSee(page, /应到 3 人/)
  await press(page, '其余 3 人都到会')
  await press(page, '结束点名')
  await press(page, '全部完成')
  await page.getByLabel('会议记录').fill('学习了工作条例，讨论了村务公开，整治了环境。')
  await page.getByLabel('议定事项').click()
  await expectToSee(page, '已保存')
  expect(await seriousFaults(page)).toEqual([])
  await passHours(db, east.id, 2)
  await press(page, '关闭并记入学时')
  await page.getByRole('button', { name: '关闭并记入', exact: true }).click()
  await expectToSee(page, /已关闭，学时已记入/)

  const mine = eq(hourEntries.memberId, member.actor.personId)
  const entries = await db.select().from(hourEntries).where(mine)
  expect(entries.map(({ minutes }) => minutes)).toEqual([120])
  await page.getByRole('link', { name: '频次' }).click()
  await expectToSee(page, '已开')
  expect(await seriousFaults(page)).toEqual([])
})

test('names are marked from the keyboard, and the next one is at hand', async () => {
  const { secretary, east } = await plantBranch()
  const key = await planned(secretary, east.id)
  const { visit } = await openSite(clock)
  const page = await visit(`/activities/${key.unitId}/${key.activityId}`, secretary)

  await page.locator('[data-tile]').first().focus()
  for (const sign of ['1', '2', '3']) await page.keyboard.press(sign)

  await expectToSee(page, /已到 1 人/)
  await expectToSee(page, '请假 1')
  await expectToSee(page, '缺席 1')
})

test('a phone that scans the wall logs in, signs in, and appears on the wall', async () => {
  const { secretary, east, county } = await plantBranch()
  const key = await planned(secretary, east.id, { startsAt: later(0), endsAt: later(2) })
  const memberId = await plantMember(db, east, { name: '李惊蛰' })
  const login = `member-${newId()}`
  const facts = { unitId: county.unitId, organizationId: east.id, memberId, name: '李惊蛰' }
  await plantAccount(db, { ...facts, login, password, now: clock() })
  const { visit } = await openSite(clock)

  const answer = Promise.withResolvers<string>()
  const wall = await visit('/account', secretary)
  wall.on('response', async (response) => {
    if (response.url().includes('/api/activities/wall') && response.status() === 200)
      answer.resolve(((await response.json()) as { address: string }).address)
  })
  await wall.goto(`${new URL(wall.url()).origin}/screen/${key.unitId}/${key.activityId}`)
  await wall.getByRole('img', { name: '二维码' }).waitFor()

  const phone = await visit(await answer.promise, undefined, { width: 390, height: 844 })
  await phone.waitForURL(/\/m\/login/)
  await phone.getByLabel('登录名或手机号').fill(login)
  await phone.getByLabel('密码').fill(password)
  await phone.getByRole('button', { name: '登录', exact: true }).click()
  await expectToSee(phone, '李惊蛰同志，请确认签到')
  expect(await seriousFaults(phone)).toEqual([])
  await phone.getByRole('button', { name: '签到', exact: true }).click()
  await expectToSee(phone, /已签到/)

  await expectToSee(wall, '李惊蛰')
})

test('a secretary calls the roll on the phone and closes the record there', async () => {
  const { secretary, east } = await plantBranch()
  const { visit } = await openSite(clock)
  const page = await visit('/m/activities', secretary, { width: 390, height: 844 })

  await page.getByRole('link', { name: /现在开一次会/ }).click()
  await press(page, '开始点名')
  await page.getByRole('button', { name: /周白杨/ }).click()
  await expectToSee(page, /已到 1 人/)
  expect(await seriousFaults(page)).toEqual([])
  await press(page, /其余 2 人都到/)
  await press(page, '结束点名')
  await page.getByLabel('会议记录').fill('学习了工作条例，讨论了村务公开。')
  await press(page, '关闭记学时')
  await expectToSee(page, /规定动作还没有完成/)
  await press(page, '全部完成')
  await passHours(db, east.id, 2)
  await press(page, '关闭记学时')
  await expectToSee(page, /已关闭，学时已记入/)
})

test('a member asks for leave on the phone, and the organiser reads why', async () => {
  const { secretary, east, member } = await plantBranch()
  const ahead = { startsAt: later(1), endsAt: later(3) }
  const key = await planned(secretary, east.id, ahead)
  const { visit } = await openSite(clock)
  const looks = { width: 390, height: 844 }
  const path = `/activities/${key.unitId}/${key.activityId}`

  const desk = await visit(path, secretary)
  await press(desk, /通知应到的 3 人/)
  await expectToSee(desk, /3 人中 0 人已读/)
  const phone = await visit(`/m${path}`, { ...member, now: clock }, looks)
  await press(phone, '不能参加，要请假')
  await phone.getByLabel(/请假的原因/).fill('到县医院复查')
  await phone.getByRole('button', { name: '请假', exact: true }).click()
  await expectToSee(phone, /您已请假/)

  await desk.reload()
  await expectToSee(desk, '到县医院复查')
})

function later(hours: number): string {
  return new Date(clock().getTime() + hours * 3_600_000).toISOString()
}
