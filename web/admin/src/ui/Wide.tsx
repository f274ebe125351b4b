import type { ReactNode } from 'react'
import styles from './Details.module.css'

/** A table that may be wider than the screen: it moves sideways under the finger, and with the arrow keys. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  return (
    // Reachable, or the keyboard could not scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.wide} tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
