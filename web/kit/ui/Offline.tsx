import { useSyncExternalStore } from 'react'
import styles from './Offline.module.css'

/** Says so while there is no network; nothing else on the page moves. */
export function Offline({ children }: { children: string }) {
  const online = useOnline()
  return (
    <p className={styles.offline} role="status" hidden={online}>
      {online ? '' : children}
    </p>
  )
}

export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine)
}

function subscribe(listener: () => void): () => void {
  const names = ['online', 'offline']
  for (const name of names) addEventListener(name, listener)
  return () => {
    for (const name of names) removeEventListener(name, listener)
  }
}
