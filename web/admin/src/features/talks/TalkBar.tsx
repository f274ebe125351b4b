import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import styles from './Talks.module.css'

const pages = [
  { to: '/talks', word: '关注名单' },
  { to: '/talks/list', word: '谈话记录' },
] as const

export function TalkBar({ children }: { children?: ReactNode }) {
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
