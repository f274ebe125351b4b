import { Link } from '@tanstack/react-router'
import styles from './Outreach.module.css'

const parts = [
  { to: '/outreach', name: '送学名单' },
  { to: '/outreach/rounds', name: '轮次与路线' },
  { to: '/outreach/packs', name: '资料包' },
  { to: '/outreach/coverage', name: '覆盖图' },
] as const

/** The pages about study that goes to people; each answers one question. */
export function Parts() {
  return (
    <nav className={styles.parts} aria-label="送学">
      {parts.map(({ to, name }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {name}
        </Link>
      ))}
    </nav>
  )
}
