import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { newId } from './kernel/ids.ts'
import { plantAccount } from './modules/accounts/index.ts'
import { db } from './testing/database.ts'
import { expectToSee } from './testing/expect.ts'
import { openSite } from './testing/site.ts'
import { noon, plant } from './testing/world.ts'

const password = 'Right-password-2026'

async function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}

describe('the door', () => {
  test.each([
    ['console', '/account', 1440],
    ['phone', '/m/me', 390],
  ])('of the %s says what is wrong, and leads back to where one was', async (_, path, width) => {
    const { county } = await plant(db)
    const login = `clerk-${newId()}`
    const facts = { unitId: county.unitId, organizationId: county.id, name: '李四', now: noon }
    await plantAccount(db, { ...facts, login, password })
    // The browser judges by its own clock how long a session lasts.
    const { visit } = await openSite(() => new Date())
    const page = await visit(path, undefined, { width })

    await page.waitForURL(/\/login\?back=/)
    await page.getByLabel('登录名或手机号').fill(login)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await expectToSee(page, '请填写密码')
    await page.getByLabel('密码').fill('not the password')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await expectToSee(page, '账号或密码不正确')
    await page.getByLabel('密码').fill(password)
    await page.getByRole('button', { name: '登录', exact: true }).click()

    await page.waitForURL((url) => url.pathname === path)
    await expectToSee(page, '李四')
  })

  test('opens for the code of the first day, once both passwords are the same', async () => {
    const { visit } = await openSite()
    const page = await visit('/login')

    await page.getByRole('button', { name: /第一次登录/ }).click()
    await page.getByLabel('登录名或手机号').fill('nobody')
    await page.getByLabel('登录码').fill('ABCDEF')
    await page.getByLabel('新密码', { exact: true }).fill(password)
    await page.getByLabel('再填一次新密码').fill('another')
    await page.getByRole('button', { name: '设置密码并登录' }).click()
    await expectToSee(page, '两次填写的密码不一样')
    await page.getByLabel('再填一次新密码').fill(password)
    await page.getByRole('button', { name: '设置密码并登录' }).click()
    await expectToSee(page, /登录码不正确/)
  })
})

describe('the console', () => {
  test('is walked by keyboard: first of all to the page itself', async () => {
    const { secretary } = await plant(db)
    const { visit } = await openSite()
    const page = await visit('/account', secretary)
    await page.getByRole('navigation').waitFor()

    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('page')
  })

  test('fits a narrow screen, where its navigation waits behind a button', async () => {
    const { secretary } = await plant(db)
    const { visit } = await openSite()
    const page = await visit('/account', secretary, { width: 390, height: 844 })

    await page.getByRole('button', { name: '菜单' }).click()
    await page.getByRole('dialog').getByRole('link', { name: '待办', exact: true }).click()
    await page.waitForURL((url) => url.pathname === '/')
    expect(await overflowOf(page)).toBe(0)
  })
})

describe('the frame of the console', () => {
  test('stands where its reader chose to, among what lies in their reach', async () => {
    const { organizer } = await plant(db)
    const { visit } = await openSite()
    const page = await visit('/account', organizer)

    await page.getByLabel('切换党组织').click()
    await page.keyboard.type('西支部')
    await page.getByText('西支部　县委').click()
    await page.reload()
    await page.getByLabel('切换党组织').click()
    await expectToSee(page, '西支部　0 人')
    await page.keyboard.type('别处')
    await expectToSee(page, '管理范围以外的组织不会出现')
  })

  test('folds what is not the daily work, and keeps each group as its reader left it', async () => {
    const { organizer } = await plant(db)
    const { visit } = await openSite()
    const page = await visit('/account', organizer)
    const link = (name: string) =>
      page.getByRole('navigation').getByRole('link', { name, exact: true })
    await link('频次').waitFor()
    expect(await link('驾驶舱').isVisible()).toBe(false)

    await page.getByText('总览与报告').click()
    await page.reload()
    await link('驾驶舱').click()
    await page.waitForURL((url) => url.pathname === '/cockpit')
    expect(await link('党员名册').isVisible()).toBe(false)
    await page.goto(new URL('/members', page.url()).href)
    await link('党员名册').waitFor()
  })

  test('finds people, organizations and pages from anywhere, by keyboard alone', async () => {
    const { organizer } = await plant(db)
    const { visit } = await openSite()
    const page = await visit('/account', organizer)
    await page.getByRole('navigation').waitFor()

    await page.keyboard.press('Control+k')
    await page.getByLabel('查找内容').fill('名册')
    await expectToSee(page, '功能')
    await page.getByLabel('查找内容').fill('东支部')
    await page.getByRole('dialog').getByText('党组织', { exact: true }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/organizations\?open=/)
  })
})

describe('the console of somebody', () => {
  test('keeps large type where the reader left it', async () => {
    const { secretary } = await plant(db)
    const { visit } = await openSite()
    const page = await visit('/account', secretary)

    await page.getByRole('button', { name: '大字' }).click()
    await page.reload()
    await page.getByRole('button', { name: '标准字' }).waitFor()
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
      '20.8px',
    )
  })

  test('shows the door to whoever leaves, and nothing of what was seen', async () => {
    const { secretary } = await plant(db)
    const { visit } = await openSite()
    const page = await visit('/account', secretary)

    await page.getByRole('button', { name: secretary.actor.name }).click()
    await page.getByRole('menuitem', { name: '退出' }).click()
    await page.waitForURL((url) => url.pathname === '/login')
    await page.goBack()
    await page.waitForURL(/login/)
    await expectToSee(page, '忘记密码')
  })

  test('says what did not happen when the server cannot be reached', async () => {
    const { secretary } = await plant(db)
    const { visit } = await openSite()
    const page = await visit('/account', secretary)
    await page.route('**/api/accounts/signOut', (route) => route.abort())

    await page.getByRole('button', { name: secretary.actor.name }).click()
    await page.getByRole('menuitem', { name: '退出' }).click()
    await expectToSee(page, '没有连上服务器，请检查网络后再试')
    await page.getByRole('button', { name: '知道了' }).click()
    expect(await page.getByText('没有连上服务器').count()).toBe(0)
  })

  test('says of an unknown address that it leads nowhere', async () => {
    const { secretary } = await plant(db)
    const { visit } = await openSite()
    const page = await visit('/no/such/page', secretary)
    await expectToSee(page, '没有这个页面')
  })
})

describe('the phone', () => {
  test('fits the narrowest screen in large type, with targets for unsteady hands', async () => {
    const { member } = await plant(db)
    const { visit } = await openSite()
    const page = await visit('/m/me', member, { width: 320, height: 640 })
    await page.getByRole('button', { name: '大字版' }).click()

    const button = await page.getByRole('button', { name: '大字版' }).boundingBox()
    expect(button?.height).toBeGreaterThanOrEqual(60)
    expect(await overflowOf(page)).toBe(0)
  })

  test('shows what was opened when the network is gone, and says so', async () => {
    const { member } = await plant(db)
    const { visit } = await openSite()
    const page = await visit('/m/me', member, { width: 390, height: 844 })
    await expectToSee(page, member.actor.name)
    await page.evaluate(() => navigator.serviceWorker.ready)
    // The worker sees what is asked for from the next visit on.
    await page.reload()
    await expectToSee(page, member.actor.name)

    await page.context().setOffline(true)
    await page.reload()
    await expectToSee(page, member.actor.name)
    await expectToSee(page, '现在没有网络')
  })
})

test.each([
  ['/login', 1440],
  ['/account', 1440],
  ['/account', 390],
  ['/m/login', 390],
  ['/m/me', 390],
])('nothing on %s at %i px keeps anybody out', async (path, width) => {
  const { secretary } = await plant(db)
  const { visit } = await openSite()
  const page = await visit(path, path.endsWith('login') ? undefined : secretary, { width })
  await page.getByRole('heading', { level: 1 }).waitFor()

  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
})
