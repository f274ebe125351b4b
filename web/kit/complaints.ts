import { useSyncExternalStore } from 'react'
import { isSignedOut } from './api.ts'

/** The last thing that went wrong and that no page said itself. */
let last: Error | undefined
const listeners = new Set<() => void>()

/** Whoever has to sign in again is shown the door instead. */
export function complain(error: Error): void {
  if (!isSignedOut(error)) set(error)
}

export function useComplaint() {
  const error = useSyncExternalStore(subscribe, () => last)
  return { error, dismiss: () => set(undefined) }
}

function set(error: Error | undefined): void {
  last = error
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
