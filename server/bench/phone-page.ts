import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../testing/chromium.ts'
import { percentile, within } from './measured.ts'
import type { Measured } from './measured.ts'
import { answers, freePort } from './start-to-ready.ts'

const rounds = 5
const member = { login: 'member', password: 'Zhixing-2026' }
/** What the tools of browsers call slow 4G, on a phone four times as slow as this machine. */
const slow4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
}
const slowdown = 4

/** A member opens the phone for the first time: until the largest of what is shown first stands there. */
export async function phonePage(): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'zhixing-bench-'))
  // Open to the user that PostgreSQL runs as when root measures.
  await chmod(folder, 0o711)
  const port = String(await freePort())
  const env = { ...process.env, DATA_DIR: folder, PORT: port, LOG_LEVEL: 'error' }
  const server = spawn(process.execPath, ['server/main.ts'], {
    env: { ...env, DATABASE_URL: undefined },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const started = await launchChromium()
  try {
    const address = `http://127.0.0.1:${port}`
    await answers(`${address}/ready`)
    const browser = await chromium.connect(started.wsEndpoint())
    const seconds: number[] = []
    for (let round = 0; round < rounds; round += 1) seconds.push(await open(browser, address))
    const ours = percentile(seconds, 0.5)
    return within({ name: 'phone page, largest paint', unit: 's', ours, limit: 2 })
  } finally {
    await started.close()
    server.kill('SIGTERM')
    await once(server, 'exit')
    await rm(folder, { recursive: true, force: true })
  }
}

async function open(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    serviceWorkers: 'block',
  })
  await context.request.post(`${address}/api/accounts/signIn`, { data: member })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', slow4G)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.goto(`${address}/m/`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
  const painted = await page.evaluate(
    async () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(list.getEntries().at(-1)?.startTime ?? 0)
        }).observe({ type: 'largest-contentful-paint', buffered: true })
      }),
  )
  await context.close()
  return painted / 1000
}
