import { fromNow, monthDay } from '@zhixing/kit/format/day.ts'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import type { Todo } from './home.ts'
import styles from './TodoItem.module.css'

type Props = { todo: Todo; today: string; first: boolean }

/** What, why with its clause, until when, and the one button that does it. */
export function TodoItem({ todo, today, first }: Props) {
  const { deadline } = todo
  const overdue = deadline !== null && deadline < today
  return (
    <li className={styles.item}>
      <div className={overdue ? styles.overdue : styles.deadline}>
        <span>
          <Shape name={overdue ? 'triangle' : 'ring'} />
          {deadline ? fromNow(today, deadline) : '尽快'}
        </span>
        {deadline ? <small>{monthDay(deadline)}</small> : null}
      </div>
      <div>
        <h3>{todo.what}</h3>
        <p>
          {todo.why}
          <small>{todo.clause}</small>
        </p>
      </div>
      <LinkButton to={todo.to} primary={first} title={`${todo.action}：${todo.what}`}>
        {todo.action}
      </LinkButton>
    </li>
  )
}
