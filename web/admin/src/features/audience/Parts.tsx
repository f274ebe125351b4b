import { Link } from '@tanstack/react-router'
import styles from './Audience.module.css'

export function Parts() {
  return (
    <nav className={styles.parts} aria-label="对象范围">
      <Link to="/audiences" activeOptions={{ exact: true, includeSearch: false }}>
        对象范围
      </Link>
      <Link to="/audiences/watches" activeOptions={{ includeSearch: false }}>
        重点群体
      </Link>
    </nav>
  )
}
