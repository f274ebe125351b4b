import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import type { ReactNode } from 'react'
import type { Activity } from '../state.ts'
import { StepAside } from './StepAside.tsx'
import styles from './Step.module.css'
import { summaryOf } from './summary.ts'

const order = ['plan', 'call', 'roll', 'minutes', 'closed'] as const

type Props = { stage: Activity['stage']; title: string; activity: Activity; children: ReactNode }

/** Done: one line of record. Current: open to work on. Ahead: one line of what it will be. */
export function Step({ stage, title, activity, children }: Props) {
  const distance = order.indexOf(stage) - order.indexOf(activity.stage)
  const isClosed = activity.stage === 'closed'
  const done = distance < 0 || isClosed
  const current = distance === 0
  return (
    <li className={styles.step} aria-current={current ? 'step' : undefined}>
      <div className={done ? styles.done : styles.rail}>
        <Shape name={shapeOf(done, current)} />
      </div>
      <div className={styles.content}>
        <h2>
          {title}
          <small>{stateOf(done, current)}</small>
        </h2>
        <p className={styles.summary}>{summaryOf(stage, activity, done)}</p>
        <StepAside stage={stage} activity={activity} done={done} />
        {current ? children : null}
      </div>
    </li>
  )
}

function shapeOf(done: boolean, current: boolean) {
  if (done) return 'check'
  return current ? 'half' : 'ring'
}

function stateOf(done: boolean, current: boolean): string {
  if (done) return '已完成'
  return current ? '进行中' : '未开始'
}
