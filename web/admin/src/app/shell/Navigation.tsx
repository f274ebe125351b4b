import { Link } from '@tanstack/react-router'
import { useMay } from '../me.ts'
import { navigation } from './navigation.ts'
import styles from './Navigation.module.css'

type Props = { onLeave?: () => void }

export function Navigation({ onLeave }: Props) {
  const may = useMay()
  const groups = navigation
    .map(({ name, entries }) => ({
      name,
      entries: entries.filter(({ grant }) => !grant || may(grant)),
    }))
    .filter(({ entries }) => entries.length > 0)
  return (
    <nav className={styles.navigation} aria-label="主导航">
      <Link to="/" className={styles.name} aria-label="知行，回到待办" onClick={onLeave}>
        知行
      </Link>
      {groups.map(({ name, entries }) => (
        <section key={name} aria-label={name || '待办'}>
          {name ? <h2>{name}</h2> : null}
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
        </section>
      ))}
    </nav>
  )
}

/** Whether the address of another entry begins like this one: only one of the two is where the reader is. */
function isAbove(to: string): boolean {
  const start = to === '/' ? to : `${to}/`
  return navigation.some(({ entries }) => entries.some((other) => other.to.startsWith(start)))
}
