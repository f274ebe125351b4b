import type { ReactNode } from 'react'
import styles from './Filters.module.css'

/** The line above a list: choices at its left, search, order, columns and export at its right. */
export function Filters({ choices, children }: { choices?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.filters} role="group" aria-label="筛选">
      {choices}
      <div className={styles.tools}>{children}</div>
    </div>
  )
}
