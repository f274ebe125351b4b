import { fromNow, monthDay } from '@zhixing/kit/format/day.ts'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import styles from './TodoItem.module.css'
import type { Todo } from './todo.ts'

type Props = { todo: Todo; today: string; first: boolean }

export function TodoItem({ todo, today, first }: Props) {
  const { deadline } = todo
  const overdue = deadline !== null && deadline < today
  return (
    <li className={styles.item}>
      <p className={overdue ? styles.overdue : styles.deadline}>
        <Shape name={overdue ? 'triangle' : 'ring'} />
        {deadline ? fromNow(today, deadline) : '尽快'}
        {deadline ? <small>{monthDay(deadline)}</small> : null}
      </p>
      <h2>{todo.what}</h2>
      <p>{todo.why}</p>
      <small>{todo.clause}</small>
      <LinkButton to={todo.to} primary={first}>
        {todo.action}
      </LinkButton>
    </li>
  )
}
