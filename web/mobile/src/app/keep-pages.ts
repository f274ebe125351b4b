/** Keeps the parts of the app that are needed where there is no network, with all they load: true once they are here. */
export async function keepPages(parts: readonly Promise<unknown>[]): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !('caches' in globalThis) || !import.meta.env.PROD)
    return false
  await Promise.all([...parts, ...always()])
  const cache = await caches.open('pages-1')
  const known = new Set((await cache.keys()).map(({ url }) => url))
  const wanted = [...new Set(loadedParts())].filter((url) => !known.has(url))
  try {
    await cache.addAll(wanted)
    await navigator.serviceWorker.ready
    return true
  } catch {
    return wanted.length === 0
  }
}

/** What carries a hash in its name and was loaded since the page was opened. */
function loadedParts(): string[] {
  const entries = performance.getEntriesByType('resource').map(({ name }) => name)
  const tags = [...document.querySelectorAll<HTMLLinkElement>('link[href]')].map(({ href }) => href)
  const scripts = [...document.scripts].map(({ src }) => src)
  const own = `${location.origin}/m/assets/`
  return [...entries, ...tags, ...scripts].filter((url) => url.startsWith(own))
}

/** Where the thumb goes from anywhere, and where one sees what the phone keeps. */
function always(): Promise<unknown>[] {
  return [
    import('../features/today/TodayPage.tsx'),
    import('../features/learn/LearnPage.tsx'),
    import('../features/activities/ActivitiesPage.tsx'),
    import('../features/me/MePage.tsx'),
    import('../features/me/KeptPage.tsx'),
  ]
}
