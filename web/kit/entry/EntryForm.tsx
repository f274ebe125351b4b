import type { FormEvent, ReactNode } from 'react'
import styles from './Entry.module.css'

type Props = {
  verb: string
  pending: boolean
  problem: string
  send: (values: Record<string, string>) => void
  children: ReactNode
}

export function EntryForm({ verb, pending, problem, send, children }: Props) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const values = [...new FormData(event.currentTarget)].map(([name, value]) => [
      name,
      typeof value === 'string' ? value : '',
    ])
    send(Object.fromEntries(values) as Record<string, string>)
  }
  return (
    <form onSubmit={submit} noValidate>
      {children}
      <p className={styles.problem} role="alert">
        {problem}
      </p>
      <button type="submit" className={styles.primary} disabled={pending}>
        {pending ? '请稍候…' : verb}
      </button>
    </form>
  )
}
