import { Link } from '@tanstack/react-router'
import styles from './Floating.module.css'

const parts = [
  { to: '/floating', name: '台账' },
  { to: '/floating/incoming', name: '报到接收' },
  { to: '/floating/census', name: '排查摸底' },
  { to: '/floating/lost', name: '失联查找' },
  { to: '/floating/groups', name: '管理群' },
  { to: '/floating/tasks', name: '服务任务' },
] as const

/** The pages about members who are away; each answers one question. */
export function Parts() {
  return (
    <nav className={styles.parts} aria-label="流动党员">
      {parts.map(({ to, name }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {name}
        </Link>
      ))}
    </nav>
  )
}

export function Fact({ word, value }: { word: string; value: string }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{value === '' ? '—' : value}</dd>
    </div>
  )
}
