import { moment } from '../format/day.ts'
import styles from './TakenAt.module.css'

type Props = { takenAt: string; askAnew: (() => void) | undefined }

/** Numbers over a large place are of a moment, and say so. */
export function TakenAt({ takenAt, askAnew }: Props) {
  return (
    <p className={styles.taken}>
      <span>下级党组织较多，以下为 {moment(takenAt)} 的汇总。</span>
      {askAnew && (
        <button type="button" onClick={askAnew}>
          重新汇总
        </button>
      )}
    </p>
  )
}
