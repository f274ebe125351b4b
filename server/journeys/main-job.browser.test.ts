import { buffer } from 'node:stream/consumers'
import { and, eq, gt, isNull } from 'drizzle-orm'
import mammoth from 'mammoth'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dayOf } from '../kernel/calendar.ts'
import { newId } from '../kernel/ids.ts'
import { plantAccount } from '../modules/accounts/index.ts'
import { attendances, closures } from '../modules/activities/table.ts'
import { hourEntries, hourTotals } from '../modules/ledgers/table.ts'
import { members } from '../modules/members/table.ts'
import { plantCounty } from '../testing/county.ts'
import type { County } from '../testing/county.ts'
import { db } from '../testing/database.ts'
import { expectToSee } from '../testing/expect.ts'
import { faults, rosterOf, rosterSize } from '../testing/roster.ts'
import { openSite } from '../testing/site.ts'
import type { Site } from '../testing/site.ts'
import { passHours } from '../testing/theme-day.ts'
import { nextMorning } from '../testing/world.ts'
import type { Organization } from '../testing/world.ts'

const password = 'Correct-Horse-9'
// A browser lets no cookie live past the hour of the machine, so this is today.
const now = nextMorning
const today = dayOf(now)
const good = rosterSize - faults.length
const phoneSize = { width: 390, height: 844 }
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Facts = { name: string; memberId?: string; office?: 'organizer' | 'secretary' }

async function accountOf(place: Organization, { name, memberId = '', office }: Facts) {
  const login = `u-${newId()}`
  const { id: organizationId, unitId } = place
  const offices = office ? [{ office, organizationId }] : []
  const who = { unitId, organizationId, login, name, password, offices, now }
  await plantAccount(db, { ...who, memberId: memberId || null })
  return login
}

async function enter(page: Page, login: string) {
  await page.getByLabel('登录名或手机号').fill(login)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

function press(page: Page, name: string | RegExp) {
  return page.getByRole('button', { name }).first().click()
}

async function importRoster(desk: Page, { county, branches }: County) {
  await desk.getByRole('link', { name: '选择表格' }).click()
  const roster = await rosterOf(branches, today)
  const file = { name: '党员名册.xlsx', mimeType: spreadsheet, buffer: roster }
  await desk.getByLabel('选择文件').setInputFiles(file)
  await desk
    .getByRole('heading', { name: /读到\s*1,000\s*行，\s*4\s*行有误，\s*996\s*行可以直接导入/ })
    .waitFor({ timeout: 60_000 })
  expect(await membersOf(county)).toBe(0)
  await press(desk, '导入 996 行')
  await desk
    .getByRole('heading', { name: /已导入\s*996\s*行：新增 996 人/ })
    .waitFor({ timeout: 60_000 })
  expect(await membersOf(county)).toBe(good)
}

function membersOf({ unitId }: Organization): Promise<number> {
  return db.$count(members, and(eq(members.unitId, unitId), isNull(members.leftOn)))
}

/** Four people of one branch whose names nobody else there bears. */
async function peopleOf({ id }: Organization) {
  const all = await db.select().from(members).where(eq(members.organizationId, id))
  const [leader, scanner, late] = all.filter(
    ({ stage, name }) => stage === 'full' && all.filter((one) => one.name === name).length === 1,
  )
  if (!leader || !scanner || !late) throw new Error('too few people')
  return { all, leader, scanner, late }
}

type People = Awaited<ReturnType<typeof peopleOf>>

/** Planned, the code on the wall, one phone that scans it, the rest by roll call, minuted, closed. */
async function holdThemeDay(site: Site, branch: Organization, people: People) {
  const { leader, scanner, late } = people
  const chair = { name: leader.name, memberId: leader.id, office: 'secretary' } as const
  const desk = await site.visit('/login')
  await enter(desk, await accountOf(branch, chair))
  await desk.getByRole('link', { name: '本月' }).first().click()
  await desk.getByRole('link', { name: '计划主题党日' }).click()
  await press(desk, '现在就开')
  await press(desk, '保存计划')
  await expectToSee(desk, `应到 ${people.all.length} 人`)

  const phone = await scans(
    site,
    desk,
    await accountOf(branch, {
      name: scanner.name,
      memberId: scanner.id,
    }),
  )
  await expectToSee(desk, '已到 1 人')
  const tile = desk.locator('[data-tile]').filter({ hasText: late.name })
  await tile.focus()
  await desk.keyboard.press('3')
  await press(desk, `其余 ${people.all.length - 2} 人都到会`)
  await press(desk, '结束点名')
  await press(desk, '全部完成')
  await desk.getByLabel('会议记录').fill('集中学习，交流讨论，安排下月工作。')
  await passHours(db, branch.id, 2)
  await press(desk, '关闭并记入学时')
  await desk.getByRole('button', { name: '关闭并记入', exact: true }).click()
  await expectToSee(desk, /已关闭，学时已记入/)
  return { desk, phone }
}

async function scans(site: Site, desk: Page, login: string): Promise<Page> {
  const wall = await desk.context().newPage()
  const code = wall.waitForResponse((one) => one.url().includes('/api/activities/wall') && one.ok())
  await wall.goto(desk.url().replace('/activities/', '/screen/'))
  const { address } = (await (await code).json()) as { address: string }
  const phone = await site.visit(address, undefined, phoneSize)
  await enter(phone, login)
  await press(phone, '签到')
  await expectToSee(phone, /已签到/)
  await wall.close()
  return phone
}

/** The phone, the board and the gaps say what the ledger holds. */
async function seeWhoLacks(desk: Page, phone: Page, people: People) {
  const mine = eq(hourEntries.memberId, people.scanner.id)
  expect((await db.select().from(hourEntries).where(mine)).map(({ minutes }) => minutes)).toEqual([
    120,
  ])
  await phone.goto(new URL('/m/me/hours', phone.url()).href)
  await phone.getByRole('heading', { name: /已学\s*2(\.0)?\s*学时/ }).waitFor()

  await desk.goto(new URL('/requirements/gaps', desk.url()).href)
  await desk.getByRole('heading', { name: /漏训\s*1\s*人/ }).waitFor()
  await desk.goto(new URL('/requirements', desk.url()).href)
  await desk
    .getByRole('heading', { name: new RegExp(`应学\\s*${people.all.length}\\s*人`) })
    .waitFor()
  await expectToSee(desk, people.late.name)
}

/** Every number opens as many rows as it says, and the document says the same. */
async function report(desk: Page) {
  await desk.goto(new URL('/reports', desk.url()).href)
  await press(desk, `起草 ${today.slice(0, 4)} 年度汇报`)
  await fillBlanks(desk)
  const figures = desk.getByRole('article').getByRole('link')
  const count = await figures.count()
  expect(count).toBeGreaterThan(8)
  const said = new Map<string, string>()
  for (let at = 0; at < count; at += 1) {
    const figure = figures.nth(at)
    const [name, text] = [await figure.getAttribute('title'), await figure.innerText()]
    await figure.click()
    const panel = desk.locator('section[aria-live]')
    await panel
      .getByText(name ?? '')
      .first()
      .waitFor()
    await panel
      .getByText(/^共 [\d,]+ 行/)
      .first()
      .waitFor()
    await panel.getByText(`${text} ${name}`, { exact: true }).waitFor()
    said.set(name ?? '', text)
  }
  await desk.getByRole('link', { name: '返回签发' }).click()
  await press(desk, /签\s*发/)
  await desk
    .getByRole('dialog')
    .getByRole('button', { name: /签\s*发/ })
    .click()
  await expectToSee(desk, /签发，数字没有变化/)

  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('link', { name: '下载 .docx' }).click(),
  ])
  const { value } = await mammoth.extractRawText({
    buffer: await buffer(await download.createReadStream()),
  })
  return { said, text: value }
}

/** Writes over what only a person can know; the numbers around it stay bound. */
async function fillBlanks(desk: Page) {
  await desk.getByRole('link', { name: '修改正文' }).click()
  const fields = desk.getByRole('textbox').filter({ hasText: '待填' })
  await fields.first().waitFor()
  while ((await fields.count()) > 0) {
    await fields.first().evaluate((field) => {
      const texts = document.createTreeWalker(field, NodeFilter.SHOW_TEXT)
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const found = /【待填[^】]*】/.exec(node.textContent ?? '')
        if (!found) continue
        const range = document.createRange()
        range.setStart(node, found.index)
        range.setEnd(node, found.index + found[0].length)
        getSelection()?.removeAllRanges()
        getSelection()?.addRange(range)
        return
      }
    })
    await desk.keyboard.insertText('由县委组织部补充')
  }
  await press(desk, /保\s*存/)
  await expectToSee(desk, '草稿已成')
}

test('from a roster of a thousand lines to a signed report, by looking and pressing [S4-01] [S1-45]', async () => {
  const place = await plantCounty()
  const site = await openSite(() => now)
  const desk = await site.visit('/login')
  await enter(desk, await accountOf(place.county, { name: '组织部', office: 'organizer' }))

  await importRoster(desk, place)
  const people = await peopleOf(place.branch)
  const { desk: secretary, phone } = await holdThemeDay(site, place.branch, people)
  await seeWhoLacks(secretary, phone, people)
  const { said, text } = await report(desk)

  const { unitId } = place.county
  const there = and(eq(attendances.unitId, unitId), eq(attendances.mark, 'present'))
  const earned = and(eq(hourTotals.unitId, unitId), gt(hourTotals.minutes, 0))
  expect(await db.$count(attendances, there)).toBe(people.all.length - 1)
  expect(await db.$count(hourTotals, earned)).toBeGreaterThanOrEqual(people.all.length - 1)
  expect(await db.$count(closures, eq(closures.unitId, unitId))).toBe(1)
  expect(said.get('党员总数')).toBe(String(good))
  for (const figure of said.values()) expect(text).toContain(figure)
}, 180_000)
