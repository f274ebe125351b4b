import type { EntryOf, Output } from '@zhixing/contract'
import { quarterStates } from '@zhixing/contract/study-words.ts'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import styles from './StudyGroups.module.css'

type Standing = Output<EntryOf<'studyGroups.show'>>['standing']

const shapes = { kept: 'check', open: 'ring', missing: 'cross', ahead: 'dashed' } as const

/** Four quarters in a row: whether each had its discussion. */
export function Quarters({ quarters }: Pick<Standing, 'quarters'>) {
  return (
    <span className={styles.quarters}>
      {quarters.map(({ quarter, state }) => (
        <span
          key={quarter}
          className={state === 'missing' ? `${styles.mark} ${styles.late}` : styles.mark}
          title={`第 ${String(quarter)} 季度：${quarterStates[state]}`}
        >
          <Shape name={shapes[state]} />
          {quarter}
        </span>
      ))}
    </span>
  )
}

export function percent({ due, present }: Pick<Standing, 'due' | 'present'>): string {
  return due === 0 ? '—' : `${String(Math.round((present / due) * 100))}%`
}
