import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '../server/testing/chromium.ts'
import { plantNewcomer } from './newcomer.ts'
import { watchRest } from './rest.ts'
import type { Login, Scene } from './scenes/kinds.ts'

/** Of a server that shows the demonstration county, as `npm start` does on an empty machine. */
const address = process.env.ADDRESS ?? 'http://localhost:8080'
const password = 'Zhixing-2026'

/** A tab that is open, what went wrong in it until now, and a way to wait until it has come to rest. */
export type Shown = {
  readonly page: Page
  readonly faults: string[]
  readonly rest: () => Promise<boolean>
}
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
  const entered = new Map<Login, Promise<Cookies>>()
  const kept = new Map<string, Shown>()
  const open = async (scene: Scene) =>
    openTab(
      await openContext(browser, scene, scene.as && (await enter(browser, scene.as, entered))),
    )
  return {
    async play(scene, look) {
      const { as, width, large } = scene
      const key = `${as} ${width} ${large}`
      const known = kept.get(key)
      const tab = known ?? (await open(scene))
      await show(tab, scene, known !== undefined).catch((error: unknown) =>
        tab.faults.push(`not played: ${String(error)}`),
      )
      await look(scene, tab)
      // What has broken is left, and the next page is opened from its address.
      const isKept = scene.goesOn === true && tab.faults.length === 0
      if (isKept) kept.set(key, tab)
      else kept.delete(key)
      if (!isKept) await tab.page.context().close()
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
  entered: Map<Login, Promise<Cookies>>,
): Promise<Cookies> {
  const known = entered.get(login) ?? signIn(browser, login, entered)
  entered.set(login, known)
  return known
}

async function signIn(
  browser: Browser,
  login: Login,
  entered: Map<Login, Promise<Cookies>>,
): Promise<Cookies> {
  const { request } = await browser.newContext()
  const data = { login, password }
  const ask = async () => request.post(`${address}/api/accounts/signIn`, { data })
  const first = await ask()
  if (!first.ok() && login === 'newcomer') {
    const as = async (who: Login) =>
      (await browser.newContext({ storageState: await enter(browser, who, entered) })).request
    await plantNewcomer({ address, password, as })
  }
  const answer = first.ok() ? first : await ask()
  if (!answer.ok()) throw new Error(`${login} cannot sign in: ${await answer.text()}`)
  return request.storageState()
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

async function openTab(context: BrowserContext): Promise<Shown> {
  const page = await context.newPage()
  const faults: string[] = []
  page.setDefaultTimeout(12_000)
  page.on('pageerror', ({ message }) => faults.push(message))
  page.on('console', (said) => {
    if (/Policy directive:? .(style|script)-src/.test(said.text())) faults.push(said.text())
  })
  page.on('response', (response) => {
    // Whoever is asked to come again comes again by itself.
    const isLater = response.status() === 503 && 'retry-after' in response.headers()
    if (response.status() >= 500 && !isLater) faults.push(`${response.status()} ${response.url()}`)
  })
  return { page, faults, rest: watchRest(page) }
}

/** From its address, or in a tab that is open as its links would: a start of the whole face takes longest. */
async function show({ page, faults, rest }: Shown, scene: Scene, isOpen: boolean): Promise<void> {
  if (isOpen) await page.evaluate((path) => history.pushState({}, '', path), scene.path)
  else await page.goto(address + scene.path)
  if (!(await rest())) faults.push('still waiting')
  if (!scene.act) return
  await scene.act(page)
  if (!(await rest())) faults.push('still waiting')
}

/** Those whose names begin so, or all. */
export function chosen(scenes: readonly Scene[]): readonly Scene[] {
  const wanted = process.argv.slice(2)
  return wanted.length === 0
    ? scenes
    : scenes.filter(({ name }) => wanted.some((start) => name.startsWith(start)))
}
