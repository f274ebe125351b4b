import { Link } from '@tanstack/react-router'
import styles from './Tours.module.css'

const parts = [
  { to: '/tours', name: '基层点课' },
  { to: '/tours/offers', name: '送课人' },
  { to: '/tours/trips', name: '送课日程' },
  { to: '/tours/series', name: '系列宣讲' },
  { to: '/tours/coverage', name: '覆盖图' },
  { to: '/tours/modes', name: '培训方式' },
] as const

/** The pages about lessons that travel; each answers one question. */
export function Parts() {
  return (
    <nav className={styles.parts} aria-label="送课">
      {parts.map(({ to, name }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {name}
        </Link>
      ))}
    </nav>
  )
}
