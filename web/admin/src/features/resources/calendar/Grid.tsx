import type { EntryOf, Output } from '@zhixing/contract'
import { bookingStates } from '@zhixing/contract/resource-words.ts'
import { dayOf, thisDay, timeOf } from '@zhixing/kit/format/clock.ts'
import { monthDay, weekday } from '@zhixing/kit/format/day.ts'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { Wide } from '../../../ui/Wide.tsx'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import { bookingShapes } from '../states.ts'
import styles from './Calendar.module.css'

type Shown = Output<EntryOf<'resources.calendar'>>
type Booking = Shown['bookings'][number]

const mostInMonth = 4

/** Seven columns; in a month a day shows its first few and how many more there are. */
export function Grid({ shown, days, isMonth }: { shown: Shown; days: string[]; isMonth: boolean }) {
  const change = useSearchChange()
  const today = thisDay()
  return (
    <Wide label={isMonth ? '本月' : '本周'}>
      <ol className={isMonth ? styles.month : styles.week} aria-label={isMonth ? '本月' : '本周'}>
        {days.map((day) => {
          const own = shown.bookings.filter((one) => isOn(one, day))
          const seen = isMonth ? own.slice(0, mostInMonth) : own
          return (
            <li key={day} className={day === today ? styles.today : undefined}>
              <button type="button" onClick={() => change({ view: 'day', day })}>
                {weekday(day)} {monthDay(day)}
              </button>
              {seen.map((one) => (
                <Line key={one.bookingId} booking={one} />
              ))}
              {own.length > seen.length ? <small>还有 {own.length - seen.length} 个</small> : null}
            </li>
          )
        })}
      </ol>
    </Wide>
  )
}

function Line({ booking }: { booking: Booking }) {
  const { state, from, until, resourceName, title, forName, reason } = booking
  return (
    <p className={styles.line}>
      <span title={bookingStates[state]}>
        <Shape name={bookingShapes[state]} />
      </span>{' '}
      {timeOf(from)}—{timeOf(until)} <b>{resourceName}</b>{' '}
      <small>{state === 'blocked' ? `停用：${reason}` : `${forName} ${title}`}</small>
    </p>
  )
}

function isOn({ from, until }: Booking, day: string): boolean {
  const last = new Date(Date.parse(until) - 1).toISOString()
  return dayOf(from) <= day && day <= dayOf(last)
}
