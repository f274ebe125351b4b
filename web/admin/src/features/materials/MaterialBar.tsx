import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import styles from '../resources/Resources.module.css'

const pages = [
  { to: '/materials', word: '书目和库存' },
  { to: '/materials/orders', word: '订购' },
  { to: '/materials/issues', word: '发放签收' },
  { to: '/materials/viewings', word: '观看记录' },
  { to: '/materials/models', word: '先进典型' },
] as const

export function MaterialBar({ children }: { children?: ReactNode }) {
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
