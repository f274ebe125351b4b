import { hours } from '@zhixing/kit/format/hours.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button } from 'antd'
import { BasePart } from './BasePart.tsx'
import { Motions } from '../motions/Motions.tsx'
import { rollCounts } from '../roll-counts.ts'
import recordStyles from '../record/Record.module.css'
import { keyOf, type Activity } from '../state.ts'
import styles from './Plan.module.css'
import { totalOf } from './plan-values.ts'

/** The plan as it stands, and the one step that follows from it. */
export function PlanStep({ activity }: { activity: Activity }) {
  const { mutate, isPending, error } = useAct('activities.call')
  const { due } = rollCounts(activity)
  return (
    <>
      <Agenda activity={activity} />
      <BasePart activity={activity} />
      <Motions activity={activity} />
      <p className={recordStyles.problem} role="alert">
        {error?.message}
      </p>
      <div className={recordStyles.actions}>
        <Button
          type="primary"
          loading={isPending}
          disabled={!activity.can.organize}
          onClick={() => mutate(keyOf(activity))}
        >
          通知应到的 {due} 人
        </Button>
        <span>也可以口头通知，到时间后直接点名。</span>
      </div>
    </>
  )
}

/** Calling is the button of the plan; the step has nothing of its own to fill in. */
export function CallStep() {
  return null
}

function Agenda({ activity: { agenda, kind, credit } }: { activity: Activity }) {
  const wordOf = (key: string | undefined) => {
    if (kind.parts.length === 0) return ''
    const part = kind.parts.find((one) => one.key === key)
    return part?.isRequired ? `规定动作 · ${part.name}` : '自选动作'
  }
  return (
    <table className={styles.agenda}>
      <caption>
        议程（共 {totalOf(agenda)} 分钟，每人计 {hours(credit.minutes)} 学时）
      </caption>
      <tbody>
        {agenda.map(({ title, minutes, part }, at) => (
          <tr key={`${title}${String(at)}`}>
            <td>{at + 1}</td>
            <td>{title}</td>
            <td>{minutes} 分钟</td>
            <td>{wordOf(part)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
