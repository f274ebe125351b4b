import { Link, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useMay } from '../me.ts'
import { navigation } from './navigation.ts'
import type { NavigationEntry } from './navigation.ts'
import { keepOpenGroup, readOpenGroups } from './open-groups.ts'
import styles from './Navigation.module.css'

type Props = { onLeave?: () => void }

/** So many lines are taken in at a glance; more are folded by group. */
const shownMost = 18

export function Navigation({ onLeave }: Props) {
  const may = useMay()
  const groups = navigation
    .map(({ entries, ...group }) => ({
      ...group,
      entries: entries.filter(({ grant }) => !grant || may(grant)),
    }))
    .filter(({ entries }) => entries.length > 0)
  const isFew = groups.reduce((sum, { entries }) => sum + entries.length, 0) <= shownMost
  const leaving = onLeave ? { onLeave } : {}
  return (
    <nav className={styles.navigation} aria-label="主导航">
      <Link to="/" className={styles.name} aria-label="知行，回到待办" onClick={onLeave}>
        知行
      </Link>
      {groups.map(({ name, entries, isDaily }) => {
        const lines = <Lines entries={entries} {...leaving} />
        const isOpen = isDaily || isFew
        return name ? (
          <Group key={name} name={name} entries={entries} isOpen={isOpen}>
            {lines}
          </Group>
        ) : (
          <section key={name} aria-label="待办">
            {lines}
          </section>
        )
      })}
    </nav>
  )
}

type Folded = {
  name: string
  entries: readonly NavigationEntry[]
  /** Until the reader says otherwise. */
  isOpen: boolean
  children: ReactNode
}

/** Open where the reader is, where the daily work lies, and wherever the reader left it open. */
function Group({ name, entries, isOpen, children }: Folded) {
  const { pathname } = useLocation()
  const isHere = entries.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
  const [kept, setKept] = useState(() => readOpenGroups()[name])
  return (
    <details
      open={isHere || (kept ?? isOpen)}
      onToggle={({ currentTarget: { open } }) => {
        if (open === (isHere || (kept ?? isOpen))) return
        keepOpenGroup(name, open)
        setKept(open)
      }}
    >
      <summary>{name}</summary>
      {children}
    </details>
  )
}

function Lines({ entries, onLeave }: Props & { entries: readonly NavigationEntry[] }) {
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.to}>
          <Link
            to={entry.to}
            onClick={onLeave}
            activeOptions={{ exact: isAbove(entry.to), includeSearch: false }}
          >
            {entry.name}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Whether the address of another entry begins like this one: only one of the two is where the reader is. */
function isAbove(to: string): boolean {
  const start = to === '/' ? to : `${to}/`
  return navigation.some(({ entries }) => entries.some((other) => other.to.startsWith(start)))
}
