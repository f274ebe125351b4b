import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '../server/testing/chromium.ts'
import type { Scene } from './scenes.ts'

/** Of a server that shows the demonstration county, as `npm start` does on an empty machine. */
const address = process.env.ADDRESS ?? 'http://localhost:8080'
const password = 'Zhixing-2026'

export type Shown = { readonly page: Page; readonly faults: readonly string[] }

/** Opens scene after scene as its reader would find it, and hands each page over. */
export async function eachScene(
  scenes: readonly Scene[],
  look: (scene: Scene, shown: Shown) => Promise<void>,
): Promise<void> {
  const server = await launchChromium()
  const browser = await chromium.connect(server.wsEndpoint())
  for (const scene of scenes) {
    const context = await openContext(browser, scene)
    await look(scene, await show(context, scene))
    await context.close()
  }
  await browser.close()
  await server.close()
}

async function openContext(browser: Browser, scene: Scene): Promise<BrowserContext> {
  const { as, width = 1440, height = 900, large = false } = scene
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  })
  if (large) await context.addInitScript(() => localStorage.setItem('large-type', 'on'))
  if (as) {
    const data = { login: as, password }
    const answer = await context.request.post(`${address}/api/accounts/signIn`, { data })
    if (!answer.ok()) throw new Error(`${as} cannot sign in at ${address}: ${await answer.text()}`)
  }
  return context
}

async function show(context: BrowserContext, scene: Scene): Promise<Shown> {
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', ({ message }) => faults.push(message))
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`)
  })
  await page.goto(address + scene.path)
  await page.waitForLoadState('networkidle')
  await scene.act?.(page)
  await page.waitForTimeout(500)
  return { page, faults }
}

/** Those whose names begin so, or all. */
export function chosen(scenes: readonly Scene[]): readonly Scene[] {
  const wanted = process.argv.slice(2)
  return wanted.length === 0
    ? scenes
    : scenes.filter(({ name }) => wanted.some((start) => name.startsWith(start)))
}
