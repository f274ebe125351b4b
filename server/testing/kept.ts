import type { Page } from 'playwright-core'

/** What a phone keeps in its own store: how much, whether the key is there, and whether a key could be read out. */
export async function keptOn(page: Page) {
  return page.evaluate(async () => {
    // It runs in the page, which knows nothing of this file.
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const settled = (request: IDBRequest) =>
      new Promise((resolve) => {
        request.addEventListener('success', resolve)
      })
    const opening = indexedDB.open('zhixing-offline')
    await settled(opening)
    const all = async (name: string) => {
      const asking = opening.result.transaction(name).objectStore(name).getAll()
      await settled(asking)
      return asking.result as Record<string, unknown>[]
    }
    const [device, taken, waiting] = [await all('device'), await all('taken'), await all('waiting')]
    const owner = device.find((one) => one['id'] === 'owner')
    const key = owner?.['key']
    const decoder = new TextDecoder()
    const text = [...taken, ...waiting]
      .flatMap((row) => [row['words'], row['photo']])
      .map((sealed) => decoder.decode((sealed as { bytes: ArrayBuffer } | null)?.bytes))
      .join('')
    opening.result.close()
    return {
      taken: taken.length,
      waiting: waiting.length,
      hasKey: key !== undefined,
      canBeReadOut: key instanceof CryptoKey && key.extractable,
      text: JSON.stringify([...taken, ...waiting]) + text,
    }
  })
}
