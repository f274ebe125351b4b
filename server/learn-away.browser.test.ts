import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { article, plantCourse, plantUpload, plantVideo } from './testing/courses.ts'
import { routes } from './modules/courses/routes.ts'
import { db } from './testing/database.ts'
import { expectToSee } from './testing/expect.ts'
import { openSite } from './testing/site.ts'
import { noon, plant } from './testing/world.ts'

const hand = { width: 390, height: 844 }
/** The phone's and the server's clock, moved by the test. */
let clock = noon.getTime()
const now = () => new Date(clock)

async function pass(page: Page, minutes: number): Promise<void> {
  clock += minutes * 60_000
  await page.clock.setFixedTime(clock)
}

const pdf = Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
`)

async function plantReading() {
  clock = noon.getTime()
  const world = await plant(db)
  const { secretary: editor, organizer: reviewer, east: organization, member } = world
  const file = { name: '学习提纲.pdf', mediaType: 'application/pdf', content: pdf }
  const fileId = await plantUpload(db, editor, file)
  const videoId = await plantVideo(db, editor, 60)
  const { courseId } = await plantCourse({ editor, reviewer, organization }, [
    article(),
    { kind: 'document', fileId, minutes: 1 },
    { kind: 'video', fileId: videoId },
  ])
  const watched = async () => {
    const { contents } = await routes.open({ ...member, now }, { courseId })
    return contents.map(({ watchedSeconds }) => watchedSeconds)
  }
  return { member, courseId, watched }
}

/** Reading takes time: so long the page stays open. */
async function read(page: Page, seconds: number): Promise<void> {
  const until = await page.evaluate((ms) => performance.now() + ms, seconds * 1000)
  await page.waitForFunction((moment) => performance.now() > moment, until)
}

test('[S4-30] a course taken along is read on the phone without a network, and what was read counts as the server allows', async () => {
  const { member, courseId, watched } = await plantReading()
  const site = await openSite(now)
  const page = await site.visit('/m/learn', member, hand)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload()
  await page.getByRole('link', { name: /党章党规九讲/ }).click()
  await page.getByRole('button', { name: '存到手机，没有网络也能看' }).click()
  await expectToSee(page, /已存到这部手机，没有网络也能看 2 节；另外 1 节要联网学/)

  await page.context().setOffline(true)
  await page.goto(`${site.address}/m/learn`)
  await expectToSee(page, '存在手机里的课')
  await page.getByRole('link', { name: /没有网络也能看 2 节/ }).click()
  await pass(page, 15)
  await page.getByRole('button', { name: /第 1 节/ }).click()
  await expectToSee(page, '学习要点')
  await expectToSee(page, /学过的部分记在手机上，一天之内联网就补记/)
  await read(page, 3)
  await page.getByRole('button', { name: '下一节：第 2 节' }).click()
  await page.getByRole('img', { name: '第 2 节，第 1 页' }).waitFor()
  expect(await watched()).toEqual([0, 0, 0])

  await pass(page, 5)
  await page.context().setOffline(false)
  await expect.poll(async () => (await watched())[0], { timeout: 15_000 }).toBeGreaterThanOrEqual(2)
  expect((await watched())[0]).toBeLessThan(30)

  await page.goto(`${site.address}/m/me/kept`)
  await expectToSee(page, /0 项没有交上，带着 1 门课/)

  // Two days without a network: it can still be read, and does not count; the page says so.
  const before = await watched()
  await page.context().setOffline(true)
  await pass(page, 2 * 24 * 60)
  await page.goto(`${site.address}/m/learn/${courseId}`)
  await page.getByRole('button', { name: /第 1 节/ }).click()
  await expectToSee(page, '学习要点')
  await expectToSee(page, /可以先看，这一段不计时间/)
  await read(page, 1)
  await page.goto(`${site.address}/m/me/kept`)
  await page.getByRole('button', { name: '删掉' }).click()
  await expectToSee(page, '手机里没有存着什么')
  const left = await page.evaluate(async () => (await (await caches.open('taken-1')).keys()).length)
  expect(left).toBe(0)
  expect(await watched()).toEqual(before)
}, 120_000)
