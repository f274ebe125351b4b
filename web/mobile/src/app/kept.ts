/** Lets the phone keep what was opened, where the browser knows how: not every one inside WeChat does. */
export function keepWhatWasOpened(): void {
  if ('serviceWorker' in navigator && import.meta.env.PROD)
    void navigator.serviceWorker.register('/m/sw.js').catch(() => undefined)
}

/** One phone may serve several people: what one opened is gone before the next signs in. */
export async function forgetWhatWasOpened(): Promise<void> {
  if ('caches' in globalThis)
    await Promise.all(['answers-1', 'documents-1', 'taken-1'].map((name) => caches.delete(name)))
  const { forgetAnswers } = await import('@zhixing/kit/ui/forms/draft.ts')
  forgetAnswers()
  for (const name of ['zhixing.tickets', 'zhixing.courses']) localStorage.removeItem(name)
  const { forgetOwner } = await import('@zhixing/kit/offline/owner.ts')
  await forgetOwner().catch(() => undefined)
}

/** What was written without a network goes out before its author does; how much could not. */
export async function sendWhatWaits(): Promise<number> {
  const { listWaiting } = await import('@zhixing/kit/offline/waiting.ts')
  const { sendWaiting } = await import('@zhixing/kit/offline/send.ts')
  const unsent = async () => {
    const rows = await listWaiting().catch(() => [])
    return rows.filter(({ state }) => state !== 'sent').length
  }
  if ((await unsent()) > 0) await sendWaiting().catch(() => undefined)
  return unsent()
}

function has(name: string): boolean {
  return localStorage.getItem(name) !== null
}

/** What was written or learnt without a network goes out by itself, now and whenever the line is back. */
export function sendWhenTheLineIsBack(): void {
  addEventListener('online', sendSoon)
  // The page itself comes first.
  setTimeout(sendSoon, 3000)
}

/** Nobody waits for it: whatever could not be sent stays where it is. */
export function sendSoon(): void {
  void sendAll().catch(() => undefined)
}

async function sendAll(): Promise<void> {
  if (has('zhixing.kept')) await sendWhatWaits()
  if (!has('zhixing.beats')) return
  const { sendBeats } = await import('@zhixing/kit/learn/beats.ts')
  await sendBeats(undefined)
}
