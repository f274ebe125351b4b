import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import styles from './Development.module.css'

const pages = [
  { to: '/development', name: '进度' },
  { to: '/development/plan', name: '计划与储备' },
] as const

/** The pages of admission, and what may be done on the one that is open. */
export function DevelopmentBar({ children }: { children?: ReactNode }) {
  return (
    <nav className={styles.bar} aria-label="发展党员">
      {pages.map(({ to, name }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {name}
        </Link>
      ))}
      {children}
    </nav>
  )
}
