import { Link, useLocation } from '@tanstack/react-router'
import styles from './Dues.module.css'

const pages = [
  { to: '/dues', name: '收缴' },
  { to: '/dues/statement', name: '导入流水' },
  { to: '/dues/money', name: '上缴与留存' },
  { to: '/dues/hardships', name: '困难减免' },
  { to: '/dues/entries', name: '明细账' },
]

export function DuesBar() {
  const { pathname } = useLocation()
  return (
    <nav aria-label="党费" className={styles.bar}>
      {pages.map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: true }}
          aria-current={pathname.endsWith(to) ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}
