import { useSyncExternalStore } from 'react'

const key = 'organization'
const listeners = new Set<() => void>()

/** The organisation the reader stands in; every page asks its questions about this one. */
export function useOrganization() {
  const organizationId = useSyncExternalStore(subscribe, chosen)
  return { organizationId, choose }
}

function choose(organizationId: string): void {
  localStorage.setItem(key, organizationId)
  for (const listener of listeners) listener()
}

function chosen(): string {
  return localStorage.getItem(key) ?? ''
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
