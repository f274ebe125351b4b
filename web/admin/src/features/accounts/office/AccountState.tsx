import { accountStates } from '@zhixing/contract/account-words.ts'
import { Shape, type ShapeName } from '@zhixing/kit/ui/Shape.tsx'
import styles from './Office.module.css'

export type State = keyof typeof accountStates

const shapes: Record<State, ShapeName> = {
  active: 'check',
  new: 'dashed',
  stale: 'half',
  locked: 'triangle',
  disabled: 'cross',
}

export function AccountState({ state }: { state: State }) {
  return (
    <span className={styles.state}>
      <Shape name={shapes[state]} />
      {accountStates[state]}
    </span>
  )
}
