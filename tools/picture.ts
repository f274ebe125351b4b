import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { launchChromium } from '../server/testing/chromium.ts'

/*
 * npm run picture [address] [login] [password]: what somebody of the demonstration county sees first, as
 * docs/pictures/home.png, with which the README opens. Asks a server that runs.
 */
const [address = 'http://localhost:8080', login = 'secretary', password = 'Zhixing-2026'] =
  process.argv.slice(2)
const folder = join(import.meta.dirname, '../docs/pictures')

const server = await launchChromium()
const browser = await chromium.connect(server.wsEndpoint())
try {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
  })
  const entered = await context.request.post(`${address}/api/accounts/signIn`, {
    data: { login, password },
  })
  if (!entered.ok()) throw new Error(await entered.text())

  const page = await context.newPage()
  await page.goto(address, { waitUntil: 'networkidle' })
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, 'home.png') })
} finally {
  await browser.close()
  await server.close()
}
