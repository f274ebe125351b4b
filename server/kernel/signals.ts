import { channel } from 'node:diagnostics_channel'

/** What the kernel tells whoever watches it; names of entries, kinds and chores only, never whose or what. */
type Signals = {
  /** Calls that were served together. */
  readonly batch: { readonly line: string; readonly size: number; readonly seconds: number }
  /** Something small that was done again, by this process. */
  readonly chore: { readonly name: string; readonly isDone: boolean; readonly seconds: number }
  /** Everything below a large place, counted for those who look at it. */
  readonly overview: { readonly name: string; readonly isTaken: boolean; readonly seconds: number }
  /** Long work that ended here. */
  readonly job: { readonly kind: string; readonly outcome: Outcome; readonly seconds: number }
}
type Outcome = 'done' | 'failed' | 'cancelled'

const channelOf = (name: keyof Signals) => channel(`zhixing:${name}`)

/** Where nobody listens, telling costs nothing. */
export function tell<Name extends keyof Signals>(name: Name, signal: Signals[Name]): void {
  channelOf(name).publish(signal)
}

/** Until the function that it returns is called. */
export function hear<Name extends keyof Signals>(
  name: Name,
  listener: (signal: Signals[Name]) => void,
): () => void {
  const onMessage = (signal: unknown) => listener(signal as Signals[Name])
  channelOf(name).subscribe(onMessage)
  return () => {
    channelOf(name).unsubscribe(onMessage)
  }
}

/** For how long something goes on, in seconds. */
export function stopwatch(): () => number {
  const begun = performance.now()
  return () => (performance.now() - begun) / 1000
}
