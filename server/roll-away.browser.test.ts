import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { hashPassword } from './kernel/password.ts'
import { keepPassword } from './modules/accounts/store/passwords.ts'
import { mark } from './modules/activities/acts/mark.ts'
import { close } from './modules/activities/acts/close.ts'
import { write } from './modules/activities/acts/write.ts'
import { showActivity } from './modules/activities/views/show.ts'
import { db } from './testing/database.ts'
import { expectToSee, tracesIn } from './testing/expect.ts'
import { keptOn } from './testing/kept.ts'
import { openSite } from './testing/site.ts'
import { finished, passHours, planned } from './testing/theme-day.ts'
import { nextMorning, plant, plantCaller, plantMember } from './testing/world.ts'
import type { Person } from './testing/world.ts'

const password = 'Right-password-2026'
const hand = { width: 390, height: 844 }
const minute = 60_000
/** The phone's and the server's clock, moved by the test. */
let clock = nextMorning.getTime()
const now = () => new Date(clock)

async function plantMeeting() {
  const world = await plant(db)
  clock = nextMorning.getTime()
  const office = { office: 'secretary', now } as const
  const secretary = await plantCaller(db, world.east, { ...office, name: '周白杨' })
  const deputy = await plantCaller(db, world.east, { ...office, name: '吴青松' })
  const hash = await hashPassword(password)
  for (const { actor } of [secretary, deputy])
    await keepPassword(db, { accountId: actor.accountId, hash, now: nextMorning })
  for (const name of ['郑早到', '王后改']) await plantMember(db, world.east, { name })
  const key = await planned(secretary, world.east.id)
  const roll = async () => {
    const record = await showActivity(secretary, key)
    return Object.fromEntries(record.roll.map(({ name, mark: said }) => [name, said]))
  }
  const say = async (who: Person, name: string, value: 'present' | 'absent') => {
    const { roll: entries } = await showActivity(who, key)
    const memberId = entries.find((one) => one.name === name)?.memberId ?? ''
    await mark(who, { ...key, memberId, mark: value, isRemote: false, note: '' })
  }
  return { ...world, secretary, deputy, key, roll, say }
}

async function pass(page: Page, minutes: number): Promise<void> {
  clock += minutes * minute
  await page.clock.setFixedTime(clock)
}

const press = async (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click()

async function signIn(page: Page, { actor }: Person): Promise<void> {
  await page.waitForURL(/\/m\/login/)
  await page.getByLabel('登录名或手机号').fill(actor.accountId)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/login'))
}

async function openAway(page: Page): Promise<void> {
  await expectToSee(page, '已存到这部手机，没有网络也能点名、写记录')
  await page.context().setOffline(true)
  await page.reload()
  await expectToSee(page, /没有连上服务器/)
}

test('a roll and minutes of a village without a network come in merged by person, sealed while they wait', async () => {
  const { secretary, deputy, key, roll, say, ...world } = await plantMeeting()
  const site = await openSite(now)
  const page = await site.visit(`/m/roll/${key.unitId}/${key.activityId}`, secretary, hand)
  await openAway(page)

  await press(page, /郑早到/)
  await press(page, /王后改/)
  await press(page, /其余 \d+ 人都到/)
  await expectToSee(page, /1 项存在手机里/)
  await press(page, '写会议记录')
  await press(page, '全部完成')
  await page.getByLabel('会议记录').fill('在村里学习了工作条例，讨论了修路。')
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const photo = { name: '会场.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') }
  await page.getByLabel('拍现场照片').setInputFiles(photo)
  await expectToSee(page, '1 张照片存在手机里')
  // Killed and opened anew without a network: all of it is still there, and none of it can be read from the store.
  await page.reload()
  await expectToSee(page, /3 项存在手机里/)
  await press(page, '写会议记录')
  expect(await page.getByLabel('会议记录').inputValue()).toContain('讨论了修路')
  const kept = await keptOn(page)
  expect(kept).toMatchObject({ taken: 1, waiting: 3, hasKey: true, canBeReadOut: false })
  for (const word of ['郑早到', '修路', '周白杨']) expect(kept.text).not.toContain(word)
  expect(await roll()).toMatchObject({ 郑早到: null })

  // Meanwhile, and later than the tap on the phone, another secretary says otherwise of one person.
  await pass(page, 8)
  await say(deputy, '王后改', 'absent')
  await pass(page, 60)
  await page.context().setOffline(false)
  // The session of an office does not last that long. The same person signs in again, and has the key again.
  await signIn(page, secretary)
  await expectToSee(page, /王后改：别人后来记为缺席，以后记的为准/)
  await press(page, '知道了')
  expect(await roll()).toMatchObject({ 郑早到: 'present', 王后改: 'absent', 周白杨: 'present' })
  const traces = await tracesIn(db, { ...world, secretary })
  expect(traces.findLast(({ command }) => command === 'activities.bringRoll')).toMatchObject({
    after: { overtaken: [{ mark: 'present', here: { mark: 'absent' } }] },
  })
  await expectToSee(page, /王后改/)
  await press(page, '结束点名')
  await expectToSee(page, /已附 1 个文件/)
  const record = await showActivity(secretary, key)
  expect(record.minutes).toBe('在村里学习了工作条例，讨论了修路。')
  expect(record.files).toHaveLength(1)
  await passHours(db, world.east.id, 2)
  await page.reload()
  await press(page, '关闭记学时')
  await expectToSee(page, /已关闭，学时已记入/)
  await page.waitForFunction(async () => {
    const names = await indexedDB.databases()
    return names.some(({ name }) => name === 'zhixing-offline')
  })
  await expect.poll(async () => (await keptOn(page)).taken, { timeout: 15_000 }).toBe(0)
}, 120_000)

test('two sides of the minutes are shown, and a record closed meanwhile says what to do', async () => {
  const { secretary, deputy, key, roll, ...world } = await plantMeeting()
  const site = await openSite(now)
  const page = await site.visit('/m/me', secretary, hand)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload()
  await expectToSee(page, '周白杨')
  await page.goto(`${site.address}/m/roll/${key.unitId}/${key.activityId}`)
  await openAway(page)
  await press(page, '写会议记录')
  await page.getByLabel('会议记录').fill('手机里写的记录。')
  const { version, agenda, resolution } = await showActivity(deputy, key)
  await write(deputy, { ...key, version, agenda, resolution, minutes: '桌上写的记录。' })
  await page.context().setOffline(false)
  await expectToSee(page, '会议记录两边都改过，请选一个')
  await expectToSee(page, '桌上写的记录。')
  await press(page, '两段都留')
  await expect
    .poll(async () => (await showActivity(secretary, key)).minutes, { timeout: 15_000 })
    .toBe('桌上写的记录。\n手机里写的记录。')

  await page.reload()
  await openAway(page)
  await pass(page, 7)
  await passHours(db, world.east.id, 2)
  const minutes = '学习了条例，讨论了修路的事情。'
  await close(deputy, await finished(deputy, key, { minutes }))
  await pass(page, 7)
  await press(page, /郑早到/)
  await expectToSee(page, /1 项存在手机里/)
  // Whoever leaves is told what has not gone out; the key goes, what was written stays shut.
  await page.goto(`${site.address}/m/me`)
  await press(page, /换一个人登录/)
  await expectToSee(page, /还有 1 条记录没有上交/)
  await page.goto(`${site.address}/m/roll/${key.unitId}/${key.activityId}`)
  await page.getByText('郑早到').waitFor()
  await press(page, /郑早到/)
  await press(page, '请假')
  await press(page, /郑早到/)
  await page.context().setOffline(false)
  await expectToSee(page, '手机里的点名没有收下')
  await expectToSee(page, /吴青松已在.*关闭了这次记录.*由支部书记重新打开/)
  expect(await roll()).toMatchObject({ 郑早到: 'present' })
  await press(page, '不要了')
  await expectToSee(page, /已关闭，学时已记入/)
  expect((await keptOn(page)).waiting).toBe(0)
}, 120_000)

test('who leaves with something unsent is told first; nobody else on the phone reads or sends it, and its author does', async () => {
  const { secretary, deputy, key, roll } = await plantMeeting()
  const site = await openSite(now)
  const place = `${site.address}/m/roll/${key.unitId}/${key.activityId}`
  const page = await site.visit(`/m/roll/${key.unitId}/${key.activityId}`, secretary, hand)
  await expectToSee(page, '已存到这部手机，没有网络也能点名、写记录')
  // The line is so weak that nothing of this gets through, and the phone has not noticed.
  await page.route('**/api/activities/**', (route) => route.abort())
  await press(page, /郑早到/)
  await expectToSee(page, /1 项存在手机里/)
  await page.goto(`${site.address}/m/me`)
  await press(page, /换一个人登录/)
  await expectToSee(page, '还有 1 条记录没有上交')
  await press(page, /换一个人登录/)
  await page.waitForURL(/\/m\/login/)
  expect(await keptOn(page)).toMatchObject({ taken: 0, waiting: 1, hasKey: false })

  const brought: string[] = []
  await page.unroute('**/api/activities/**')
  page.on('request', (request) => {
    if (request.url().includes('bringRoll')) brought.push(request.url())
  })
  await signIn(page, deputy)
  await page.goto(place)
  await expectToSee(page, '已存到这部手机，没有网络也能点名、写记录')
  await page.goto(`${site.address}/m/me/kept`)
  await expectToSee(page, '手机里没有存着什么')
  expect(await keptOn(page)).toMatchObject({ waiting: 1, hasKey: true })
  expect(brought).toEqual([])
  expect(await roll()).toMatchObject({ 郑早到: null })

  await page.goto(`${site.address}/m/me`)
  await press(page, /换一个人登录/)
  await signIn(page, secretary)
  await expect.poll(async () => (await roll())['郑早到'], { timeout: 15_000 }).toBe('present')
  await expect.poll(async () => (await keptOn(page)).waiting, { timeout: 15_000 }).toBe(0)
}, 120_000)
