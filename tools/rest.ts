import type { Page } from 'playwright-core'

/** The sums of a large place may be made meanwhile. */
const patienceMillis = 60_000
const calmMillis = 120
/** They stay open for as long as somebody looks. */
const lasting = new Set(['media', 'eventsource', 'websocket'])

/**
 * Tells when a page has come to rest: all that it asked for has come, nothing more for a moment, what came is painted, and
 * nothing says that it is being read. Answers whether it did.
 */
export function watchRest(page: Page): () => Promise<boolean> {
  const open = new Set<object>()
  let since = Date.now()
  page.on('request', (request) => {
    if (!lasting.has(request.resourceType())) open.add(request)
  })
  const end = (request: object) => {
    open.delete(request)
    since = Date.now()
  }
  page.on('requestfinished', end)
  page.on('requestfailed', end)
  return async () => {
    since = Date.now()
    for (const from = since; Date.now() - from < patienceMillis;) {
      await page.waitForTimeout(40)
      const isCalm = open.size === 0 && Date.now() - since >= calmMillis
      if (isCalm && (await isPainted(page)) && open.size === 0) return true
    }
    return false
  }
}

async function isPainted(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    await new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve))
    })
    return !document.body.textContent.includes('正在读取…')
  })
}
