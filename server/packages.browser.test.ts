import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { packageAttempts } from './modules/packages/table.ts'
import { db } from './testing/database.ts'
import { expectToSee } from './testing/expect.ts'
import { contents, hostile } from './testing/packages/contents.ts'
import { readPackage } from './testing/packages/plant.ts'
import { openSite } from './testing/site.ts'
import { noon, plant } from './testing/world.ts'

const phone = { width: 390, height: 844 }
const contentOf = (page: Page) => page.frameLocator('iframe').frameLocator('iframe')
const attemptsAt = (packageId: string) =>
  db.select().from(packageAttempts).where(eq(packageAttempts.packageId, packageId))

test.each(['scorm12', 'scorm2004'] as const)(
  'a course of %s is gone on with after its tab was killed, and after the network was lost',
  async (standard) => {
    const world = await plant(db)
    let passed = 0
    const site = await openSite(() => new Date(noon.getTime() + passed * 60_000))
    const { unitId, packageId } = await readPackage(
      world.organizer,
      world.county,
      contents[standard](),
    )
    const path = `/m/packages/${unitId}/${packageId}`
    const page = await site.visit(path, world.member, phone)
    await expectToSee(page, '共 1 课，学完')
    await page.getByRole('link', { name: '第一课' }).click()
    await expectToContain(page, 'ab-initio 第0页')
    for (let at = 0; at < 3; at += 1) await contentOf(page).getByText('下一页').click()
    await expectToContain(page, '第3页 记3')
    await page.waitForFunction(() => JSON.stringify(localStorage).includes('记3'))

    const context = page.context()
    const killing = await context.newCDPSession(page)
    void killing.send('Page.crash').catch(() => undefined)
    await new Promise((done) => page.once('crash', done))
    await page.close()
    passed = 5
    const next = await context.newPage()
    await next.goto(`${site.address}${path}/item_1`)
    await expectToContain(next, 'resume 第3页 记3')

    await context.setOffline(true)
    await contentOf(next).getByText('下一页').click()
    await expectToSee(next, '没有网络，进度先存在本机')
    await contentOf(next).getByText('学完').click()
    passed = 10
    await context.setOffline(false)
    await expectToSee(next, /已(学完|通过)，进度已保存/)

    const [attempt] = await attemptsAt(packageId)
    expect(attempt).toMatchObject({
      state: standard === 'scorm12' ? 'completed' : 'passed',
      score: 90,
      doneAt: new Date(noon.getTime() + 600_000),
    })
    expect(attempt?.memory).toContain('记4')
    expect(attempt?.seconds).toBeLessThan(120)
    await next.getByText('返回').click()
    await expectToSee(next, '90 分')
  },
)

test('what a package is made of sees neither session nor storage nor data of the platform, and cannot lead away from it', async () => {
  const world = await plant(db)
  const site = await openSite()
  const { unitId, packageId } = await readPackage(
    world.organizer,
    world.county,
    hostile(site.address),
  )
  const page = await site.visit(`/m/packages/${unitId}/${packageId}/item_1`, world.member, phone)
  await page.evaluate(() => localStorage.setItem('secret', 'of the platform'))
  const report = contentOf(page).locator('#report')
  await report.getByText('{').waitFor({ timeout: 30_000 })

  const { cookies, ...found } = JSON.parse((await report.textContent()) ?? '{}') as Record<
    string,
    string
  >
  expect(cookies).not.toContain('of the platform')
  expect(Object.entries(found).filter(([, came]) => came !== 'refused')).toEqual([])
  expect(page.url()).toContain(site.address)
  expect(page.context().pages()).toHaveLength(1)
  expect(await page.evaluate(() => Object.keys(localStorage))).not.toContain('left')

  await page.goto(`${site.address}/m/packages`)
  expect(await page.evaluate(() => document.cookie)).toBe('')
  await expectToSee(page, '学习党章')
})

async function expectToContain(page: Page, words: string): Promise<void> {
  await contentOf(page).locator('#begun').getByText(words).waitFor()
}
