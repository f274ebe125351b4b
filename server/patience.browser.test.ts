import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { db } from './testing/database.ts'
import { expectToSee } from './testing/expect.ts'
import { openSite } from './testing/site.ts'
import { plant } from './testing/world.ts'

const sentence = '正在排队或汇总，好了会自动继续'

/** In the page itself: what a service worker asks for, no test can answer. */
async function sendAwayUntilLetIn(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const ask = globalThis.fetch
    const body = JSON.stringify({
      reason: 'server.busy',
      message: '同时办理的人较多，请 2 秒后再试',
    })
    globalThis.fetch = async (address, request) => {
      const isLetIn =
        sessionStorage.getItem('let in') || !(address as string).includes('/accounts/me?')
      return isLetIn
        ? ask(address, request)
        : new Response(body, { status: 503, headers: { 'retry-after': '2' } })
    }
  })
}

test.each([
  ['console', '/account', 1440],
  ['phone', '/m/me', 390],
])(
  'the %s that is sent away by a crowd says so, and comes again by itself',
  async (_, path, width) => {
    const { secretary } = await plant(db)
    const { visit } = await openSite()
    const page = await visit(path, secretary, { width })
    await sendAwayUntilLetIn(page)
    await page.reload({ waitUntil: 'commit' })

    await expectToSee(page, new RegExp(sentence))
    await page.evaluate(() => sessionStorage.setItem('let in', 'yes'))
    await expectToSee(page, '张三')
    await expect.poll(() => page.getByText(sentence).count()).toBe(0)
  },
)
