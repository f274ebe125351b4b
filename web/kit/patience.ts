import { useSyncExternalStore } from 'react'

/** So often something that was sent away because of the crowd is sent again before its reader is told. */
const againMax = 4
/** Nobody is kept longer than this between two tries, whatever the answer says. */
const secondsMax = 30

type Sent = { readonly method?: string; readonly signal?: AbortSignal | null }

/**
 * Sends, and sends again when the server says that too many are there and when to come back. A question may be asked
 * as often as one likes; a command only if the server has said that it did not begin it.
 */
export async function patiently(
  send: () => Promise<Response>,
  { method = 'GET', signal = null }: Sent,
): Promise<Response> {
  for (let again = 0; ; again += 1) {
    const response = await send()
    if (again === againMax || !(await mayComeAgain(response, method))) return response
    // Not all at the same moment, and each time a little later.
    const seconds = Number(response.headers.get('retry-after')) * (1 + again / 2)
    await waitInLine(Math.min(seconds, secondsMax) * (1 + Math.random() / 2), signal)
  }
}

async function mayComeAgain(response: Response, method: string): Promise<boolean> {
  if (response.status !== 503 || !(Number(response.headers.get('retry-after')) > 0)) return false
  if (method === 'GET') return true
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined)
  return (body as { reason?: string } | undefined)?.reason === 'server.busy'
}

/** How many calls of this page stand in line. */
let inLine = 0
const listeners = new Set<() => void>()

async function waitInLine(seconds: number, signal: AbortSignal | null): Promise<void> {
  count(1)
  try {
    await new Promise<void>((resolve, reject) => {
      const leave = () => reject(new DOMException('left the line', 'AbortError'))
      if (signal?.aborted) leave()
      signal?.addEventListener('abort', leave, { once: true })
      setTimeout(resolve, seconds * 1000)
    })
  } finally {
    count(-1)
  }
}

function count(change: number): void {
  inLine += change
  for (const listener of listeners) listener()
}

export function useIsInLine(): boolean {
  return useSyncExternalStore(subscribe, () => inLine > 0)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
