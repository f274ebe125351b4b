/** Lets the phone keep what was opened, where the browser knows how: not every one inside WeChat does. */
export function keepWhatWasOpened(): void {
  if ('serviceWorker' in navigator && import.meta.env.PROD)
    void navigator.serviceWorker.register('/m/sw.js').catch(() => undefined)
}

/** One phone may serve several people: what one opened is gone before the next signs in. */
export async function forgetWhatWasOpened(): Promise<void> {
  if ('caches' in globalThis) await caches.delete('answers-1')
}
