import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import styles from '../resources/Resources.module.css'

const pages = [
  { to: '/sites', word: '站点' },
  { to: '/sites/months', word: '月度统计' },
  { to: '/sites/coverage', word: '覆盖和设备' },
  { to: '/sites/staff', word: '工作队伍' },
] as const

export function SiteBar({ children }: { children?: ReactNode }) {
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
