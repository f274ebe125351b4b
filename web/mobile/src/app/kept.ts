/** Lets the phone keep what was opened, where the browser knows how: not every one inside WeChat does. */
export function keepWhatWasOpened(): void {
  if ('serviceWorker' in navigator && import.meta.env.PROD)
    void navigator.serviceWorker.register('/m/sw.js').catch(() => undefined)
}

/** One phone may serve several people: what one opened is gone before the next signs in. */
export async function forgetWhatWasOpened(): Promise<void> {
  if ('caches' in globalThis)
    await Promise.all(['answers-1', 'documents-1'].map((name) => caches.delete(name)))
  const { forgetAnswers } = await import('@zhixing/kit/ui/forms/draft.ts')
  forgetAnswers()
  const { forgetRounds } = await import('@zhixing/kit/outreach/kept.ts')
  await forgetRounds().catch(() => undefined)
}

/** What was written at doors goes out before its author does; how much could not. */
export async function sendWhatWaits(): Promise<number> {
  const { unsentCaptures } = await import('@zhixing/kit/outreach/kept.ts')
  const { sendCaptures } = await import('@zhixing/kit/outreach/send.ts')
  const unsent = () => unsentCaptures().catch(() => [])
  if ((await unsent()).length > 0) await sendCaptures().catch(() => undefined)
  return (await unsent()).length
}
