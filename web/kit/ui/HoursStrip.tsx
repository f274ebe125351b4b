import { hours } from '../format/hours.ts'
import type { Progress } from '../standing.ts'
import styles from './HoursStrip.module.css'

const stripEnd = 40 * 60

/** One person's year on one line: done, due by now, due by the end of the year, what comes next. */
export function HoursStrip(row: Progress) {
  return (
    <span
      className={`${styles.strip} ${styles[row.standing]}`}
      role="img"
      aria-label={inWords(row)}
    >
      <span className={styles.done} style={{ width: along(row.doneMinutes) }} />
      <span
        className={styles.planned}
        style={{
          left: along(row.doneMinutes),
          width: along(Math.min(row.plannedMinutes, stripEnd - row.doneMinutes)),
        }}
      />
      {row.dueYearMinutes > 0 ? (
        <>
          <span className={styles.dueNow} style={{ left: along(row.dueNowMinutes) }} />
          <span className={styles.dueYear} style={{ left: along(row.dueYearMinutes) }} />
        </>
      ) : null}
    </span>
  )
}

export function along(minutes: number): string {
  return `${Math.min(100, (minutes / stripEnd) * 100)}%`
}

function inWords(row: Progress): string {
  const done = `已完成 ${hours(row.doneMinutes)} 学时`
  if (row.dueYearMinutes === 0) return `${done}，不作硬性要求`
  return `${done}，按进度应达到 ${hours(row.dueNowMinutes)}，全年应达到 ${hours(row.dueYearMinutes)}，已安排 ${hours(row.plannedMinutes)}`
}
