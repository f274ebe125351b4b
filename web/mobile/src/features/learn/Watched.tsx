import type { WatchState } from '@zhixing/kit/learn/use-watching.ts'
import type { CourseItem } from './CoursePage.tsx'
import styles from './Learn.module.css'

const told: Partial<Record<WatchState, string>> = {
  offline: '现在没有网络，学过的部分记在手机上，一天之内联网就补记。',
  unopened: '现在连不上服务器，可以先看，这一段不计时间；联网后重新打开就开始计时。',
}

/** What does not count now, and why. */
export function Told({ state }: { state: WatchState }) {
  return (
    <p role="status" className={styles.facts}>
      {told[state]}
    </p>
  )
}

/** How much of it was watched or read. */
export function Bar({ item: { watchedSeconds, seconds } }: { item: CourseItem }) {
  const percent = Math.min(100, Math.round((watchedSeconds * 100) / Math.max(1, seconds)))
  return (
    <div
      className={styles.bar}
      role="progressbar"
      aria-label="已学"
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <span style={{ width: `${percent}%` }} />
    </div>
  )
}
