import { dutySignings, dutyStates } from '@zhixing/contract/duty-words.ts'
import { Shape, type ShapeName } from '@zhixing/kit/ui/Shape.tsx'
import styles from './Duties.module.css'

type State = keyof typeof dutyStates
type Signing = keyof typeof dutySignings

const shapes: Record<State, ShapeName> = {
  overdue: 'triangle',
  returned: 'cross',
  due: 'ring',
  ahead: 'dashed',
  late: 'half',
  done: 'check',
}

export function DutyState({ state }: { state: State }) {
  const isLate = state === 'overdue' || state === 'returned'
  return (
    <span className={isLate ? styles.late : styles.mark}>
      <Shape name={shapes[state]} />
      {dutyStates[state]}
    </span>
  )
}

export function SigningMark({ signing }: { signing: Signing }) {
  const isSigned = signing === 'signed'
  return (
    <span className={isSigned ? styles.mark : styles.late}>
      <Shape name={isSigned ? 'check' : 'slip'} />
      {dutySignings[signing]}
    </span>
  )
}
