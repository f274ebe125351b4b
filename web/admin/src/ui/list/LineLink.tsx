import { useLocation, useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'
import { useSearchChange } from '../use-search-change.ts'
import styles from './LineLink.module.css'

type Props = { children: ReactNode; onFollow?: () => void } & ({ open: string } | { to: string })

/** The name in a line: the keyboard finds it, and the whole line opens what it opens, beside the list or instead. */
export function LineLink({ children, onFollow, ...target }: Props) {
  const { history, options } = useRouter()
  const { pathname, search } = useLocation()
  const change = useSearchChange()
  const address =
    'to' in target
      ? target.to
      : `${pathname}${options.stringifySearch({ ...search, open: target.open })}`

  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    if ('to' in target) history.push(address)
    else change({ open: target.open })
    onFollow?.()
  }
  return (
    <a href={address} onClick={follow} className={styles.name} data-line>
      {children}
    </a>
  )
}
