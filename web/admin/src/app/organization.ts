import { useSyncExternalStore } from 'react'
import { useMe, type Me } from './me.ts'

const listeners = new Set<() => void>()

/** The organisation the reader stands in; every page asks its questions about this one. */
export function useOrganization() {
  const me = useMe()
  const kept = useSyncExternalStore(subscribe, () => localStorage.getItem(keyOf(me)))
  const choose = (organizationId: string) => {
    localStorage.setItem(keyOf(me), organizationId)
    for (const listener of listeners) listener()
  }
  return { organizationId: kept ?? homeOf(me), choose, leave: () => choose(homeOf(me)) }
}

/** Where somebody holds an office, or else where they belong. */
function homeOf({ appointments, organization }: Me): string {
  return appointments[0]?.organizationId ?? organization.id
}

/** Several people may share a computer: each keeps a place of their own. */
function keyOf({ accountId }: Me): string {
  return `organization:${accountId}`
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
