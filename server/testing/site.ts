import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { inject, onTestFinished } from 'vitest'
import { buildApp, buildPackagesApp } from './app.ts'
import { identifyBy } from '../identity.ts'
import { declaredJobs } from '../jobs.ts'
import { startWorker } from '../kernel/job-worker.ts'
import { builtFaces } from '../web.ts'
import { db, url } from './database.ts'
import { plantSession } from './sessions.ts'
import { files, noon, vault } from './world.ts'
import type { Person } from './world.ts'

export type Site = {
  readonly address: string
  /** Opens a page as somebody who has signed in, or as nobody yet. */
  readonly visit: (path: string, person?: Person, looks?: Looks) => Promise<Page>
}

type Looks = { readonly width?: number; readonly height?: number }

const root = join(import.meta.dirname, '../..')
let browser: Promise<Browser> | undefined

/**
 * The whole platform for one test: pages, interface and jobs, on the worker's database and at the test's hour. When
 * the test is over, it fails if a page threw, went against its policy or the server failed, even where nobody looked.
 */
export async function openSite(now: () => Date = () => noon): Promise<Site> {
  const surroundings = { db, now, vault, files }
  const packages = await buildPackagesApp(surroundings)
  const apart = await packages.listen({ host: '127.0.0.1', port: 0 })
  const app = await buildApp({
    ...surroundings,
    packagesAt: { port: Number(new URL(apart).port) },
    identify: identifyBy(db, now),
    faces: builtFaces(root),
  })
  const faults: unknown[] = []
  const onError = (error: unknown) => void faults.push(error)
  const worker = await startWorker(surroundings, { declared: declaredJobs, url, onError })
  onTestFinished(async () => {
    await app.close()
    await packages.close()
    await worker.stop()
    if (faults.length > 0) throw new AggregateError(faults, faults.map(String).join('; '))
  })

  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    address,
    async visit(path, person, looks = {}) {
      const page = await openPage(looks, now)
      page.on('pageerror', onError)
      page.on('console', (said) => {
        // What a package is made of has a policy of its own, and may try to go against it; never with styles or scripts.
        if (/Policy directive:? .(style|script)-src/.test(said.text())) onError(said.text())
      })
      page.on('response', (response) => {
        // Who is asked to come again was not failed.
        if (response.status() >= 500 && !response.headers()['retry-after'])
          faults.push(`${response.status()} from ${response.url()}`)
      })
      if (person) await page.context().addCookies([await sessionOf(person, address)])
      await page.goto(`${address}${path}`)
      return page
    },
  }
}

async function openPage({ width = 1440, height = 900 }: Looks, now: () => Date): Promise<Page> {
  browser ??= chromium.connect(inject('chromium'))
  const phone: BrowserContextOptions = width < 600 ? { hasTouch: true, isMobile: true } : {}
  const context = await (
    await browser
  ).newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width, height },
    ...phone,
  })
  onTestFinished(() => context.close())
  // Timers run as ever; only the date is the test's.
  await context.clock.setFixedTime(now())
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return page
}

async function sessionOf(person: Person, address: string) {
  const value = await plantSession(db, person, person.now())
  return { name: 'session', value, url: address, httpOnly: true }
}
