const key = 'renewed'
/** Who was renewed a moment ago and still lacks something is told so, and not renewed for ever. */
const restMillis = 60_000

let lacksParts = false

/**
 * A part of the program did not come: most often the platform has a new version, and this page is of one long before.
 * Nothing happens at once, because what is looked ahead for is not needed yet, and somebody may be writing.
 */
export function noticeMissingParts(): void {
  addEventListener('vite:preloadError', () => (lacksParts = true))
}

/**
 * Where a page is opened anyway, or cannot be, it is loaded anew with all its parts. What was typed lies in the store of
 * the browser and is there again afterwards.
 */
export function renewAt(href: string): void {
  if (!lacksParts || !navigator.onLine || !mayRenew()) return
  if (href === location.href) location.reload()
  else location.assign(href)
}

function mayRenew(): boolean {
  try {
    if (Math.abs(Date.now() - Number(sessionStorage.getItem(key))) < restMillis) return false
    sessionStorage.setItem(key, String(Date.now()))
    return true
  } catch {
    // Where nothing can be remembered, nobody knows how often it was tried.
    return false
  }
}
