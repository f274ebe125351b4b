import { periodStates } from '@zhixing/contract/words.ts'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import details from '../../ui/Details.module.css'
import styles from './Meetings.module.css'
import { periodShapes } from './period-shapes.ts'

/** State is a word and a shape; the colour only repeats them. */
export function PeriodMark({ state }: { state: keyof typeof periodStates }) {
  return (
    <span className={`${details.mark} ${styles[state]}`}>
      <Shape name={periodShapes[state]} />
      {periodStates[state]}
    </span>
  )
}
