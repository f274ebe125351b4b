import { Link, useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'
import styles from './LineLink.module.css'

type Props = { children: ReactNode } & ({ open: string } | { to: string })

/** The name in a line: the keyboard finds it, and the whole line opens what it opens, here or beside the list. */
export function LineLink({ children, ...target }: Props) {
  const { history } = useRouter()
  if ('open' in target)
    return (
      <Link
        to="."
        search={(now: object) => ({ ...now, open: target.open })}
        resetScroll={false}
        className={styles.name}
        data-line
      >
        {children}
      </Link>
    )
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    history.push(target.to)
  }
  return (
    <a href={target.to} onClick={follow} className={styles.name} data-line>
      {children}
    </a>
  )
}
