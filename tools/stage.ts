import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '../server/testing/chromium.ts'
import { plantNewcomer } from './newcomer.ts'
import type { Login, Scene } from './scenes/kinds.ts'

/** Of a server that shows the demonstration county, as `npm start` does on an empty machine. */
const address = process.env.ADDRESS ?? 'http://localhost:8080'
const password = 'Zhixing-2026'

type Shown = { readonly page: Page; readonly faults: readonly string[] }
type Cookies = Awaited<ReturnType<BrowserContext['storageState']>>

type Look = (scene: Scene, shown: Shown) => Promise<void>
export type Stage = {
  /** Opens a scene as its reader would find it, and hands the page over; one that cannot be played is told. */
  readonly play: (scene: Scene, look: Look) => Promise<void>
  readonly close: () => Promise<void>
}

/** One browser for many scenes, in which everybody signs in once. */
export async function openStage(): Promise<Stage> {
  const server = await launchChromium()
  const browser = await chromium.connect(server.wsEndpoint())
  const entered = new Map<Login, Cookies>()
  const kept = new Map<string, BrowserContext>()
  const open = async (scene: Scene) =>
    openContext(browser, scene, scene.as && (await enter(browser, scene.as, entered)))
  return {
    async play(scene, look) {
      const { as, width, large } = scene
      const key = `${as} ${width} ${large}`
      const context = kept.get(key) ?? (await open(scene))
      if (scene.goesOn) kept.set(key, context)
      const page = await context.newPage()
      await show(page, scene).then(
        async (faults) => look(scene, { page, faults }),
        async (error: unknown) => look(scene, { page, faults: [`not played: ${String(error)}`] }),
      )
      await (scene.goesOn ? page.close() : context.close())
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

export async function eachScene(scenes: readonly Scene[], look: Look): Promise<void> {
  const stage = await openStage()
  for (const scene of scenes) await stage.play(scene, look)
  await stage.close()
}

/** Everybody comes in once. */
async function enter(
  browser: Browser,
  login: Login,
  entered: Map<Login, Cookies>,
): Promise<Cookies> {
  const known = entered.get(login)
  if (known) return known
  const { request } = await browser.newContext()
  const data = { login, password }
  const signIn = async () => request.post(`${address}/api/accounts/signIn`, { data })
  const first = await signIn()
  if (!first.ok() && login === 'newcomer') {
    const as = async (who: Login) =>
      (await browser.newContext({ storageState: await enter(browser, who, entered) })).request
    await plantNewcomer({ address, password, as })
  }
  const answer = first.ok() ? first : await signIn()
  if (!answer.ok()) throw new Error(`${login} cannot sign in: ${await answer.text()}`)
  const cookies = await request.storageState()
  entered.set(login, cookies)
  return cookies
}

async function openContext(
  browser: Browser,
  { width = 1440, height = 900, large = false }: Scene,
  storageState: Cookies | undefined,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    ...(storageState ? { storageState } : {}),
  })
  if (large) await context.addInitScript(() => localStorage.setItem('large-type', 'on'))
  return context
}

async function show(page: Page, scene: Scene): Promise<string[]> {
  const faults: string[] = []
  page.setDefaultTimeout(12_000)
  page.on('pageerror', ({ message }) => faults.push(message))
  page.on('console', (said) => {
    if (/Policy directive:? .(style|script)-src/.test(said.text())) faults.push(said.text())
  })
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`)
  })
  await page.goto(address + scene.path)
  await page.waitForLoadState('networkidle')
  await scene.act?.(page)
  await page.waitForTimeout(500)
  // On a slow machine the answers may still be under way.
  const waiting = page.getByText('正在读取…').first()
  await waiting.waitFor({ state: 'hidden' }).catch(() => faults.push('still waiting'))
  await page.waitForLoadState('networkidle')
  return faults
}

/** Those whose names begin so, or all. */
export function chosen(scenes: readonly Scene[]): readonly Scene[] {
  const wanted = process.argv.slice(2)
  return wanted.length === 0
    ? scenes
    : scenes.filter(({ name }) => wanted.some((start) => name.startsWith(start)))
}
