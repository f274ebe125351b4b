import { weekday } from '@zhixing/kit/format/day.ts'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { Link } from '@tanstack/react-router'
import type { CSSProperties } from 'react'
import type { MonthDay } from './home.ts'
import styles from './MonthStrip.module.css'
import { placeOccasions, type Placed } from './place-occasions.ts'

type Props = { month: MonthDay[]; today: string }

/** The whole month on one line; what happens hangs below its day, as close as words have room. */
export function MonthStrip({ month, today }: Props) {
  const days: CSSProperties & Record<'--days', number> = { '--days': month.length }
  const placed = placeOccasions(month)
  return (
    <>
      <div className={styles.strip} style={days}>
        {month.map(({ day }, index) => (
          <span
            key={day}
            className={dayClass(day, today)}
            style={{ gridColumn: index + 1 }}
            aria-current={day === today ? 'date' : undefined}
          >
            <small>{weekday(day).slice(1)}</small>
            {Number(day.slice(8))}
          </span>
        ))}
        <ul className={styles.occasions}>
          {placed.map((one) => (
            <Occasion key={one.day} placed={one} isPast={one.day < today} />
          ))}
        </ul>
      </div>
      {placed.length === 0 ? <p>本月还没有安排。</p> : null}
    </>
  )
}

function Occasion({ placed, isPast }: { placed: Placed; isPast: boolean }) {
  return (
    <li style={styleOf(placed)} className={isPast ? styles.past : undefined}>
      {placed.occasions.map(({ title, time, kind, to }) => (
        <span key={title}>
          <Shape name={kind === 'deadline' ? 'ring' : 'square'} />
          <span className={styles.date}>{Number(placed.day.slice(8))}日 </span>
          {to && kind === 'meeting' ? <Link to={to}>{title}</Link> : title}
          {time ? <small>{time}</small> : null}
        </span>
      ))}
    </li>
  )
}

function dayClass(day: string, today: string): string | undefined {
  if (day === today) return styles.today
  return '日六'.includes(weekday(day).slice(1)) ? styles.weekend : styles.day
}

function styleOf({ from, until, line, late }: Placed) {
  return {
    gridRow: line + 2,
    gridColumn: `${from} / ${until}`,
    ...(late ? { justifySelf: 'end' } : {}),
  }
}
