import { expect, test } from 'vitest'
import { db } from './testing/database.ts'
import { openSite } from './testing/site.ts'
import { plant } from './testing/world.ts'

test('console and phone open in a real browser, at the hour of the test', async () => {
  const { secretary } = await plant(db)
  const site = await openSite()
  const desk = await site.visit('/', secretary)
  await desk.getByRole('main').waitFor()
  expect(await desk.evaluate(() => new Date().toISOString().slice(0, 10))).toBe('2026-06-01')
  expect(await desk.evaluate(() => navigator.language)).toBe('zh-CN')

  const hand = await site.visit('/m/', secretary, { width: 390, height: 844 })
  await hand.getByRole('main').waitFor()
  expect(await hand.title()).toContain('知行')
})

test('no page believes a style that came with words, and the console those of its components', async () => {
  const { secretary } = await plant(db)
  const site = await openSite()
  for (const path of ['/members', '/m/']) {
    const page = await site.visit(path, secretary)
    await page.getByRole('main').waitFor()
    const own = await page.evaluate(() =>
      [...document.querySelectorAll('style')].map(({ sheet }) => sheet !== null),
    )
    expect(own.length > 10).toBe(path === '/members')
    expect(own).not.toContain(false)

    page.removeAllListeners('console')
    await page.evaluate(() =>
      document.body.insertAdjacentHTML('beforeend', '<style>main { display: none }</style>'),
    )
    expect(await page.getByRole('main').isVisible()).toBe(true)
  }
})
