import { hours } from '@zhixing/kit/format/hours.ts'
import { alongOf } from '@zhixing/kit/ui/HoursStrip.tsx'
import { standingWords } from '@zhixing/kit/ui/StandingMark.tsx'
import { Link } from '@tanstack/react-router'
import { Section } from '../../ui/Page.tsx'
import type { Home } from './home.ts'
import styles from './LearningStrip.module.css'
import { stackDots, type Dot } from './stack-dots.ts'

const end = 40 * 60
const roomOfDot = 65
const levelsShown = 6

/** The branch on one axis: a dot for each person at the hours they have. */
export function LearningStrip({ learning }: { learning: Home['learning'] }) {
  const { people, persons, counts, dueNowMinutes, dueYearMinutes } = learning
  if (persons.length === 0) return null
  const dots = stackDots(
    persons.filter(({ standing }) => standing !== 'excused'),
    roomOfDot,
  )
  const height = Math.max(3, ...dots.map(({ level }) => level + 2))
  const title = `本支部学习：${people} 人应学，${counts.met} 人已达标`
  return (
    <Section title={title} aside={<Link to="/requirements">看每个人的进度</Link>}>
      <div
        className={styles.axis}
        style={{ height: `${Math.min(height, levelsShown + 2) * 1.5}rem` }}
      >
        <Line at={dueNowMinutes} word={`今天应到 ${hours(dueNowMinutes)}`} isBefore />
        <Line at={dueYearMinutes} word={`全年 ${hours(dueYearMinutes)}`} />
        {dots
          .filter(({ level }) => level <= levelsShown)
          .map((dot) => (
            <Person key={dot.row.memberId} dot={dot} />
          ))}
      </div>
      <div className={styles.scale} aria-hidden="true">
        {[0, 8, 16, 24, 32, 40].map((tick) => (
          <span key={tick} style={{ left: alongOf(tick * 60, end) }}>
            {tick}
          </span>
        ))}
      </div>
    </Section>
  )
}

type LineProps = { at: number; word: string; isBefore?: boolean }

/** Its words stand before it where the other line would be in their way. */
function Line({ at, word, isBefore = false }: LineProps) {
  return (
    <span className={styles.line} style={{ left: alongOf(at, end) }}>
      <i className={isBefore && at > end / 2 ? styles.before : styles.after}>{word}</i>
    </span>
  )
}

function Person({ dot: { row, level } }: { dot: Dot }) {
  const words = `${row.name}：${hours(row.doneMinutes)} 学时，${standingWords[row.standing]}`
  return (
    <Link
      to="/requirements"
      search={{ open: `${row.unitId}~${row.memberId}` }}
      className={`${styles.dot} ${row.standing === 'atRisk' ? styles.stress : ''}`}
      style={{ left: alongOf(row.doneMinutes, end), bottom: `${level * 1.5}rem` }}
      aria-label={words}
      title={words}
    >
      {row.name.slice(0, 1)}
    </Link>
  )
}
