import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import styles from './Resources.module.css'

const pages = [
  { to: '/resources', word: '目录' },
  { to: '/resources/orders', word: '点单' },
  { to: '/resources/calendar', word: '日历' },
  { to: '/resources/map', word: '基地图' },
  { to: '/resources/use', word: '利用率' },
] as const

export function ResourceBar({ children }: { children?: ReactNode }) {
  return (
    <div className={styles.bar}>
      <nav aria-label="从哪一面看">
        {pages.map(({ to, word }) => (
          <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
            {word}
          </Link>
        ))}
      </nav>
      {children}
    </div>
  )
}
