import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newId } from './kernel/ids.ts'
import { plantAccount } from './modules/accounts/index.ts'
import { hourEntries } from './modules/ledgers/table.ts'
import { db } from './testing/database.ts'
import { expectToSee } from './testing/expect.ts'
import { openSite } from './testing/site.ts'
import { passHours } from './testing/theme-day.ts'
import { nextMorning, plant, plantMember } from './testing/world.ts'

const password = 'Right-password-2026'
// A browser lets no cookie live past the hour of the machine, so this is today.
const clock = () => nextMorning

/** What an ear would hear of the thing in focus: its label, or its words. */
async function heard(page: Page): Promise<string> {
  return page.evaluate(() => {
    const here = document.activeElement
    if (!here) return ''
    const labels =
      here instanceof HTMLInputElement || here instanceof HTMLTextAreaElement ? here.labels : null
    const words = here.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? here.textContent
    return words.replaceAll(/\s+/g, ' ').trim()
  })
}

/** Tab by tab to the thing that is heard as this; whoever needs more than these has lost patience. */
async function tabTo(page: Page, words: string | RegExp, tabsMax = 60): Promise<void> {
  const passed: string[] = []
  for (let tabs = 0; tabs < tabsMax; tabs += 1) {
    await page.keyboard.press('Tab')
    const here = await heard(page)
    if (typeof words === 'string' ? here === words : words.test(here)) return
    passed.push(here)
  }
  throw new Error(`no “${String(words)}” among ${passed.join(' | ')}`)
}

/** The ring around what has the focus can be seen. */
async function expectRing(page: Page): Promise<void> {
  const ring = await page.evaluate(() => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(
      document.activeElement ?? document.body,
    )
    return { outline: outlineStyle !== 'none' && outlineWidth !== '0px', boxShadow }
  })
  expect(ring.outline || ring.boxShadow !== 'none').toBe(true)
}

async function pressKey(page: Page, words: string | RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, words)
  await expectRing(page)
  await page.keyboard.press(key)
}

test('a theme day is planned, called, written up and closed without touching a mouse', async () => {
  const { east, county } = await plant(db)
  const memberId = await plantMember(db, east, { name: '周白杨' })
  const login = `keys-${newId()}`
  const offices = [{ office: 'secretary', organizationId: east.id }] as const
  const place = { unitId: county.unitId, organizationId: east.id }
  await plantAccount(db, {
    ...place,
    login,
    memberId,
    name: '周白杨',
    password,
    offices,
    now: clock(),
  })
  const { visit } = await openSite(clock)
  const page = await visit('/login')
  await page.getByLabel('登录名或手机号').waitFor()

  await tabTo(page, '登录名或手机号')
  await page.keyboard.type(login)
  await tabTo(page, '密码')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').waitFor()

  await pressKey(page, '本月')
  await page.getByRole('link', { name: '计划主题党日' }).waitFor()
  await pressKey(page, '计划主题党日')
  await page.getByRole('button', { name: '现在就开' }).waitFor()
  await pressKey(page, '现在就开')
  await pressKey(page, '保存计划')
  await expectToSee(page, /应到 3 人/)

  await tabTo(page, /周白杨/)
  await page.keyboard.press('1')
  await expectToSee(page, /已到 1 人/)
  await pressKey(page, '其余 2 人都到会')
  await pressKey(page, '结束点名')
  await pressKey(page, '全部完成')
  await tabTo(page, '会议记录')
  await page.keyboard.insertText('学习了工作条例，讨论了村务公开，整治了环境。')
  await page.keyboard.press('Tab')
  await expectToSee(page, '已保存')
  await passHours(db, east.id, 2)
  await pressKey(page, '关闭并记入学时')
  await page.getByRole('button', { name: '关闭并记入', exact: true }).waitFor()
  await pressKey(page, '关闭并记入')
  await expectToSee(page, /已关闭，学时已记入/)

  const own = await db.select().from(hourEntries).where(eq(hourEntries.memberId, memberId))
  expect(own.map(({ minutes }) => minutes)).toEqual([120])
}, 90_000)
