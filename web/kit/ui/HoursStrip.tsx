import { hours } from '../format/hours.ts'
import type { Progress } from '../standing.ts'
import styles from './HoursStrip.module.css'

/** 40 hours, so that strips compare; 64 where 56 are owed. */
const shortEnd = 40 * 60
const longEnd = 64 * 60

/** How far the axis reaches for what somebody owes. */
export function endOf({ dueYearMinutes }: Pick<Progress, 'dueYearMinutes'>): number {
  return dueYearMinutes > shortEnd ? longEnd : shortEnd
}

/** One person's year on one line: done, due by now, due by the end of the year, what comes next. */
export function HoursStrip({ end = shortEnd, ...row }: Progress & { end?: number }) {
  const along = (minutes: number) => alongOf(minutes, end)
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
          width: along(Math.max(0, Math.min(row.plannedMinutes, end - row.doneMinutes))),
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

export function alongOf(minutes: number, end = shortEnd): string {
  return `${Math.min(100, (minutes / end) * 100)}%`
}

function inWords(row: Progress): string {
  const done = `已完成 ${hours(row.doneMinutes)} 学时`
  if (row.dueYearMinutes === 0) return `${done}，不作硬性要求`
  return `${done}，按进度应达到 ${hours(row.dueNowMinutes)}，全年应达到 ${hours(row.dueYearMinutes)}，已安排 ${hours(row.plannedMinutes)}`
}
